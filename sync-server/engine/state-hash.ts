import { createHash } from 'node:crypto'
import type { Audience } from '#shared/domain/access/audience.ts'
import { foldVersion, viewFor } from '#shared/domain/case/view.ts'
import { must } from '#shared/lib/assert.ts'
import { canonicalBytes } from '#shared/sync/canonical-json.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import type { Engine } from './engine.ts'
import { readCases } from './load-streams.ts'
import { feedOfAudience } from './reference.ts'

export interface StateHash {
  readonly cases: number
  /** With the version of fold and view in front: only hashes of the same one compare. */
  readonly hash: string
}

const casesARead = 300

/**
 * One hash over the folded state of every case that an audience may hold, as it can know it: the same as that of a machine
 * of this audience, once nothing moves any more (S6, S8). In: the audience; more feeds where a machine holds strict cases.
 */
export async function hashOfStates(
  engine: Engine,
  audience: Audience,
  more: readonly FeedName[] = [],
): Promise<StateHash> {
  const streams = new Set<string>()
  for (const feed of [feedOfAudience(audience), ...more])
    for (const stream of await casesOf(engine, feed)) streams.add(stream)
  const sorted = [...streams].toSorted()
  const hash = createHash('sha256')
  let cases = 0
  for (let at = 0; at < sorted.length; at += casesARead) {
    const some = sorted.slice(at, at + casesARead)
    const states = await engine.log.read(async (log) => readCases(engine, log, await log.readStreams(some)))
    for (const stream of some) {
      const state = must(states.get(stream), 'a stream of a feed has a state')
      if (state.kind !== 'case') continue
      cases += 1
      hash.update(canonicalBytes(viewFor(audience, state)))
    }
  }
  return { cases, hash: `${foldVersion}:${hash.digest('hex')}` }
}

const streamsARead = 5000

async function casesOf(engine: Engine, feed: FeedName): Promise<readonly string[]> {
  const streams: string[] = []
  for (let after = 'case:'; ;) {
    const asked = { feed, note: null, after, limit: streamsARead }
    const rows = await engine.log.read((log) => log.readStreamsOf(asked))
    const cases = rows.map(({ stream }) => stream).filter((stream) => stream.startsWith('case:'))
    streams.push(...cases)
    if (cases.length < streamsARead) return streams
    after = must(cases.at(-1), 'a full page has a last one')
  }
}
