import type { CaseEvent } from '#shared/domain/case/events.ts'
import { currentCycle } from '#shared/domain/case/reading.ts'
import type { Case } from '#shared/domain/case/state.ts'

/**
 * In: a case before the event, an event that a duty wrote. Out: its key (case, cycle, referral, rung), unique on the
 * server so that two machines never climb one rung twice (E-01, SYNC-APPEND-9); null for duties that the state itself
 * makes unique. It names no time: a rung stays climbed when the due date moves (SYNC-DUTY-2).
 */
export function dutyKeyOf(state: Case, event: Pick<CaseEvent, 'type' | 'facts'>): string | null {
  const { type, facts } = event as CaseEvent
  if (type !== 'escalated' && type !== 'reminder_sent') return null
  if (facts.rung === undefined) return null
  return [state.id, currentCycle(state).number, facts.referral ?? 'case', facts.rung].join('/')
}
