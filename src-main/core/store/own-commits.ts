/**
 * This machine's own commits: each in exactly one state (S2). Those that have no answer yet are the end of its chain, so
 * `sync_state.answered` (the last answered one's place) is all that the queue needs to know.
 */
import { must } from '#shared/lib/assert.ts'
import type { EventBytes } from '#shared/sync/feed-entry.ts'
import { Outcome } from '#shared/sync/outcome.ts'
import type { OutcomeKind, Standing } from '#shared/sync/outcome.ts'
import type { ReadableDb, WritableDb } from './driver.ts'

export interface OwnCommit {
  readonly commit: string
  readonly firstSeq: number
  readonly lastSeq: number
  readonly standing: Standing
  readonly outcome: Outcome | null
}

export interface CommitRow {
  readonly commit: string
  readonly firstSeq: number
  readonly lastSeq: number
  readonly standing: Standing
  readonly outcome: string | null
}

export const columns = 'id AS "commit", first_seq AS firstSeq, last_seq AS lastSeq, standing, outcome FROM commits c'

export const commitOf = (row: CommitRow): OwnCommit => ({
  ...row,
  outcome: row.outcome === null ? null : Outcome.parse(JSON.parse(row.outcome)),
})

export const answeredUpTo = (db: ReadableDb): number =>
  must(db.value<number>('SELECT answered FROM sync_state'), 'the log has its state')

/** Commits without an answer behind a place of the log, oldest first. */
export const readQueue = (db: ReadableDb, after: number, limit: number): readonly QueuedCommit[] =>
  db.all<QueuedCommit>(
    `SELECT c.id AS "commit", c.first_seq AS firstSeq, c.last_seq AS lastSeq, e.chain, e.sequence AS lastSequence,
       c.last_seq - c.first_seq + 1 AS events, c.link, c.signature, c.outcome IS NULL AS isFirstAnswer
     FROM commits c JOIN events e ON e.seq = c.last_seq WHERE c.first_seq > ? AND c.standing IN ('pending', 'sent') ORDER BY c.first_seq LIMIT ?`,
    Math.max(after, answeredUpTo(db)),
    limit,
  )

export interface QueuedCommit {
  readonly commit: string
  readonly firstSeq: number
  readonly lastSeq: number
  readonly chain: number
  readonly lastSequence: number
  readonly events: number
  readonly link: Uint8Array
  readonly signature: Uint8Array
  /** 0: it was answered before, by a server that was then restored. */
  readonly isFirstAnswer: number
}

/** The bytes of a run of events, as they are sent. */
export const readEventBytes = (db: ReadableDb, firstSeq: number, lastSeq: number): readonly EventBytes[] =>
  db.all<EventBytes>(
    'SELECT envelope, facts, private FROM events WHERE seq BETWEEN ? AND ? ORDER BY seq',
    firstSeq,
    lastSeq,
  )

/** On their way: the answer is not known until it comes. */
export const markSent = (db: WritableDb, firstSeq: number, lastSeq: number): void =>
  void db.run(
    "UPDATE commits SET standing = 'sent' WHERE first_seq BETWEEN ? AND ? AND standing = 'pending'",
    firstSeq,
    lastSeq,
  )

export const countWaiting = (db: ReadableDb): number =>
  db.value<number>('SELECT count(*) FROM commits WHERE first_seq > ?', answeredUpTo(db)) ?? 0

/** The commit that an event of this machine belongs to. */
export function commitOfEvent(db: ReadableDb, seq: number): OwnCommit | null {
  const row = db.get<CommitRow>(`SELECT ${columns} WHERE first_seq <= ? ORDER BY first_seq DESC LIMIT 1`, seq)
  return row === undefined || row.lastSeq < seq ? null : commitOf(row)
}

/** It has no answer yet, or not of the server as it is now. */
export const isWaiting = ({ standing }: OwnCommit): boolean => standing === 'pending' || standing === 'sent'

/** Of a commit: its author took it back (SYNC-APPEND-11). He meant every server: none is sent it again. */
export const isTakenBack = ({ outcome }: OwnCommit): boolean =>
  outcome?.kind === 'refused' && outcome.reason.code === 'sync-withdrawn'

/** Why he took it back; empty where it is none of those. */
export const takenBackFor = ({ outcome }: OwnCommit): string =>
  outcome?.kind === 'refused' ? String(outcome.reason.params['reason'] ?? '') : ''

/** The same of a row of `commits`. */
export const rowTakenBack = (row: string): string =>
  `(${row}.standing = 'refused' AND json_extract(${row}.outcome, '$.reason.code') = 'sync-withdrawn')`

export const notTaken = "standing IN ('conflict', 'held', 'refused', 'void')"

/** Oldest first. */
export const listTakenBack = (db: ReadableDb): readonly OwnCommit[] =>
  db
    .all<CommitRow>(`SELECT ${columns} INDEXED BY commits_not_taken WHERE ${notTaken} ORDER BY first_seq`)
    .map(commitOf)
    .filter(isTakenBack)

/** One that is not simply taken, or still waits. */
export function findOwnCommit(db: ReadableDb, commit: string): OwnCommit | null {
  const row =
    db.get<CommitRow>(`SELECT ${columns} WHERE id = ? AND ${notTaken}`, commit) ??
    db.get<CommitRow>(`SELECT ${columns} WHERE first_seq > ? AND id = ?`, answeredUpTo(db), commit)
  return row === undefined ? null : commitOf(row)
}

/** Any commit of this machine, also one that was simply taken: read from the log's beginning, at a person's asking. */
export const findAnyCommit = (db: ReadableDb, commit: string): OwnCommit | null => findCommits(db, [commit])[0] ?? null

/** The same of many, oldest first: the log is walked once. */
export function findCommits(db: ReadableDb, commits: readonly string[]): readonly OwnCommit[] {
  if (commits.length === 0) return []
  const among = `SELECT ${columns} WHERE id IN (SELECT value FROM json_each(?)) ORDER BY first_seq`
  return db.all<CommitRow>(among, JSON.stringify(commits)).map(commitOf)
}

/** Whether events of it stand in the fold by a place that some server gave them. */
export const hasPlaces = (db: ReadableDb, { firstSeq, lastSeq }: OwnCommit): boolean =>
  db.value<number>(
    'SELECT 1 FROM events WHERE seq BETWEEN ? AND ? AND aside = 0 AND position IS NOT NULL LIMIT 1',
    firstSeq,
    lastSeq,
  ) === 1

/** The server that placed these events is no more; the feeds of the one that is do not name them. In a write transaction. */
export const losePlaces = (db: WritableDb, { firstSeq, lastSeq }: OwnCommit): void =>
  void db.run('UPDATE events SET position = NULL WHERE seq BETWEEN ? AND ? AND aside <> 2', firstSeq, lastSeq)

export function countByStanding(db: ReadableDb): Readonly<Record<Standing, number>> {
  const rows = [
    ...countRows(db, `first_seq > ${answeredUpTo(db)} AND standing IN ('pending', 'sent', 'accepted')`),
    ...countRows(db, notTaken),
  ]
  const counts = { pending: 0, sent: 0, accepted: 0, conflict: 0, held: 0, refused: 0, void: 0 }
  for (const { standing, count } of rows) counts[standing] = count
  const all = db.value<number>('SELECT count(*) FROM commits') ?? 0
  const { accepted: _before, ...others } = counts
  return { ...counts, accepted: all - Object.values(others).reduce((sum, count) => sum + count, 0) }
}

const countRows = (db: ReadableDb, where: string) =>
  db.all<{ standing: Standing; count: number }>(
    `SELECT standing, count(*) AS count FROM commits WHERE ${where} GROUP BY standing`,
  )

const verdicts: Readonly<Record<OutcomeKind, 'pending' | 'accepted' | 'conflict' | 'void'>> = {
  accepted: 'accepted',
  conflict: 'conflict',
  held: 'pending',
  refused: 'pending',
  void: 'void',
}

/** What the server keeps in no stream: nobody else will ever fold it. */
export const isAside = (kind: OutcomeKind): boolean => kind === 'held' || kind === 'refused' || kind === 'void'

/**
 * Writes a commit's outcome and what it means for its events. Out: the streams whose fold that changes (accepted after
 * pending changes none). The caller moves `answered` (`settleQueue`) and has the streams folded anew.
 */
export function writeOutcome(db: WritableDb, commit: OwnCommit, outcome: Outcome): readonly string[] {
  const { firstSeq, lastSeq } = commit
  const before = commit.outcome?.kind ?? 'accepted'
  db.run(
    'UPDATE commits SET standing = ?, outcome = ? WHERE first_seq = ?',
    outcome.kind,
    JSON.stringify(outcome),
    firstSeq,
  )
  db.run(
    'UPDATE events SET verdict = ?, aside = ? WHERE seq BETWEEN ? AND ? AND aside <> 2 AND position IS NULL',
    verdicts[outcome.kind],
    isAside(outcome.kind) ? 1 : 0,
    firstSeq,
    lastSeq,
  )
  if (before === 'accepted' && outcome.kind === 'accepted') return []
  const rows = db.all<{ stream: string }>(
    'SELECT DISTINCT stream FROM events WHERE seq BETWEEN ? AND ?',
    firstSeq,
    lastSeq,
  )
  return rows.map(({ stream }) => stream)
}

/**
 * Commits that were simply taken, a run of them at once: the tables know them already. Their events are not touched: each
 * gets its verdict with its position, when a feed shows it, and until then folds as it did.
 */
export function takeAccepted(db: WritableDb, firstSeq: number, lastSeq: number): void {
  const outcome: Outcome = { kind: 'accepted', moved: [] }
  db.run(
    "UPDATE commits SET standing = 'accepted', outcome = ? WHERE first_seq BETWEEN ? AND ? AND standing IN ('pending', 'sent')",
    JSON.stringify(outcome),
    firstSeq,
    lastSeq,
  )
}

/** The queue begins behind the last commit before the first that has no answer. */
export function settleQueue(db: WritableDb): void {
  const answered = answeredUpTo(db)
  const first = db.value<number | null>(
    "SELECT min(first_seq) FROM commits WHERE first_seq > ? AND standing IN ('pending', 'sent')",
    answered,
  )
  const last = db.value<number | null>('SELECT max(first_seq) FROM commits') ?? 0
  const next = first === null || first === undefined ? last : first - 1
  if (next > answered) db.run('UPDATE sync_state SET answered = ?', next)
}

/**
 * The commit of this chain that ends at a sequence with exactly this link. Out: its place in the log; null when this
 * machine never wrote it. Sequences grow with places, so it is found from the chain's end.
 */
export function chainStandsAt(
  db: ReadableDb,
  place: { readonly chain: number; readonly sequence: number; readonly link: string },
): number | null {
  const row = db.get<{ firstSeq: number }>(
    `SELECT c.first_seq AS firstSeq FROM commits c JOIN events e ON e.seq = c.last_seq
     WHERE c.link = ? AND e.chain = ? AND e.sequence = ? ORDER BY c.first_seq DESC LIMIT 1`,
    Buffer.from(place.link, 'hex'),
    place.chain,
    place.sequence,
  )
  return row?.firstSeq ?? null
}

/** Place of the first commit of one of this machine's chains behind a place; null when it has none there. */
export const firstOfChain = (
  db: ReadableDb,
  { id, after }: { readonly id: number; readonly after: number },
): number | null =>
  db.value<number>(
    `SELECT c.first_seq FROM commits c JOIN events e ON e.seq = c.last_seq AND e.chain = ?
     WHERE c.first_seq > ? ORDER BY c.first_seq LIMIT 1`,
    id,
    after,
  ) ?? null

/** The last commit of one of this machine's chains. */
export const lastOfChain = (
  db: ReadableDb,
  chain: number,
): { readonly firstSeq: number; readonly sequence: number } | null =>
  db.get<{ firstSeq: number; sequence: number }>(
    `SELECT c.first_seq AS firstSeq, e.sequence FROM commits c JOIN events e ON e.seq = c.last_seq
     WHERE e.chain = ? ORDER BY c.first_seq DESC LIMIT 1`,
    chain,
  ) ?? null
