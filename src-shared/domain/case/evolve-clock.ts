import { withClock, withCycle, withDues, withMember, withPausesEnded, withReferral } from './evolve-parts.ts'
import type { Appliers, Recorded } from './evolve-parts.ts'
import { currentCycle, isOver, runningPause } from './reading.ts'
import type { Case, Pause } from './state.ts'

type ClockEvent =
  | 'info_requested'
  | 'info_received'
  | 'suspended'
  | 'resumed'
  | 'extended'
  | 'due_recomputed'
  | 'delay_notice_sent'
  | 'progress_notice_sent'
  | 'escalated'

export const clockAppliers: Appliers<ClockEvent> = {
  info_requested: (state, { facts, at }) => {
    const after = paused(state, { cause: 'info', from: at, until: null, capAt: facts.capAt, capDays: facts.capDays })
    return after && withDues(after, facts)
  },
  info_received: ended,
  suspended: (state, { at }) =>
    paused(state, { cause: 'suspension', from: at, until: null, capAt: null, capDays: null }),
  resumed: ended,
  extended: (state, { facts, at }) => {
    const { extensions } = currentCycle(state).clock
    const extension = { at, to: facts.due.at, reason: facts.reason, clientNotified: facts.clientNotified }
    return withClock(state, { dueNow: facts.due, extensions: [...extensions, extension] })
  },
  due_recomputed: (state, event) => {
    const { facts } = event
    if (facts.referral !== null) return withReferral(state, facts.referral, () => ({ due: facts.due }))
    return withDues(facts.cause === 'pause_cap' ? withPausesEnded(state, event.at) : state, facts)
  },
  delay_notice_sent: (state, { at }) => ({ ...state, lastNoticeAt: at }),
  progress_notice_sent: (state, { at }) => ({ ...state, lastNoticeAt: at }),
  escalated: (state, { facts, at }) => {
    const escalation = { at, rung: facts.rung, automatic: facts.automatic, recipients: facts.recipients }
    if (facts.referral === null)
      return withCycle(state, { escalations: [...currentCycle(state).escalations, escalation] })
    return withReferral(state, facts.referral, ({ escalations, climbed }) => ({
      escalations: [...escalations, escalation],
      climbed: facts.automatic ? withMember(climbed, facts.rung) : climbed,
    }))
  },
}

function paused(state: Case, pause: Pause): Case | null {
  if (isOver(state)) return null
  const before = withPausesEnded(state, pause.from)
  return withClock(before, { pauses: [...currentCycle(before).clock.pauses, pause] })
}

function ended(state: Case, event: Recorded<'info_received' | 'resumed'>): Case | null {
  if (runningPause(currentCycle(state)) === null) return null
  const until = event.type === 'info_received' ? (event.facts.receivedAt ?? event.at) : event.at
  return withDues(withPausesEnded(state, until), event.facts)
}
