import type { CaseView, TimelineEntry } from '#shared/contract/desktop/views.ts'

/** In: a case. Out: what clashed with what stands and was not decided yet (N-06). */
export const clashesOf = ({ timeline, state }: CaseView): readonly TimelineEntry[] =>
  timeline.filter(({ id, verdict }) => verdict === 'conflict' && state.unapplied.includes(id))
