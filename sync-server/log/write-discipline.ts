/**
 * What every implementation holds a transaction to, so that a fault of the engine shows in its first test: an event
 * goes to a locked stream at its next position, an entry to a taken feed at its next sequence, and nothing is locked
 * after the feeds are taken (SYNC-APPEND-10, SYNC-FEED-1).
 */
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { assert, must } from '#shared/lib/assert.ts'
import type { EntryRow, FeedEnd, StoredEvent, StreamRow } from './server-log.ts'

export interface WriteDiscipline {
  streamsLocked(rows: readonly StreamRow[]): void
  mayLock(): void
  mayInsert(events: readonly StoredEvent[]): void
  maySet(rows: readonly StreamRow[]): void
  feedsTaken(ends: readonly FeedEnd[]): void
  /** Out: the new ends of the entries' feeds. */
  afterEntries(entries: readonly EntryRow[]): readonly FeedEnd[]
}

export function createWriteDiscipline(): WriteDiscipline {
  const positions = new Map<string, number>()
  const ends = new Map<FeedName, FeedEnd>()
  let taken = false
  return {
    streamsLocked: (rows) => rows.forEach(({ stream, length }) => positions.set(stream, length)),
    mayLock: () => assert(!taken, 'streams are locked before the feeds are taken'),
    mayInsert: (events) => {
      for (const { stream, position } of events) {
        const length = must(positions.get(stream), `${stream} is locked before it is written`)
        assert(position === length + 1, `${stream} goes on at ${length + 1}`)
        positions.set(stream, position)
      }
    },
    maySet: (rows) =>
      rows.forEach(({ stream }) => assert(positions.has(stream), `${stream} is locked before it is set`)),
    feedsTaken: (rows) => {
      assert(!taken, 'feeds are taken once')
      taken = true
      for (const end of rows) ends.set(end.feed, end)
    },
    afterEntries: (entries) => {
      const moved = new Map<FeedName, FeedEnd>()
      for (const { feed, sequence, hash } of entries) {
        const end = must(ends.get(feed), `${feed} is taken before it is written`)
        assert(sequence === end.sequence + 1, `${feed} goes on at ${end.sequence + 1}`)
        ends.set(feed, { feed, sequence, hash })
        moved.set(feed, { feed, sequence, hash })
      }
      return [...moved.values()]
    },
  }
}
