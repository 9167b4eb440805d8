/**
 * Entries that were appended a moment ago, for machines that follow their feeds: such a page is written from memory and
 * nobody looks into the log for it (SYNC-LINK-6). They are kept for so short a time that whoever asks has followed all
 * along; a machine that comes later reads the log, which may show less by then (SYNC-FEED-5).
 */
import type { EventBytes, FeedName } from '#shared/sync/feed-entry.ts'
import type { FeedEnd } from '#server/log/server-log.ts'

export interface RecentEntry {
  readonly sequence: number
  readonly hash: Uint8Array
  readonly headerBytes: Uint8Array
  readonly events: readonly EventBytes[]
}

interface Kept {
  /** Where the feed ended before the first of them. */
  readonly before: FeedEnd
  readonly entries: readonly RecentEntry[]
  readonly at: number
}

export interface RecentEntries {
  /** In: where a feed ended, what was appended behind it, when (ms since 1970). */
  keep(before: FeedEnd, entries: readonly RecentEntry[], at: number): void
  forget(feed: FeedName): void
  /** Null where they do not go on from there, or are too old. */
  after(
    feed: FeedName,
    sequence: number,
    now: number,
  ): { readonly hash: Uint8Array; readonly entries: readonly RecentEntry[] } | null
}

const keptMs = 2000
/** A feed's; more at once is read from the log. */
export const mostRecent = 64

export function createRecentEntries(): RecentEntries {
  /** The longest untouched first. */
  const feeds = new Map<FeedName, Kept>()
  const dropOld = (now: number): void => {
    for (const [feed, { at }] of feeds) {
      if (now - at < keptMs) return
      feeds.delete(feed)
    }
  }
  return {
    keep: (before, entries, at) => {
      dropOld(at)
      const { feed } = before
      const known = feeds.get(feed)
      feeds.delete(feed)
      const goesOn = known !== undefined && endOf(known) === before.sequence
      const joined = goesOn ? { before: known.before, entries: [...known.entries, ...entries] } : { before, entries }
      if (joined.entries.length <= mostRecent) feeds.set(feed, { ...joined, at })
    },
    forget: (feed) => void feeds.delete(feed),
    after: (feed, sequence, now) => {
      dropOld(now)
      const known = feeds.get(feed)
      if (known === undefined) return null
      const entries = known.entries.filter((entry) => entry.sequence > sequence)
      const isNext = entries[0]?.sequence === sequence + 1
      const hash = [known.before, ...known.entries].find((each) => each.sequence === sequence)?.hash
      return isNext && hash !== undefined ? { hash, entries } : null
    },
  }
}

const endOf = ({ before, entries }: Kept): number => entries.at(-1)?.sequence ?? before.sequence
