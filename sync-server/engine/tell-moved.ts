/**
 * Where a case has gone that was moved away, the units that lost it are told, each time it goes on, and that they need to
 * know it no more where it comes back, or becomes strictly confidential (G-07, SYNC-FEED-11). Only of a case that was moved
 * is anything asked.
 */
import type { Units } from '#shared/domain/access/unit-tree.ts'
import type { Case, CaseState } from '#shared/domain/case/state.ts'
import { trailFor, trailOf } from '#shared/domain/case/trail.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { tell } from './fan-out.ts'
import { feedOfAudience } from './reference.ts'
import type { Work } from './work.ts'

interface Gone {
  readonly stream: string
  readonly before: CaseState
  readonly now: CaseState
}

export function tellMoved(work: Work, { stream, before, now }: Gone): void {
  if (now.kind === 'none' || now.moves.length === 0 || hangsOnSame(before, now)) return
  const { units } = work.reference.now
  tellChanged(work, { stream, case: now, was: trailsIn(before, units), is: trailsIn(now, units) })
}

/** As `tellMoved`, where the tree of units changed and the case did not. */
export function tellRegrouped(work: Work, stream: string, before: Units): void {
  const now = work.states.get(stream)
  if (now?.kind !== 'case' || now.moves.length === 0) return
  tellChanged(work, { stream, case: now, was: trailsIn(now, before), is: trailsIn(now, work.reference.now.units) })
}

const hangsOnSame = (before: CaseState, now: Case): boolean =>
  before.kind === 'case' &&
  before.moves === now.moves &&
  before.confidentiality === now.confidentiality &&
  before.complainedAbout === now.complainedAbout

/** Feed → what it is told. */
type Trails = ReadonlyMap<FeedName, string>

function trailsIn(state: CaseState, units: Units): Trails {
  if (state.kind === 'none') return new Map()
  const said = JSON.stringify(trailOf(state, units))
  return new Map(trailFor(state, units).map((audience) => [feedOfAudience(audience), said]))
}

interface Changed {
  readonly stream: string
  readonly case: Case
  readonly was: Trails
  readonly is: Trails
}

function tellChanged(work: Work, { stream, case: state, was, is }: Changed): void {
  for (const feed of new Set([...was.keys(), ...is.keys()])) {
    if (was.get(feed) === is.get(feed)) continue
    const trail = is.has(feed) ? trailOf(state, work.reference.now.units) : null
    tell(work, feed, { kind: 'moved', stream, trail, at: work.judging.now })
  }
}
