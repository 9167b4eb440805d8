import type { CaseEventType, CaseFacts, RecordedCaseEvent } from './events.ts'
import { currentCycle } from './reading.ts'
import type { Draft } from './answer-state.ts'
import type { Case, Clock, Cycle, Exit, Pause, Referral } from './state.ts'

/** A recorded event of one type. */
export type Recorded<T extends CaseEventType> = Extract<RecordedCaseEvent, { readonly type: T }>

/** Applies one event to a case; null when the case holds nothing it could be about. */
export type Apply<T extends CaseEventType> = (state: Case, event: Recorded<T>) => Case | null

/** A table of appliers for the event types of one subject. */
export type Appliers<T extends CaseEventType> = { readonly [K in T]: Apply<K> }

/** The event leaves no trace in the state but its time. */
export const untouched = (state: Case): Case => state

/** The case with its current cycle changed; earlier cycles never change (Z-08). */
export function withCycle(state: Case, change: Partial<Cycle>): Case {
  return { ...state, cycles: [...state.cycles.slice(0, -1), { ...currentCycle(state), ...change }] }
}

/** The case with the clock of its current cycle changed. */
export function withClock(state: Case, change: Partial<Clock>): Case {
  return withCycle(state, { clock: { ...currentCycle(state).clock, ...change } })
}

/** The case with one referral of its current cycle changed; null when that cycle has no such referral. */
export function withReferral(state: Case, id: string, change: (referral: Referral) => Partial<Referral>): Case | null {
  const { referrals } = currentCycle(state)
  if (!referrals.some((referral) => referral.id === id)) return null
  return withCycle(state, {
    referrals: referrals.map((referral) => (referral.id === id ? { ...referral, ...change(referral) } : referral)),
  })
}

/** The case with one draft of its current cycle changed; null when that cycle has no such draft. */
export function withDraft(state: Case, id: string, change: (draft: Draft) => Partial<Draft>): Case | null {
  const { drafts } = currentCycle(state)
  if (!drafts.some((draft) => draft.id === id)) return null
  return withCycle(state, { drafts: drafts.map((draft) => (draft.id === id ? { ...draft, ...change(draft) } : draft)) })
}

/** Pauses with every open one ended: not before it began, and a question at its cap when that was sooner (W4). */
export function endedPauses(pauses: readonly Pause[], at: Pause['from']): readonly Pause[] {
  return pauses.map((pause) => {
    if (pause.until !== null) return pause
    const ended = pause.capAt !== null && pause.capAt < at ? pause.capAt : at
    return { ...pause, until: ended < pause.from ? pause.from : ended }
  })
}

/** The case with every running pause ended: at an answer, at the resolution, when the case leaves. */
export function withPausesEnded(state: Case, at: Case['lastEventAt']): Case {
  const { clock } = currentCycle(state)
  return withClock(state, { pauses: endedPauses(clock.pauses, at) })
}

/** Pauses with the time that the case was with another body, which is nobody's here. In: when it left, when it came back. */
export function pausesWithAbsence(
  pauses: readonly Pause[],
  from: Pause['from'],
  until: Pause['from'],
): readonly Pause[] {
  return [...endedPauses(pauses, from), { cause: 'suspension', from, until, capAt: null, capDays: null }]
}

/** The case as it left; nothing of it runs any longer. */
export function left(state: Case, exit: Exit): Case {
  return { ...withPausesEnded(state, exit.at), exit }
}

/** The current cycle's clock with both due dates as an event wrote them (W11). */
export function withDues(state: Case, { due, dueOrig }: Pick<CaseFacts<'resumed'>, 'due' | 'dueOrig'>): Case {
  return withClock(state, { dueNow: due, dueOrig })
}

/** Adds to a set kept as a list. */
export function withMember<T>(list: readonly T[], member: T): readonly T[] {
  return list.includes(member) ? list : [...list, member]
}
