import type { CaseView, TimelineEntry } from '#shared/contract/desktop/views.ts'

/** In: a case. Out: what clashed with what stands and was not decided yet; what was done at once is one clash (N-06). */
export function clashesOf({ timeline, state }: CaseView): readonly (readonly TimelineEntry[])[] {
  const waiting = timeline.filter(({ id, verdict }) => verdict === 'conflict' && state.unapplied.includes(id))
  return [...Map.groupBy(waiting, ({ device, actor, at }) => `${device} ${actor.id} ${at}`).values()]
}
