import type { UserId } from '#shared/domain/access/events.ts'
import type { Refusal } from '#shared/lib/result.ts'
import { because } from './because.ts'
import type { DecideContext } from './context.ts'
import { liaisonsSoFar } from './reading.ts'
import type { Case, Referral } from './state.ts'

interface Answering {
  readonly department: Referral['department']
  readonly actor: { readonly user: UserId; readonly unit: string | null }
}

/**
 * In: who is about to answer for a department. Out: the refusal where he answered in an earlier cycle and the department has
 * another liaison. The way out is the team's: it enters the answer, and the case shows that it did (Z-06, F-04).
 */
export function sameLiaison(
  state: Case,
  { department, actor }: Answering,
  { othersOfUnit }: Pick<DecideContext, 'othersOfUnit'>,
): Refusal | null {
  const answered = liaisonsSoFar(state, department)
  const isSame = actor.unit === department && answered.includes(actor.user)
  if (!isSame || othersOfUnit(department, 'answer_for_department', answered).length === 0) return null
  return because('separation-new-liaison')
}
