import type { AuditFilter, AuditKind } from '#shared/contract/desktop/audit.ts'
import { dateOfDayNumber, dayNumberOf } from '#shared/domain/clock/local-date.ts'
import { instantOfMoment } from '#renderer/parts/local-moment.ts'

/** What was chosen on the screen; days as the office's calendar has them, both counted. */
export interface AuditChoice {
  readonly kind: AuditKind | null
  readonly user: string | null
  readonly case: string
  readonly from: string | null
  readonly to: string | null
}

export const noChoice: AuditChoice = { kind: null, user: null, case: '', from: null, to: null }

/** In: the choice, the office's zone. Out: what the core is asked; a number is asked for when it is long enough to be one. */
export function filterOf(choice: AuditChoice, zone: string): AuditFilter {
  const from = choice.from === null ? null : instantOfMoment({ day: choice.from, time: '00:00' }, zone)
  const after = choice.to === null ? null : dateOfDayNumber(dayNumberOf(choice.to) + 1)
  const to = after === null ? null : instantOfMoment({ day: after, time: '00:00' }, zone)
  const reference = choice.case.trim()
  return {
    ...(choice.kind === null ? {} : { kind: choice.kind }),
    ...(choice.user === null ? {} : { user: choice.user }),
    ...(reference.length < 3 ? {} : { case: reference }),
    ...(from === null ? {} : { from }),
    ...(to === null ? {} : { to }),
  }
}
