import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { type Hash, joinBytes } from '#shared/sync/bytes.ts'
import type { PushPage } from '#shared/sync/push-page.ts'
import { malformed, readEvent } from './read-event.ts'
import type { ReceivedCommit, ReceivedEvent } from './received.ts'

/** In: a push whose form was read. Out: its commits, each event checked; refuses the whole push (SYNC-ENV-3, SYNC-PUSH-1). */
export function readPush(hash: Hash, { head, events }: PushPage): Result<readonly ReceivedCommit[]> {
  const commits: ReceivedCommit[] = []
  const ids = new Set<string>()
  let at = 0
  for (const { commit, count } of head.commits) {
    const read = readCommit(hash, events.slice(at, at + count))
    if (!read.ok) return read
    if (!isWhole(read.value, commit)) return malformed('commit')
    for (const { content } of read.value) ids.add(content.id)
    const firstSequence = head.first + at
    commits.push({
      commit,
      events: read.value,
      epoch: head.epoch,
      firstSequence,
      lastSequence: firstSequence + count - 1,
      bytesHash: bytesHashOf(hash, read.value),
    })
    at += count
  }
  const isOnce = ids.size === events.length && new Set(commits.map(({ commit }) => commit)).size === commits.length
  return isOnce ? ok(commits) : refuse('sync-page-malformed', { detail: 'an id twice' })
}

/** Events of one commit, in their order. */
export function readCommit(hash: Hash, events: PushPage['events']): Result<readonly ReceivedEvent[]> {
  const read: ReceivedEvent[] = []
  for (const bytes of events) {
    const event = readEvent(hash, bytes)
    if (!event.ok) return event
    read.push(event.value)
  }
  return ok(read)
}

const isWhole = (events: readonly ReceivedEvent[], commit: string): boolean =>
  events.every(
    ({ content }, index) => content.commit === commit && content.index === index && content.count === events.length,
  )

export const bytesHashOf = (hash: Hash, events: readonly ReceivedEvent[]): Uint8Array =>
  hash(joinBytes(...events.map((event) => event.contentHash)))
