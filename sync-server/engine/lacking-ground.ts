/**
 * What a commit rests on and the server does not hold: the case or the person it goes on with, an event that a stamp
 * names, the rights event that its author worked by. A server that was restored from a backup meets such commits until all
 * machines have sent theirs again: they wait, whatever else would be said of them (SYNC-APPEND-13, S12).
 */
import { rowOf } from './load-streams.ts'
import { eventIdOf } from '#server/log/stored-bytes.ts'
import { isCopy, onOffer } from './offered.ts'
import type { ReceivedCommit, ReceivedEvent } from './received.ts'
import type { Work } from './work.ts'

/** For the reason of an outcome: the stream or the event that is lacking; the other is empty. */
export type Lacking = Readonly<Record<'stream' | 'event', string>>

/** Events that may begin a stream of their kind. */
const beginnings: Readonly<Record<string, readonly string[]>> = {
  'case:': ['received', 'registered'],
  'person:': ['person.recorded'],
}

/** In: a commit that is not simply taken. Out: what it lacks; null when the server holds all that it rests on. */
export async function lackingGround(work: Work, commit: ReceivedCommit): Promise<Lacking | null> {
  const headless = commit.events.find((event) => isHeadless(work, commit, event))
  if (headless !== undefined) return { stream: headless.content.stream, event: '' }
  const named = [...new Set(commit.events.flatMap(namedBy))].filter((id) => !isHere(work, commit, id))
  if (named.length === 0) return null
  const found = await work.log.findEvents(named)
  const holders = await work.log.readCommits([...new Set(found.values())])
  const copies = new Set(holders.filter(isCopy).map((holder) => holder.commit))
  const copied = named.filter((id) => copies.has(found.get(id) ?? ''))
  const offered = copied.length === 0 ? new Set() : await onOffer(work.log, copied)
  const lacking = named.find((id) => offered.has(id) || !found.has(id))
  return lacking === undefined ? null : { stream: '', event: lacking }
}

function isHeadless(work: Work, commit: ReceivedCommit, { content: { stream } }: ReceivedEvent): boolean {
  const begins = beginnings[stream.slice(0, stream.indexOf(':') + 1)]
  if (begins === undefined || rowOf(work, stream).length > 0) return false
  return !commit.events.some(({ content }) => content.stream === stream && begins.includes(content.type))
}

const namedBy = ({ content: { expects, rights } }: ReceivedEvent): readonly string[] => [
  ...Object.values(expects).filter((id) => id.length === 36),
  ...(rights === null || rights === '' ? [] : [rights]),
]

const isHere = ({ events, kept, reference }: Work, commit: ReceivedCommit, id: string): boolean =>
  reference.rank.has(id) ||
  commit.events.some(({ content }) => content.id === id) ||
  events.some((event) => event.id === id) ||
  kept.some(({ events: hidden }) => hidden.some(({ envelope }) => eventIdOf(envelope) === id))
