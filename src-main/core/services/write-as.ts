import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Caller } from './caller.ts'
import { authorOf } from './case-command.ts'
import type { Office } from './office.ts'
import { writeCommit } from './write.ts'
import type { Fresh } from './write.ts'

/** Events by a caller, in one commit. */
export function writeAs(office: Office, caller: Caller, events: readonly Fresh[]): Result<null> {
  const written = writeCommit(office, authorOf(caller), () => ok(events))
  return written.ok ? ok(null) : written
}
