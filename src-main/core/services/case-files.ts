import { OpenableFile } from '#shared/domain/case/event-parts.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { must } from '#shared/lib/assert.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import { isDepartmentOnly } from './caller.ts'
import type { Caller } from './caller.ts'
import type { Office } from './office.ts'
import { maySeeText } from './visibility.ts'

/** A file of a case with what opens it, and who put it there. */
export interface CaseFile extends OpenableFile {
  readonly original: boolean
  readonly addedAt: Instant
  readonly addedBy: string
}

/**
 * The files that a caller may open: for the office all of the case; for a department those that went with its referrals or
 * came back with its answers, whose keys stand in the referral's own events (S16, R-09). Each file once, as it came first.
 */
export function caseFiles(office: Office, caller: Caller, history: readonly RecordedEvent[]): readonly CaseFile[] {
  const added = maySeeText(office, caller) ? history.filter(isAdded).map(addedFile) : []
  const isSeen = seenReferral(office, caller, history)
  const attached = history.filter((event) => isSeen(event.facts['referral'])).flatMap(attachedFiles)
  const files = new Map<string, CaseFile>()
  for (const file of [...added, ...attached]) if (!files.has(file.file)) files.set(file.file, file)
  return [...files.values()]
}

const isAdded = ({ type, private: secret }: RecordedEvent): boolean => type === 'file_added' && secret !== null

function addedFile(event: RecordedEvent): CaseFile {
  const secret = must(event.private, 'a file that is shown has its private part')
  return {
    file: String(event.facts['file']),
    size: Number(event.facts['size']),
    mediaType: String(event.facts['mediaType']),
    pages: event.facts['pages'] as number | null,
    original: event.facts['original'] === true,
    name: String(secret['name']),
    key: String(secret['key']),
    addedAt: event.at,
    addedBy: event.actor,
  }
}

/** Letters of a referral name their files with what opens them; those of earlier programs name addresses alone. */
function attachedFiles({ type, private: secret, at, actor }: RecordedEvent): readonly CaseFile[] {
  if (type !== 'referred' && type !== 'ref_replied') return []
  const attached = OpenableFile.array().safeParse(secret?.['attached'])
  return (attached.data ?? []).map((file) => ({ ...file, original: false, addedAt: at, addedBy: actor }))
}

function seenReferral(office: Office, caller: Caller, history: readonly RecordedEvent[]): (id: unknown) => boolean {
  if (!isDepartmentOnly(office, caller)) return () => true
  const own = history.filter(({ facts }) => facts['department'] === caller.user.unit)
  const ids = new Set(own.map(({ facts }) => facts['referral']))
  return (id) => ids.has(id)
}
