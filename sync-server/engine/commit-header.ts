import { toHex } from '#shared/sync/bytes.ts'
import type { EntryEvent, EntryHeader } from '#shared/sync/feed-entry.ts'
import type { StoredCommit, StoredEvent } from '#server/log/server-log.ts'
import { verdictOf } from './load-streams.ts'

/** What an entry says of a commit that stands in its streams, and of those of its events that the audience may hold. */
export function commitHeader(
  kind: 'commit' | 'earlier',
  stored: StoredCommit,
  events: readonly StoredEvent[],
): EntryHeader {
  const { outcome } = stored
  return {
    kind,
    commit: stored.commit,
    verdict: verdictOf(stored),
    facts: outcome.kind === 'accepted' ? outcome.moved : outcome.kind === 'conflict' ? outcome.facts : [],
    at: stored.receivedAt,
    doubtful: stored.doubtful,
    events: events.map(entryEvent),
  }
}

function entryEvent({ id, stream, position, contentHash, device, epoch, sequence }: StoredEvent): EntryEvent {
  return { id, stream, position, content: toHex(contentHash), device, epoch, sequence }
}
