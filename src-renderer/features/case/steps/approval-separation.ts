import { authorsOf, currentCycle } from '#shared/domain/case/reading.ts'
import { isApprovedByAuthor } from '#shared/domain/case/separation.ts'
import { stepMessages as messages } from '#shared/i18n/case-steps.ts'
import { api } from '#renderer/client/core.ts'
import { useCoreQuery } from '#renderer/client/use-core.ts'
import { useSession } from '#renderer/parts/session.tsx'
import { useSpeech } from '#renderer/parts/speech.tsx'
import { useStaff } from '#renderer/parts/use-staff.ts'
import type { StepProps } from './use-step.ts'

export interface ApprovalSeparation {
  /** `free`: may approve; `other`: someone else must; `fcr`: own answer at first contact; `except`: nobody else is there. */
  readonly kind: 'free' | 'other' | 'fcr' | 'except'
  readonly others: string
}

/** Whether whoever is signed in may approve the latest draft, and who else may (A-02, Z-06). */
export function useApprovalSeparation(view: StepProps['view']): ApprovalSeparation {
  const { t, say } = useSpeech()
  const { session } = useSession()
  const cycle = currentCycle(view.state)
  const authors: readonly string[] = authorsOf(cycle)
  const own = session.user.id
  const settings = useCoreQuery(api.admin.settings.queryOptions({ input: {} })).data
  const staff = useStaff('approve_reply')
  const others = staff.filter(({ id }) => !authors.includes(id) && !cycle.excluded.includes(id) && id !== own)
  const isAuthor = authors.includes(own)
  const isEarlier = cycle.excluded.some((id) => id === own)
  const list = others.map(({ name }) => say(name)).join(t(messages.comma))
  if (!isAuthor && !isEarlier) return { kind: 'free', others: list }
  if (isAuthor && !isEarlier && settings !== undefined && isApprovedByAuthor(view.state, settings))
    return { kind: 'fcr', others: list }
  return { kind: others.length > 0 ? 'other' : 'except', others: list }
}
