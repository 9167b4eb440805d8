import { toHex } from '#shared/sync/bytes.ts'
import { canonicalBytes } from '#shared/sync/canonical-json.ts'
import type { EntryEvent, EntryHeader } from '#shared/sync/feed-entry.ts'
import type { StoredCommit, StoredEvent } from '#server/log/server-log.ts'
import { verdictOf } from './load-streams.ts'

export type CommitHeader = Extract<EntryHeader, { readonly kind: 'commit' | 'earlier' }>

/** What an entry says of a commit that stands in its streams, and of those of its events that the audience may hold. */
export function commitHeader(
  kind: 'commit' | 'earlier',
  stored: StoredCommit,
  events: readonly StoredEvent[],
): CommitHeader {
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

const encoder = new TextEncoder()

/**
 * A header's bytes, as `canonicalBytes` writes them. That of a commit by hand, members in their order: it passes here for
 * every audience of every commit.
 */
export function writeHeader(header: EntryHeader): Uint8Array {
  if (header.kind !== 'commit' && header.kind !== 'earlier') return canonicalBytes(header)
  const { at, commit, doubtful, events, facts, kind, verdict } = header
  const shown = events.map(eventText).join(',')
  return encoder.encode(
    `{"at":"${at}","commit":"${commit}","doubtful":${doubtful},"events":[${shown}],"facts":${JSON.stringify(facts)},"kind":"${kind}","verdict":"${verdict}"}`,
  )
}

function eventText({ content, device, epoch, id, position, sequence, stream }: EntryEvent): string {
  return `{"content":"${content}","device":${JSON.stringify(device)},"epoch":${epoch},"id":"${id}","position":${position},"sequence":${sequence},"stream":${JSON.stringify(stream)}}`
}
