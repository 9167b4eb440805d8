/**
 * That somebody's work on a case is held, the other machines of his unit are told, and when it is so no more: else they
 * would do again what was done (N-06, SYNC-APPEND-14). Who, when and what kind; nothing that he wrote.
 */
import { audienceOfUnit } from '#shared/domain/access/audience.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import type { HeldAct, Outcome } from '#shared/sync/outcome.ts'
import { tell } from './fan-out.ts'
import { rowOf } from './load-streams.ts'
import type { LinkedCommit } from './received.ts'
import { feedOfAudience } from './reference.ts'
import type { Work } from './work.ts'

interface Turned {
  readonly commit: LinkedCommit
  /** Null: it has just arrived. */
  readonly before: Outcome | null
  readonly now: Outcome
}

export function tellHeld(work: Work, { commit, before, now }: Turned): void {
  // Of what was held for several reasons in turn the end is told in any case: it may have been told of before.
  const wasTold = before !== null && awaitsPerson(before)
  const isNews = now.kind === 'held' ? awaitsPerson(now) && !wasTold : before?.kind === 'held'
  if (!isNews) return
  const acts = actsOf(commit)
  if (now.kind !== 'held')
    return tellOver(work, { commit: commit.commit, streams: acts.map(({ stream }) => stream), outcome: now })
  for (const act of acts)
    tellUnit(work, { commit: commit.commit, stream: act.stream, outcome: { ...now, reason: bare(now.reason), act } })
}

/** What was held is so no more, whatever was told of it. In: the streams that it wrote, held. */
export function tellOver(
  work: Work,
  {
    commit,
    streams,
    outcome,
  }: { readonly commit: string; readonly streams: readonly string[]; readonly outcome: Ended },
): void {
  for (const stream of streams.filter((each) => each.startsWith('case:')))
    tellUnit(work, { commit, stream, outcome: over(outcome) })
}

function tellUnit(
  work: Work,
  { commit, stream, outcome }: { readonly commit: string; readonly stream: string; readonly outcome: Outcome },
): void {
  const said = { kind: 'outcome', commit, outcome, at: work.judging.now } as const
  for (const feed of feedsOfUnit(work, stream)) tell(work, feed, said)
}

/** What an update or the device's own next push settles troubles nobody. */
const untold: readonly string[] = ['sync-ground-lacking', 'sync-newer']

const awaitsPerson = (outcome: Outcome): boolean => outcome.kind === 'held' && !untold.includes(outcome.reason.code)

/** A reason's words may be a person's own. */
const bare = ({ code }: { readonly code: string }) => ({ code, params: {} })

export type Ended = Exclude<Outcome, { kind: 'held' }>

const over = (outcome: Ended): Outcome =>
  outcome.kind === 'refused' ? { kind: 'refused', reason: bare(outcome.reason) } : outcome

function actsOf({ events }: LinkedCommit): readonly HeldAct[] {
  const ofCases = events.map(({ content }) => content).filter(({ stream }) => stream.startsWith('case:'))
  return [...Map.groupBy(ofCases, ({ stream }) => stream)].flatMap(([stream, [first, ...others]]) =>
    first === undefined
      ? []
      : [{ stream, actor: first.actor, at: first.at, types: [first, ...others].map(({ type }) => type) }],
  )
}

/** Of the feeds that show the case: that of the author's unit, or the case's own where it is strictly confidential. */
function feedsOfUnit(work: Work, stream: string): readonly FeedName[] {
  const own = feedOfAudience(audienceOfUnit(work.reference.now.units, work.judging.device.unit))
  return rowOf(work, stream).feeds.filter((feed) => feed === own || feed === stream)
}
