import type { ListView } from '#shared/contract/desktop/admin.ts'
import { entrySet } from '#shared/domain/case/shipped-office.ts'
import { listNames } from '#shared/domain/lists/events.ts'
import type { EntryAttributes, EntrySet, ListName } from '#shared/domain/lists/events.ts'
import { isAboutRemit } from '#shared/domain/lists/is-about-remit.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Caller } from './caller.ts'
import { authorOf } from './case-command.ts'
import { entriesElsewhere } from './entry-label.ts'
import type { Office } from './office.ts'
import { mayChange } from './own-units.ts'
import { noteRecount, recountOpenCases } from './recount.ts'
import type { ReferenceData } from './reference-data.ts'
import { servicePlace } from './service-place.ts'
import { writeCommit } from './write.ts'

export const listViews = (data: ReferenceData): readonly ListView[] => listNames.map((list) => listView(data, list))

function listView(data: ReferenceData, list: ListName): ListView {
  const { version, entries } = data.lists[list]
  return {
    list,
    version,
    entries: [...entries.values()].toSorted((left, right) => left.order - right.order),
    elsewhere: entriesElsewhere(data, list).map(({ code, labels }) => ({ code, labels })),
  }
}

/** Another limit of a service counts its open cases anew from their own start, as other limits do (L-04, W7). */
export async function setEntry(
  office: Office,
  caller: Caller,
  entry: Omit<EntrySet, 'scope'>,
): Promise<Result<ListView>> {
  const allowed = mayChange(office, { caller, right: 'manage_lists' })
  if (!allowed.ok) return allowed
  if (isRemitReason(entry)) return refuse('remit-needs-transfer')
  const known = office.reference.lists[entry.list].entries.get(entry.code)?.attributes
  if (isOtherType(entry, known)) return refuse('bad-input', { detail: 'behaves' })
  const place = servicePlace(entry, office.reference.lists[entry.list].entries)
  if (place !== null) return { ok: false, refusal: place }
  const owner = office.reference.settings.office
  const before = known?.limit ?? null
  const isOther = JSON.stringify(before) !== JSON.stringify(entry.attributes.limit)
  const written = writeCommit(office, authorOf(caller), (db) => {
    if (isOther) noteRecount(db, 'limit', caller)
    return ok([entrySet(owner, { ...entry, scope: owner === 'central' ? 'central' : 'office' })])
  })
  if (!written.ok) return written
  if (isOther) await recountOpenCases(office, caller, 'limit')
  return ok(listView(office.reference, entry.list))
}

/** A type is treated as a fixed one for good: cases that carry it were decided by that one's rules (T-01). */
function isOtherType({ list, attributes }: Pick<EntrySet, 'list' | 'attributes'>, known: EntryAttributes | undefined) {
  if (list !== 'types') return false
  return attributes.behaves === null || (known !== undefined && known.behaves !== attributes.behaves)
}

/** A case outside the remit is transferred, never barely ended, whatever an office calls the reason (L-02, B-25). */
function isRemitReason({ list, code, labels, active }: Pick<EntrySet, 'list' | 'code' | 'labels' | 'active'>): boolean {
  const isEnd = list === 'reject_reasons' || list === 'file_reasons'
  // One that an office has from before may be retired.
  return isEnd && active && isAboutRemit(code, labels)
}
