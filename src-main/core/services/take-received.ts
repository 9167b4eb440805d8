import type { Office } from './office.ts'
import { isReference, readReferenceData } from './reference-data.ts'
import { topicsOf } from './write.ts'

/** What the rest of the core does when the log changed from outside: reference data is read anew, windows are told. */
export function takeReceived(office: Office, streams: ReadonlySet<string>): void {
  const written = [...streams].map((stream) => ({ stream }))
  if (written.some(isReference)) office.reference = readReferenceData(office.store.db) ?? office.reference
  office.changes.publish(topicsOf(written))
}
