import { noLink } from '#shared/sync/link.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { assert } from '#shared/lib/assert.ts'
import type { EntryRow, FeedEnd, KeptCommit, LogWriter, StoredCommit, StoredEvent, StreamRow } from '../server-log.ts'
import { eventIdOf, streamOf } from '../stored-bytes.ts'
import { createWriteDiscipline, type WriteDiscipline } from '../write-discipline.ts'
import { plainArray, textArray } from './array-literal.ts'
import { type PackBounds, packRows } from './pack-rows.ts'
import { createPostgresReader } from './postgres-reader.ts'
import type { Session } from './session.ts'
import { writeStatements } from './write-statements.ts'

export interface WriterOptions {
  readonly session: Session
  readonly bounds: PackBounds
  /** Ends of feeds that this transaction took already, for an earlier work. */
  readonly heldEnds: ReadonlyMap<FeedName, FeedEnd>
  /** Hears where feeds end that got entries. */
  readonly appended: (ends: readonly FeedEnd[]) => void
  readonly onDurable: LogWriter['onDurable']
}

/** What is worth a statement of its own, so that the store begins with it. */
const manyEvents = 100

/** The port inside one transaction that holds the log's one writing place (see `write-lane.ts`). */
export function createPostgresWriter(options: WriterOptions): LogWriter {
  const discipline = createWriteDiscipline()
  return {
    ...createPostgresReader(options.session),
    ...streamWrites(options, discipline),
    ...commitWrites(options),
    ...feedWrites(options, discipline),
    onDurable: options.onDurable,
  }
}

function streamWrites(
  { session, bounds }: WriterOptions,
  discipline: WriteDiscipline,
): Pick<LogWriter, 'lockStreams' | 'setStreams' | 'insertEvents' | 'forgetPrivate'> {
  return {
    async lockStreams(streams) {
      discipline.mayLock()
      const found = await session.rows<StreamRow>(writeStatements.lockStreams, [textArray(streams)])
      const known = new Map(found.map((row) => [row.stream, row]))
      const rows = streams.map((stream) => known.get(stream) ?? { stream, length: 0, feeds: [], notes: [] })
      discipline.streamsLocked(rows)
      return rows
    },
    async setStreams(rows) {
      discipline.maySet(rows)
      if (rows.length > 0) session.send(writeStatements.setStreams, streamCells(rows))
    },
    async insertEvents(events) {
      discipline.mayInsert(events)
      insertEvents(session, events, bounds)
      if (events.length >= manyEvents) session.flush()
    },
    async forgetPrivate(stream) {
      // Events of this very transaction are forgotten as well, so they have to be there.
      session.flush()
      session.send(writeStatements.forgetEvents, [stream])
      session.send(writeStatements.forgetKept, [stream])
    },
  }
}

function commitWrites({
  session,
  bounds,
}: WriterOptions): Pick<LogWriter, 'insertCommits' | 'insertKept' | 'setOutcome' | 'setDeviceEnd' | 'takeDuties'> {
  return {
    async insertCommits(commits) {
      insertCommits(session, commits, bounds)
    },
    async insertKept(commits) {
      insertKept(session, commits, bounds)
    },
    async setOutcome(commit, outcome) {
      const changed = await session.rows(writeStatements.setOutcome, [commit, outcome.kind, JSON.stringify(outcome)])
      assert(changed.length === 1, `commit ${commit} is in the log`)
      // What stands in no stream stays kept, also where it is void: its chain is proven by it.
      if (outcome.kind === 'accepted' || outcome.kind === 'conflict') session.send(writeStatements.dropKept, [commit])
    },
    async setDeviceEnd({ device, epoch, sequence, link }) {
      session.send(writeStatements.setDeviceEnd, [device, epoch, sequence, asBuffer(link)])
    },
    async takeDuties(keys) {
      if (keys.length > 0) session.send(writeStatements.duties, [textArray(keys)])
    },
  }
}

function feedWrites(
  { session, bounds, heldEnds, appended }: WriterOptions,
  discipline: WriteDiscipline,
): Pick<LogWriter, 'takeFeeds' | 'insertEntries'> {
  return {
    async takeFeeds(feeds) {
      const missing = feeds.filter((feed) => !heldEnds.has(feed))
      const found =
        missing.length === 0 ? [] : await session.rowsOfOther<FeedEnd>(writeStatements.takeFeeds, [textArray(missing)])
      const known = new Map(found.map((end) => [end.feed, end]))
      const ends = feeds.map((feed) => heldEnds.get(feed) ?? known.get(feed) ?? { feed, sequence: 0, hash: noLink })
      discipline.feedsTaken(ends)
      return ends
    },
    async insertEntries(entries) {
      const ends = discipline.afterEntries(entries)
      insertEntries(session, entries, bounds)
      setFeeds(session, ends, bounds)
      appended(ends)
    },
  }
}

const streamCells = (rows: readonly StreamRow[]): readonly unknown[] => [
  textArray(rows.map(({ stream }) => stream)),
  plainArray(rows.map(({ length }) => length)),
  textArray(rows.map(({ feeds }) => textArray(feeds))),
  textArray(rows.map(({ notes }) => textArray(notes))),
]

const bytesOfEvent = [
  (event: StoredEvent | KeptEvent) => event.contentHash,
  (event: StoredEvent | KeptEvent) => event.envelope,
  (event: StoredEvent | KeptEvent) => event.facts,
  (event: StoredEvent | KeptEvent) => event.private,
]

function insertEvents(session: Session, events: readonly StoredEvent[], bounds: PackBounds): void {
  for (const { rows, bytes, starts, lengths } of packRows(events, bytesOfEvent, bounds)) {
    session.send(writeStatements.events, [
      plainArray(rows.map(({ id }) => id)),
      textArray(rows.map(({ stream }) => stream)),
      plainArray(rows.map(({ position }) => position)),
      plainArray(rows.map(({ commit }) => commit)),
      textArray(rows.map(({ device }) => device)),
      plainArray(rows.map(({ epoch }) => epoch)),
      plainArray(rows.map(({ sequence }) => sequence)),
      bytes,
      plainArray(starts),
      ...lengths.map(plainArray),
    ])
  }
}

function insertCommits(session: Session, commits: readonly StoredCommit[], bounds: PackBounds): void {
  const columns = [(commit: StoredCommit) => commit.link, (commit: StoredCommit) => commit.bytesHash]
  for (const { rows, bytes, starts, lengths } of packRows(commits, columns, bounds)) {
    session.send(writeStatements.commits, [
      plainArray(rows.map(({ commit }) => commit)),
      textArray(rows.map(({ device }) => device)),
      plainArray(rows.map(({ epoch }) => epoch)),
      plainArray(rows.map(({ firstSequence }) => firstSequence)),
      plainArray(rows.map(({ lastSequence }) => lastSequence)),
      textArray(rows.map(({ outcome }) => outcome.kind)),
      textArray(rows.map(({ outcome }) => JSON.stringify(outcome))),
      textArray(rows.map(({ receivedAt }) => receivedAt)),
      plainArray(rows.map(({ doubtful }) => doubtful)),
      textArray(rows.map(({ streams }) => textArray(streams))),
      bytes,
      plainArray(starts),
      ...lengths.map(plainArray),
    ])
  }
}

type KeptEvent = KeptCommit['events'][number] & { readonly commit: string; readonly index: number }

function insertKept(session: Session, commits: readonly KeptCommit[], bounds: PackBounds): void {
  const events = commits.flatMap(({ commit, events: kept }) =>
    kept.map((event, index) => ({ ...event, commit, index })),
  )
  for (const { rows, bytes, starts, lengths } of packRows<KeptEvent>(events, bytesOfEvent, bounds)) {
    session.send(writeStatements.kept, [
      plainArray(rows.map(({ commit }) => commit)),
      plainArray(rows.map(({ index }) => index)),
      plainArray(rows.map(({ envelope }) => eventIdOf(envelope))),
      textArray(rows.map(({ envelope }) => streamOf(envelope))),
      plainArray(rows.map(({ sequence }) => sequence)),
      bytes,
      plainArray(starts),
      ...lengths.map(plainArray),
    ])
  }
}

function insertEntries(session: Session, entries: readonly EntryRow[], bounds: PackBounds): void {
  const columns = [
    (entry: EntryRow) => entry.hash,
    (entry: EntryRow) => entry.header,
    (entry: EntryRow) => Uint8Array.from(entry.withPrivate, Number),
  ]
  for (const { rows, bytes, starts, lengths } of packRows(entries, columns, bounds)) {
    session.send(writeStatements.entries, [
      textArray(rows.map(({ feed }) => feed)),
      plainArray(rows.map(({ sequence }) => sequence)),
      bytes,
      plainArray(starts),
      ...lengths.map(plainArray),
    ])
  }
}

function setFeeds(session: Session, ends: readonly FeedEnd[], bounds: PackBounds): void {
  for (const { rows, bytes, starts, lengths } of packRows(ends, [(end: FeedEnd) => end.hash], bounds)) {
    session.send(writeStatements.setFeeds, [
      textArray(rows.map(({ feed }) => feed)),
      plainArray(rows.map(({ sequence }) => sequence)),
      bytes,
      plainArray(starts),
      ...lengths.map(plainArray),
    ])
  }
}

const asBuffer = (bytes: Uint8Array): Buffer => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
