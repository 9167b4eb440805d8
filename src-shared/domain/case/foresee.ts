import type { UserId } from '#shared/domain/access/events.ts'
import { admit } from './admit.ts'
import type { AdmitPolicy, Verdict } from './admit.ts'
import type { CaseId } from './event-parts.ts'
import type { RecordedCaseEvent } from './events.ts'
import { evolve } from './evolve.ts'
import { noCase } from './state.ts'
import type { CaseState } from './state.ts'

/** An event of a case's history with what its author had seen. */
export interface ForeseenEvent {
  readonly event: RecordedCaseEvent
  readonly commit: string
  readonly expects: Readonly<Record<string, string>>
}

type Foreseen = Exclude<Verdict, { readonly kind: 'accepted' }>

/**
 * What will probably be said of this machine's unanswered commits, now that others' events stand before them: those that
 * the rules would not take as they are will need a decision, and are sent all the same (SYNC-MERGE-4, S9). In: a case's
 * history in the order of its fold, the policy as known here. Out: by commit; those that would be taken are left out.
 */
export function foresee(
  id: CaseId,
  history: readonly ForeseenEvent[],
  policy: AdmitPolicy,
): ReadonlyMap<string, Foreseen> {
  const foreseen = new Map<string, Foreseen>()
  const commits = new Map<string, ForeseenEvent[]>()
  let state: CaseState = noCase
  for (const told of history) {
    if (told.event.verdict === 'pending') {
      const earlier = commits.get(told.commit) ?? []
      commits.set(told.commit, [...earlier, told])
      const verdict = foreseen.get(told.commit) ?? admit(state, submitted(told, earlier), policy)
      if (verdict.kind !== 'accepted') {
        foreseen.set(told.commit, verdict)
        continue
      }
    }
    state = evolve(state, told.event, id)
  }
  return foreseen
}

/** Stamps stand on the first event of a commit and hold for all of it. */
const submitted = (told: ForeseenEvent, earlier: readonly ForeseenEvent[]): Parameters<typeof admit>[1] => ({
  event: told.event,
  actor: told.event.actor as UserId,
  at: told.event.at,
  via: told.event.via,
  expects: (earlier[0] ?? told).expects,
  sameCommit: earlier.map(({ event }) => event.id),
})
