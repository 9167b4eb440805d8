import { noLink } from '#shared/sync/link.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { must } from '#shared/lib/assert.ts'
import type { FeedEnd, KeptCommit, LogReader, LogWriter, StreamRow } from '../server-log.ts'
import { StoreConflict } from '../store-conflict.ts'
import { streamOf } from '../stored-bytes.ts'
import { createWriteDiscipline, type WriteDiscipline } from '../write-discipline.ts'
import { entryKey, epochKey, type MemoryDrafts, placeKey } from './memory-tables.ts'
import { type Draft, putRow, rowOf, rowsOfList } from './table.ts'

export interface MemoryTransaction {
  readonly drafts: MemoryDrafts
  readonly reader: LogReader
  /** Holds a row until the transaction ends. */
  readonly lock: (row: string) => Promise<void>
  readonly pause: () => Promise<void>
  readonly nextNumber: () => number
  readonly onDurable: LogWriter['onDurable']
}

const newest = Number.POSITIVE_INFINITY

/** The writing half: every row that is written is held until the end, as in a real store. */
export function createMemoryWriter(transaction: MemoryTransaction): LogWriter {
  const discipline = createWriteDiscipline()
  return {
    ...transaction.reader,
    ...streamWrites(transaction, discipline),
    ...commitWrites(transaction),
    ...feedWrites(transaction, discipline),
    onDurable: transaction.onDurable,
  }
}

function streamWrites(
  transaction: MemoryTransaction,
  discipline: WriteDiscipline,
): Pick<LogWriter, 'lockStreams' | 'setStreams' | 'insertEvents' | 'forgetPrivate'> {
  const { drafts, pause, nextNumber } = transaction
  return {
    async lockStreams(streams) {
      await pause()
      discipline.mayLock()
      await lockAll(transaction, 'streams', streams)
      const rows = streams.map(
        (stream): StreamRow => rowOf(drafts.streams, stream, newest) ?? { stream, length: 0, feeds: [], notes: [] },
      )
      discipline.streamsLocked(rows)
      return rows
    },
    async setStreams(rows) {
      await pause()
      discipline.maySet(rows)
      for (const row of rows) putRow(drafts.streams, row.stream, row)
    },
    async insertEvents(events) {
      discipline.mayInsert(events)
      const rows = events.map((event) => [event.id, { event, number: nextNumber() }] as const)
      await insert(transaction, { name: 'events', draft: drafts.events, rows })
    },
    async forgetPrivate(stream) {
      await pause()
      for (const row of rowsOfList(drafts.events, stream, newest)) {
        if (row.event.private === null) continue
        putRow(drafts.events, row.event.id, { ...row, event: { ...row.event, private: null } })
      }
      for (const kept of rowsOfList(drafts.kept, 'all', newest)) {
        const left = withoutPrivate(kept, stream)
        if (left !== kept) putRow(drafts.kept, kept.commit, left)
      }
    },
  }
}

function commitWrites(
  transaction: MemoryTransaction,
): Pick<LogWriter, 'insertCommits' | 'insertKept' | 'setOutcome' | 'setDeviceEnd' | 'takeDuties'> {
  const { drafts, pause, lock } = transaction
  return {
    async insertCommits(commits) {
      const rows = commits.map((commit) => [commit.commit, commit] as const)
      await insert(transaction, { name: 'commits', draft: drafts.commits, rows })
      for (const { device, epoch, lastSequence, link } of commits) {
        putRow(drafts.links, placeKey({ device, epoch, sequence: lastSequence }), link)
      }
    },
    async insertKept(commits) {
      const rows = commits.map((kept) => [kept.commit, kept] as const)
      await insert(transaction, { name: 'kept', draft: drafts.kept, rows })
    },
    async setOutcome(commit, outcome) {
      await pause()
      await lock(`commits ${commit}`)
      const row = must(rowOf(drafts.commits, commit, newest), `commit ${commit} is in the log`)
      putRow(drafts.commits, commit, { ...row, outcome })
    },
    async setDeviceEnd(end) {
      await pause()
      await lock(`deviceEnds ${epochKey(end)}`)
      putRow(drafts.deviceEnds, epochKey(end), end)
    },
    async takeDuties(keys) {
      const rows = keys.map((key) => [key, true] as const)
      await insert(transaction, { name: 'duties', draft: drafts.duties, rows })
    },
  }
}

function feedWrites(
  transaction: MemoryTransaction,
  discipline: WriteDiscipline,
): Pick<LogWriter, 'takeFeeds' | 'insertEntries'> {
  const { drafts, pause } = transaction
  return {
    async takeFeeds(feeds) {
      await pause()
      await lockAll(transaction, 'feeds', feeds)
      const ends = feeds.map((feed) => feedEnd(drafts, feed))
      discipline.feedsTaken(ends)
      return ends
    },
    async insertEntries(entries) {
      await pause()
      const ends = discipline.afterEntries(entries)
      for (const entry of entries) putRow(drafts.entries, entryKey(entry), entry)
      for (const end of ends) putRow(drafts.feedEnds, end.feed, end)
    },
  }
}

async function lockAll(transaction: MemoryTransaction, table: string, keys: readonly string[]): Promise<void> {
  for (const key of keys.toSorted()) await transaction.lock(`${table} ${key}`)
}

async function insert<V>(
  { pause, lock }: MemoryTransaction,
  into: { readonly name: string; readonly draft: Draft<V>; readonly rows: readonly (readonly [string, V])[] },
): Promise<void> {
  await pause()
  for (const [key, value] of into.rows) {
    await lock(`${into.name} ${key}`)
    if (rowOf(into.draft, key, newest) !== undefined) throw new StoreConflict('23505')
    putRow(into.draft, key, value)
  }
}

const feedEnd = (drafts: MemoryDrafts, feed: FeedName): FeedEnd =>
  rowOf(drafts.feedEnds, feed, newest) ?? { feed, sequence: 0, hash: noLink }

function withoutPrivate(kept: KeptCommit, stream: string): KeptCommit {
  if (!kept.events.some((event) => event.private !== null && streamOf(event.envelope) === stream)) return kept
  const events = kept.events.map((event) => (streamOf(event.envelope) === stream ? { ...event, private: null } : event))
  return { ...kept, events }
}
