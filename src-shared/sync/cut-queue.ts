import { pushBounds } from './push-page.ts'

export interface QueuedCommit {
  readonly events: number
  /** Bytes of its events, before compression. */
  readonly bytes: number
  /** Chain it was signed in: a push has one. */
  readonly chain: number
}

/** What the head and the lengths in front of an event's three records take, at most. */
const bytesPerCommit = 80
const bytesPerEvent = 12
/** The head, and room for text that hardly shrinks: packed bytes are never measured before they are packed. */
const headBytes = 4096

/**
 * How many commits from the front of the queue (read no further than that) fit one push: whole, in order, of one chain, within the bounds. At least
 * one, so that a commit that is too large is answered instead of standing in the way. SYNC-PUSH-1, SYNC-PUSH-6.
 */
export function cutQueue(queue: Iterable<QueuedCommit>, most: { readonly bytes: number }): number {
  const limit = Math.min(most.bytes, pushBounds.plainBytes) - headBytes
  let taken = 0
  let bytes = 0
  let chain: number | null = null
  for (const commit of queue) {
    bytes += commit.bytes + bytesPerCommit + commit.events * bytesPerEvent
    chain ??= commit.chain
    if (taken > 0 && (bytes > limit || commit.chain !== chain)) break
    taken += 1
    if (taken === pushBounds.commits) break
  }
  return taken
}
