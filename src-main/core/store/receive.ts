/**
 * Entries of a feed become events of the log, in one transaction with the feed's cursor and the tables (SYNC-PULL-3).
 * An event that is known is not stored twice (SYNC-MERGE-2); a stream whose order changed is folded anew.
 */
import type { RecordedEvent, Verdict } from '#shared/sync/recorded-event.ts'
import { must } from '#shared/lib/assert.ts'
import type { EntryEvent, EntryHeader, EventBytes, FeedName } from '#shared/sync/feed-entry.ts'
import type { FeedEntry } from '#shared/sync/feed-page.ts'
import { keepsOrder, mergeEvent } from '#shared/sync/merge.ts'
import type { Outcome } from '#shared/sync/outcome.ts'
import { noteFilesFrom } from './blob-queue.ts'
import type { WritableDb } from './driver.ts'
import { histories, noteChanges } from './fold-slice.ts'
import { forgetPrivate } from './forget-private.ts'
import { noteHeldAct } from './held-acts.ts'
import { noteMoved } from './moved-cases.ts'
import { noteNames } from './names-elsewhere.ts'
import { noteWithdrawn } from './offered-copies.ts'
import { commitOfEvent, findOwnCommit, settleQueue, writeOutcome } from './own-commits.ts'
import type { Projection } from './projection.ts'
import { recordedFrom } from './read-stream.ts'
import { logPlace, projectSlice } from './tables.ts'
import { standApart } from './stand-apart.ts'
import { type BookedEvent, type StreamBook, streamBooks } from './stream-book.ts'
import { noteHeard } from './unheard.ts'

type CommitHeader = Extract<EntryHeader, { kind: 'commit' | 'earlier' }>

export interface Received {
  /** Every stream that an entry wrote, changed or withdrew. */
  readonly streams: ReadonlySet<string>
  /** Of people of whom it brought what only some may read. */
  readonly people: ReadonlySet<string>
}

interface Receiving {
  readonly db: WritableDb
  readonly feed: FeedName
  /** The feed of this machine alone: it says what becomes of its commits. */
  readonly isOwnFeed: boolean
  readonly books: (stream: string) => StreamBook
  readonly chainOf: (place: EntryEvent) => number
  readonly added: RecordedEvent[]
  /** Streams that are folded anew. */
  readonly anew: Set<string>
  readonly streams: Set<string>
  readonly people: Set<string>
  ownAnswered: boolean
}

interface Proven {
  readonly feed: FeedName
  readonly entries: readonly FeedEntry[]
}

/** In: a write transaction, entries of a feed that were proven. Out: the streams they touched. */
export function receiveEntries(
  db: WritableDb,
  projections: readonly Projection[],
  { feed, entries }: Proven,
): Received {
  const from = logPlace(db)
  const receiving: Receiving = {
    db,
    feed,
    isOwnFeed: feed.startsWith('device:'),
    books: streamBooks(db),
    chainOf: foreignChains(db),
    added: [],
    anew: new Set(),
    streams: new Set(),
    people: new Set(),
    ownAnswered: false,
  }
  for (const { header, events } of entries) receiveEntry(receiving, header, events)
  if (receiving.ownAnswered) settleQueue(db)
  foldWhatChanged(receiving, projections, from)
  return { streams: receiving.streams, people: receiving.people }
}

function foldWhatChanged(
  { db, anew, added }: Receiving,
  projections: readonly Projection[],
  from: ReturnType<typeof logPlace>,
): void {
  noteChanges(db, anew)
  const to = logPlace(db)
  const slice = () => ({
    events: added.filter(({ stream }) => !anew.has(stream)),
    anew: histories(db, [...anew], to.seq),
  })
  projectSlice(db, projections, { from, to, slice })
}

function receiveEntry(receiving: Receiving, header: EntryHeader, events: FeedEntry['events']): void {
  switch (header.kind) {
    case 'commit':
    case 'earlier':
      return receiveCommit(receiving, header, events)
    case 'withdrawn':
      return noteWithdrawal(receiving, header)
    case 'moved':
      return receiveMoved(receiving, header)
    case 'names':
      for (const stream of noteNames(receiving.db, header)) receiving.streams.add(stream)
      return
    case 'forgotten':
      return forgetStream(receiving, header.stream)
    case 'outcome':
      return receiveOutcome(receiving, header.commit, header.outcome)
    case 'unshown':
      return
  }
}

function receiveCommit(receiving: Receiving, header: CommitHeader, events: FeedEntry['events']): void {
  let own: number | null = null
  for (const [index, named] of header.events.entries()) {
    const bytes = events === null ? null : must(events[index], 'a proven entry has the bytes of its events')
    const seq = receiveEvent(receiving, { header, named, bytes })
    own ??= seq
  }
  // Where another content was taken under one of its ids, this commit was not: its own answer says so (SYNC-PUSH-4).
  const isOther = header.events.some(({ stream, id }) => receiving.books(stream).isTakenByOther(id))
  if (own !== null && !isOther) answerOwn(receiving, own, outcomeIn(header))
}

const outcomeIn = ({ verdict, facts }: CommitHeader): Outcome => {
  if (verdict === 'accepted') return { kind: 'accepted', moved: facts }
  return verdict === 'conflict' ? { kind: 'conflict', facts } : { kind: 'void' }
}

/** Its answer came by the feed before, or instead of, the push's own. */
function answerOwn(receiving: Receiving, seq: number, outcome: Outcome): void {
  const commit = commitOfEvent(receiving.db, seq)
  if (commit === null || (commit.standing === outcome.kind && commit.outcome !== null)) return
  for (const stream of writeOutcome(receiving.db, commit, outcome)) receiving.anew.add(stream)
  receiving.ownAnswered = true
}

interface Told {
  readonly header: CommitHeader
  readonly named: EntryEvent
  /** Null: left out, because this machine holds them. */
  readonly bytes: EventBytes | null
}

/** Out: the event's place in the log when it is this machine's own and was not settled. */
function receiveEvent(receiving: Receiving, told: Told): number | null {
  const { db, books, anew, streams } = receiving
  const { stream, id, position } = told.named
  streams.add(stream)
  const book = books(stream)
  if (standApart(receiving.db, book, told.named)) anew.add(stream)
  const known = book.known(id)
  const tells = { position, verdict: told.header.verdict, hasPrivate: (told.bytes?.private ?? null) !== null }
  const isFirstUnanswered = known !== null && book.firstUnanswered() === known.seq
  if (!keepsOrder(book.end(), { known, told: tells, isFirstUnanswered })) anew.add(stream)
  const merged = mergeEvent(known, tells)
  if (merged.kind !== 'same' && tells.hasPrivate && stream.startsWith('person:')) receiving.people.add(stream)
  const place = known?.seq ?? 0
  if (merged.kind === 'add') book.add(id, tells, addEvent(receiving, told))
  else if (merged.kind === 'restore') restoreEvent(receiving, place, told)
  else if (merged.kind === 'change') changeEvent(db, place, told)
  if (merged.kind === 'restore' || (merged.kind === 'change' && merged.givesPrivate)) noteFilesFrom(db, place)
  if (merged.kind !== 'add' && merged.kind !== 'same') book.change(id, tells)
  return known !== null && known.isOwn && merged.kind !== 'same' ? known.seq : null
}

const insertEvent = `INSERT INTO events
  (chain, sequence, link, content_hash, id, stream, type, verdict, envelope, facts, private, position)
  VALUES (?, ?, x'', ?, ?, ?, ?, ?, ?, ?, ?, ?)`

function addEvent(receiving: Receiving, { header, named, bytes }: Told): Pick<BookedEvent, 'seq' | 'content'> {
  const { envelope, facts, private: secret } = must(bytes, 'what is added comes with its bytes')
  const place = { device: named.device, epoch: named.epoch, sequence: named.sequence, stream: named.stream }
  const recorded = recordedFrom({
    ...place,
    seq: 0,
    verdict: header.verdict as Verdict,
    envelope,
    facts,
    private: secret,
  })
  const content = Buffer.from(named.content, 'hex')
  const { lastId: seq } = receiving.db.run(
    insertEvent,
    receiving.chainOf(named),
    named.sequence,
    content,
    named.id,
    named.stream,
    recorded.type,
    header.verdict,
    envelope,
    facts,
    secret,
    named.position,
  )
  receiving.added.push({ ...recorded, seq })
  forgetIfSaid(receiving, recorded)
  return { seq, content }
}

function restoreEvent(receiving: Receiving, seq: number, { header, named, bytes: told }: Told): void {
  const bytes = must(told, 'what is restored comes with its bytes')
  const recorded = recordedFrom({ ...named, seq, verdict: header.verdict, ...bytes })
  receiving.db.run(
    `UPDATE events SET aside = 0, type = ?, envelope = ?, facts = ?, private = ?, verdict = ?, position = ? WHERE seq = ?`,
    recorded.type,
    bytes.envelope,
    bytes.facts,
    bytes.private,
    header.verdict,
    named.position,
    seq,
  )
  forgetIfSaid(receiving, recorded)
}

const changeEvent = (db: WritableDb, seq: number, { header, named, bytes }: Told): void =>
  void db.run(
    'UPDATE events SET verdict = ?, position = ?, aside = 0, private = coalesce(private, ?) WHERE seq = ?',
    header.verdict,
    named.position,
    bytes?.private ?? null,
    seq,
  )

/** Also what is shown again behind it may lack a part of what was shown before: `leavingOf` tells when the page is in. */
function noteWithdrawal({ db, streams }: Receiving, { stream, at }: { stream: string; at: string }): void {
  noteWithdrawn(db, stream, at)
  streams.add(stream)
}

function receiveMoved({ db, feed, streams }: Receiving, header: Extract<EntryHeader, { kind: 'moved' }>): void {
  noteMoved(db, feed, header)
  streams.add(header.stream)
}

function forgetStream({ db, anew, streams }: Receiving, stream: string): void {
  forgetPrivate(db, stream)
  anew.add(stream)
  streams.add(stream)
}

/**
 * Shown as earlier history it comes without an entry of kind `forgotten`: its feed held nobody then, but this machine may
 * have recorded him itself (SYNC-FEED-7, S19).
 */
function forgetIfSaid(receiving: Receiving, { type, verdict, stream }: RecordedEvent): void {
  if (type === 'person.forgotten' && verdict === 'accepted') forgetStream(receiving, stream)
}

function receiveOutcome(receiving: Receiving, commit: string, outcome: Outcome): void {
  if (!receiving.isOwnFeed) {
    for (const stream of noteHeldAct(receiving.db, receiving.feed, { commit, outcome })) receiving.streams.add(stream)
    return
  }
  // What is still held was said before a person had it judged.
  if (outcome.kind !== 'held') noteHeard(receiving.db, commit)
  const own = findOwnCommit(receiving.db, commit)
  if (own === null) return
  for (const stream of writeOutcome(receiving.db, own, outcome)) {
    receiving.anew.add(stream)
    receiving.streams.add(stream)
  }
  receiving.ownAnswered = true
}

/** The chain rows of other machines: a key is not needed, their feed proves their events. */
function foreignChains(db: WritableDb): (place: EntryEvent) => number {
  const known = new Map<string, number>()
  return ({ device, epoch }) => {
    const name = `${device} ${epoch}`
    const id = known.get(name) ?? foreignChain(db, device, epoch)
    known.set(name, id)
    return id
  }
}

/**
 * An epoch of this machine itself may come back from the server after a restore: those events are received like anyone's,
 * so they stand in a chain row of their own.
 */
function foreignChain(db: WritableDb, device: string, epoch: number): number {
  const name =
    db.value<number>('SELECT 1 FROM chains WHERE device = ? AND epoch = ? AND own = 1', device, epoch) === 1
      ? `${device} received`
      : device
  const found = db.value<number>('SELECT id FROM chains WHERE device = ? AND epoch = ? AND own = 0', name, epoch)
  if (found !== undefined) return found
  const insert = "INSERT INTO chains (device, epoch, public_key, opened_after, own) VALUES (?, ?, x'', 0, 0)"
  return db.run(insert, name, epoch).lastId
}
