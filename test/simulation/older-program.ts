import type { CaseCommandKind } from '#shared/domain/case/commands.ts'
import type { CaseEventType } from '#shared/domain/case/events.ts'
import { allProjections } from '#core/projections/all-projections.ts'
import { toCaseEvent } from '#core/projections/case-store.ts'
import { casesProjectionOf } from '#core/projections/cases-projection.ts'
import type { Projection } from '#core/store/projection.ts'

/*
 * A machine whose program was not updated yet: it keeps what it does not know, reads the rest, and its people cannot do
 * what it has no command for. What it parked is replayed by the next program (S11).
 */
const unknown: Partial<Record<CaseEventType, CaseCommandKind>> = {
  rejected: 'reject',
  filed: 'file',
  inbound_contact: 'record_contact',
  classified: 'classify',
  suspended: 'suspend',
  rated: 'rate',
}

const readOlder: typeof toCaseEvent = (recorded) =>
  toCaseEvent(Object.hasOwn(unknown, recorded.type) ? { ...recorded, version: recorded.version + 1000 } : recorded)

export const olderProjections: readonly Projection[] = allProjections.map((each) =>
  each.name === 'cases' ? casesProjectionOf(readOlder) : each,
)

export const isNewCommand = (kind: CaseCommandKind): boolean => Object.values(unknown).includes(kind)
