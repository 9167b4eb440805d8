/**
 * A case that was moved is told of by people and units whom its new audience has no record of: their names come before
 * what they did (SYNC-FEED-12). Only of a case that was moved is anything looked at.
 */
import type { Label } from '#shared/domain/access/events.ts'
import { parseCanonical } from '#shared/sync/canonical-json.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import type { StoredEvent } from '#server/log/server-log.ts'
import { readEventBody } from './event-body.ts'
import { membersOfOther } from './stream-members.ts'
import type { ShownEvent, Work } from './work.ts'

interface Called {
  readonly id: string
  readonly name: Label
}

export interface Names {
  readonly users: Called[]
  readonly units: Called[]
}

/** Feed and stream of whomever this transaction has named. */
const told = new WeakMap<Work, Set<string>>()

/** In: what a feed is about to be shown. Out: whom of it this feed has no record of, and was not told in this transaction; null: nobody. */
export function unknownNames(work: Work, feed: FeedName, shown: readonly ShownEvent[]): Names | null {
  if (!shown.some(({ event }) => isMoved(work, event.stream))) return null
  const moved = shown.filter(({ event }) => isMoved(work, event.stream))
  const { users, units } = work.reference.now
  const ids = new Set(moved.flatMap(({ event }) => idsIn(event)))
  const unknown = (kind: string, known: ReadonlyMap<string, Called>): Called[] =>
    [...ids].flatMap((id) => {
      const found = known.get(id)
      if (found === undefined || !isNews(work, feed, `${kind}:${id}`)) return []
      return [{ id, name: { ar: found.name.ar, en: found.name.en } }]
    })
  const names = { users: unknown('user', users), units: unknown('unit', units) }
  return names.users.length + names.units.length === 0 ? null : names
}

function isMoved(work: Work, stream: string): boolean {
  const state = work.states.get(stream)
  return state?.kind === 'case' && state.moves.length > 0
}

/** Once a transaction, and where the feed shows no record of it. */
function isNews(work: Work, feed: FeedName, stream: string): boolean {
  const said = told.get(work) ?? new Set<string>()
  told.set(work, said)
  const key = `${feed} ${stream}`
  if (said.has(key)) return false
  said.add(key)
  return !membersOfOther(work, stream).feeds.includes(feed)
}

/** Who did it, and every text of its facts that may be an id. */
function idsIn(event: StoredEvent): readonly string[] {
  const { actor } = parseCanonical(event.envelope) as { readonly actor: string }
  return [actor, ...textsIn(readEventBody(event).body)]
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}
