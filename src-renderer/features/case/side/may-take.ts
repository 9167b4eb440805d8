import type { CaseView } from '#shared/contract/desktop/views.ts'
import type { Right } from '#shared/domain/access/rights.ts'
import { currentCycle } from '#shared/domain/case/reading.ts'

interface Sitting {
  readonly user: string
  readonly has: (right: Right) => boolean
}

/** In: a case as its page has it, who sits there. Out: whether nobody works on it and he could (Z-06); the core judges it again. */
export function mayTake({ state, allowed }: Pick<CaseView, 'state' | 'allowed'>, { user, has }: Sitting): boolean {
  const { handler, excluded } = currentCycle(state)
  return handler === null && allowed.includes('assign') && has('draft_reply') && !excluded.some((id) => id === user)
}
