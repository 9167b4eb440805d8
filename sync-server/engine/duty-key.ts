import { currentCycle } from '#shared/domain/case/reading.ts'
import type { CaseState } from '#shared/domain/case/state.ts'
import { referralNamed } from '#shared/domain/case/audience.ts'
import type { ReceivedEvent } from './received.ts'

/**
 * A rung is climbed once per referral and cycle, whoever climbs it and whenever (SYNC-APPEND-9, SYNC-DUTY-2): case,
 * cycle, referral and rung, no time. In: an event and the case before it. Out: its key; null for what is no duty.
 */
export function dutyKeyOf({ content, body }: ReceivedEvent, state: CaseState): string | null {
  if (state.kind === 'none' || content.via !== 'duty') return null
  const rung = content.type === 'escalated' ? body['rung'] : content.type === 'reminder_sent' ? 0 : null
  if (typeof rung !== 'number') return null
  return `${state.id}/${currentCycle(state).number}/${referralNamed(body) ?? 'case'}/${rung}`
}
