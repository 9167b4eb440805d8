import { entryHash } from '#shared/sync/feed-entry.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { noLink } from '#shared/sync/link.ts'
import type { EntryRow, FeedEnd, LogReader, LogWriter, ServerLog, StoredEvent } from '#server/log/server-log.ts'
import { eventIdsOf } from '#server/log/stored-bytes.ts'
import { sha256 } from '#test/support/sync/test-device.ts'

/*
 * The fault of every feed numbered by a serial: a number is drawn at once, by whoever comes, and its entry is seen when
 * its transaction ends. What is numbered later may be seen earlier, and what rolls back leaves a hole.
 */
interface Numbered {
  /** The last number drawn of each feed. */
  readonly drawn: Map<FeedName, FeedEnd>
  /** Entries that can be seen. */
  readonly seen: Map<FeedName, EntryRow[]>
  readonly events: Map<string, StoredEvent>
}

export function serialLog(log: ServerLog): ServerLog {
  const numbered: Numbered = { drawn: new Map(), seen: new Map(), events: new Map() }
  const told: ((feeds: readonly FeedName[]) => void)[] = []
  return {
    ...log,
    read: (work) => log.read((reader) => work(reading(reader, numbered))),
    write: async (work) => {
      let entries: EntryRow[] = []
      const result = await log.write((writer) => {
        entries = []
        return work(drawing(writer, numbered, entries))
      })
      for (const entry of entries) numbered.seen.set(entry.feed, [...(numbered.seen.get(entry.feed) ?? []), entry])
      if (entries.length > 0) for (const tell of told) tell([...new Set(entries.map(({ feed }) => feed))])
      return result
    },
    onAppended: (tell) => {
      told.push(tell)
      return () => {}
    },
  }
}

const endIn = (ends: ReadonlyMap<FeedName, FeedEnd>, feed: FeedName): FeedEnd =>
  ends.get(feed) ?? { feed, sequence: 0, hash: noLink }

function drawing(writer: LogWriter, numbered: Numbered, entries: EntryRow[]): LogWriter {
  return {
    ...writer,
    ...answers(numbered),
    insertEvents: (events) => {
      for (const event of events) numbered.events.set(event.id, event)
      return writer.insertEvents(events)
    },
    takeFeeds: (feeds) => Promise.resolve(feeds.map((feed) => endIn(numbered.drawn, feed))),
    insertEntries: async (rows) => {
      for (const row of rows) {
        const before = endIn(numbered.drawn, row.feed)
        const sequence = before.sequence + 1
        const hash = entryHash(sha256, before.hash, { feed: row.feed, sequence, header: row.header })
        numbered.drawn.set(row.feed, { feed: row.feed, sequence, hash })
        entries.push({ ...row, sequence, hash })
      }
      await writer.insertEntries([])
    },
  }
}

const reading = (reader: LogReader, numbered: Numbered): LogReader => ({ ...reader, ...answers(numbered) })

function answers({ seen, events }: Numbered): Pick<LogReader, 'feedEnds' | 'allFeedEnds' | 'readEntries'> {
  const sorted = (feed: FeedName): readonly EntryRow[] =>
    (seen.get(feed) ?? []).toSorted((left, right) => left.sequence - right.sequence)
  const endOf = (feed: FeedName): FeedEnd => sorted(feed).at(-1) ?? { feed, sequence: 0, hash: noLink }
  return {
    feedEnds: (feeds) => Promise.resolve(feeds.map(endOf)),
    allFeedEnds: () => Promise.resolve([...seen.keys()].map(endOf)),
    readEntries: ({ feed, after, limit }) => {
      const rows = sorted(feed).filter(({ sequence }) => sequence > after)
      return Promise.resolve(rows.slice(0, limit).map((row) => ({ ...row, events: shown(row, events) })))
    },
  }
}

const shown = ({ header, withPrivate }: EntryRow, events: ReadonlyMap<string, StoredEvent>) =>
  eventIdsOf(header).flatMap((id, index) => {
    const event = events.get(id)
    if (event === undefined) return []
    const { envelope, facts } = event
    return [{ envelope, facts, private: withPrivate[index] === true ? event.private : null }]
  })
