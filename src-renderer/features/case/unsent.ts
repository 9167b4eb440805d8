import type { CaseView } from '#shared/contract/desktop/views.ts'

type Entry = Pick<CaseView['timeline'][number], 'type' | 'facts' | 'verdict'>

/** Of a joined machine: whether something done on a referral here has no outcome of the server yet, so that nobody elsewhere knows of it. */
export const isUnsent = (timeline: readonly Omit<Entry, 'type'>[], { id }: { readonly id: string }): boolean =>
  timeline.some(({ facts, verdict }) => facts['referral'] === id && verdict === 'pending')

/** The same of the referral itself: its department does not have it. */
export const hasNotLeft = (timeline: readonly Entry[], referral: { readonly id: string }): boolean =>
  isUnsent(
    timeline.filter(({ type }) => type === 'referred'),
    referral,
  )
