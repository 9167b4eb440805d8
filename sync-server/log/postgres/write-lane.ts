/**
 * One writer a database. Every push takes the counter of `central` and holds it until its commit is on the disk, so
 * pushes stand in a line anyway; here they stand in it from their beginning, and those that wait together are written
 * in one transaction, each behind a savepoint, and share one wait for the disk. Nobody can wait in a circle then.
 *
 * - Between processes the line is an advisory lock, taken with BEGIN and let go by the commit; behind PGlite there is
 *   one session and one process, and no lock is needed.
 * - A work that throws is undone to its savepoint; the others go on. What meets a conflict is run again.
 * - Where questions are piped nobody waits for BEGIN, and a work that is alone in its transaction waits for its writes and
 *   for COMMIT at once: what fails of them fails the transaction, which is all its own.
 * - No work is answered before the commit that holds it; after it every work is, whatever one that was told of it throws.
 * - Where questions are piped, one may stand right behind the commit: it sees what was committed, and costs no way of its own.
 *   Other processes are told behind it as well: waking a listener takes the store a third of what a commit takes. Where that
 *   fails, or whether a transaction is committed is unknown, its feeds are told again (`tell-again.ts`).
 */
import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres'
import type { Pool, PoolClient } from 'pg'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { assert } from '#shared/lib/assert.ts'
import { onceFor } from '#shared/lib/once-for.ts'
import { guarded } from '../guarded.ts'
import { abortsTransaction, retryConflicts } from '../retry-conflicts.ts'
import type { FeedEnd, LogWriter } from '../server-log.ts'
import type { PackBounds } from './pack-rows.ts'
import { createPostgresWriter } from './postgres-writer.ts'
import { createRecentFeeds, type RecentFeeds } from './recent-feeds.ts'
import { createSession } from './session.ts'

export interface LaneOptions {
  readonly pool: Pool
  readonly kind: 'pglite' | 'postgres'
  readonly bounds: PackBounds
  /** Tells other processes, behind the commit. */
  readonly announce: (client: PoolClient, feeds: readonly FeedName[]) => Promise<void>
  /** Asked right behind a commit that feeds got entries by, on its connection. Null: nobody asks. */
  readonly askBehind: (db: NodePgDatabase) => Promise<string> | null
  /** Tells this process, after the commit. `behind`: the answer to what was asked behind it, if anything was. */
  readonly tell: (feeds: readonly FeedName[], behind: Promise<string> | null) => void
  /** Keeps feeds that others, or nobody, may have heard of. */
  readonly tellAgain: (feeds: readonly FeedName[]) => void
  /** Hears what failed after the commit, when nothing can be undone any more. */
  readonly onFault: (error: unknown) => void
}

/** What a work may use: the log, and the tables of other rooms in the same transaction. */
export interface LaneTransaction {
  readonly log: LogWriter
  readonly db: NodePgDatabase
}

export interface WriteLane {
  write<T>(work: (transaction: LaneTransaction) => Promise<T>): Promise<T>
}

interface Waiting {
  /** Runs in a transaction. Out: the feeds that got entries, and how to answer. */
  readonly run: (turn: Turn, isAlone: () => boolean) => Promise<Done>
  readonly fail: (error: unknown) => void
}

interface Done {
  /** Its writes are on their way, and nothing may follow them but the commit. */
  readonly settling: Promise<void> | null
  readonly feeds: readonly FeedName[]
  /** What is to be done once it is on the disk, before anybody hears of it. */
  readonly note: () => void
  readonly answer: () => void
  readonly fail: (error: unknown) => void
}

interface Turn {
  readonly client: PoolClient
  readonly isPiped: boolean
  /** The transaction has begun: what fails before it does is the cause of all that follows. */
  readonly begun: Promise<unknown>
  /** Ends of feeds whose counters this transaction holds already. */
  readonly ends: Map<FeedName, FeedEnd>
  /** A statement whose answer nobody needs: should it fail, the transaction does. */
  readonly step: (statement: string) => Promise<void>
}

async function createTurn(client: PoolClient, isPiped: boolean, recent: RecentFeeds): Promise<Turn> {
  const ends = new Map<FeedName, FeedEnd>()
  const begun = Promise.all([
    client.query(`BEGIN; ${isPiped ? lockLine : ''}`),
    ...(isPiped ? [recent.take(client, ends)] : []),
    client.query('SAVEPOINT work'),
  ])
  if (isPiped) begun.catch(() => null)
  else await begun
  const step = async (statement: string): Promise<void> => {
    const answer = client.query(statement)
    if (isPiped) answer.catch(() => null)
    else await answer
  }
  return { client, isPiped, begun, ends, step }
}

/** A transaction takes no new work after so many, or so long: those in it wait for each other. */
const most = 64
const longestMs = 20
/** The advisory lock that whoever writes holds to the end of his transaction. */
export const lineOfWriters = 7304531
const lockLine = `SELECT pg_advisory_xact_lock(${lineOfWriters});`

export function createWriteLane(options: LaneOptions): WriteLane {
  const queue: Waiting[] = []
  const recent = createRecentFeeds()
  let isRunning = false

  const run = async (): Promise<void> => {
    if (isRunning) return
    isRunning = true
    while (queue.length > 0) await runTurn({ ...options, recent }, queue)
    isRunning = false
  }
  const enqueue = <T>(work: (transaction: LaneTransaction) => Promise<T>): Promise<T> =>
    new Promise<T>((resolve, fail) => {
      queue.push({
        fail,
        run: async (turn, isAlone) => {
          const { value, durable, ...done } = await runWork(options, { turn, work, isAlone })
          const note = (): void => durable.forEach((then) => guarded(then, options.onFault))
          return { ...done, fail, note, answer: () => resolve(value) }
        },
      })
      void run()
    })
  return { write: (work) => retryConflicts(() => enqueue(work), pauseBetweenTries) }
}

type TurnOptions = LaneOptions & { readonly recent: RecentFeeds }

/** One transaction with as many works as wait. Never throws: every work it took is answered or fails. */
async function runTurn(options: TurnOptions, queue: Waiting[]): Promise<void> {
  const done: Done[] = []
  let client: PoolClient | null = null
  try {
    client = await options.pool.connect()
    const turn = await createTurn(client, options.kind === 'postgres', options.recent)
    await runWorks(turn, queue, done)
    await finish(options, turn, done)
    client.release()
  } catch (error) {
    // Whether the transaction reached the disk may be unknown: the connection goes, nobody is told "saved".
    client?.release(true)
    for (const { fail } of done.splice(0)) fail(error)
    if (client === null) queue.shift()?.fail(error)
  }
}

async function runWorks(turn: Turn, queue: Waiting[], done: Done[]): Promise<void> {
  const started = performance.now()
  while (done.length < most && performance.now() - started < longestMs) {
    const waiting = queue.shift()
    if (waiting === undefined) return
    try {
      const isAlone = (): boolean => turn.isPiped && done.length === 0 && queue.length === 0
      const ran = await waiting.run(turn, isAlone)
      done.push(ran)
      if (ran.settling !== null) return
      await turn.step('RELEASE SAVEPOINT work; SAVEPOINT work')
    } catch (error) {
      waiting.fail(await causeOf(turn, error))
      if (abortsTransaction(error)) throw error
      await turn.client.query('ROLLBACK TO SAVEPOINT work')
    }
  }
}

/** What follows a failed beginning only says that there was one. */
const causeOf = ({ begun }: Turn, error: unknown): Promise<unknown> =>
  begun.then(
    () => error,
    (first: unknown) => first,
  )

async function finish(options: TurnOptions, turn: Turn, done: Done[]): Promise<void> {
  const { client } = turn
  if (done.length === 0) {
    await client.query('ROLLBACK')
    return
  }
  const feeds = [...new Set(done.flatMap((each) => each.feeds))]
  // One wait for all: where writing fails, the transaction has failed and COMMIT says so.
  const settling = done.flatMap((each) => each.settling ?? [])
  const committing = client.query('COMMIT')
  const behind = turn.isPiped && feeds.length > 0 ? options.askBehind(dbOf(client)) : null
  // What stands behind a commit reaches the store with it, and nobody waits for either's answer.
  const isAnswered = Promise.allSettled([feeds.length > 0 ? options.announce(client, feeds) : null, behind])
  const [commit, ...written] = await Promise.allSettled([committing, ...settling])
  // Whoever is not answered may have committed all the same.
  if (commit.status === 'rejected') options.tellAgain(feeds)
  // The fault of a write is the cause of what follows it, in whatever order they are heard of.
  const failed = [...written, commit].find(({ status }) => status === 'rejected')
  if (failed?.status === 'rejected') throw await causeOf(turn, failed.reason)
  // A failed transaction answers COMMIT with ROLLBACK, without an error.
  assert(commit.status === 'fulfilled' && commit.value.command === 'COMMIT', 'the transaction is committed')
  options.recent.note(feeds)
  const durable = done.splice(0)
  for (const { note } of durable) note()
  // Whoever follows waits for a colleague's word; whoever wrote it has it already.
  if (feeds.length > 0) guarded(() => options.tell(feeds, behind), options.onFault)
  for (const { answer } of durable) answer()
  // The connection is whoever's comes next.
  const [announced] = await isAnswered
  if (announced.status === 'fulfilled') return
  options.onFault(announced.reason)
  options.tellAgain(feeds)
}

/** What asks through a connection keeps what it has prepared for it. */
const dbOf = onceFor((client: PoolClient) => drizzle(client))

interface Run<T> {
  readonly turn: Turn
  readonly work: (transaction: LaneTransaction) => Promise<T>
  readonly isAlone: () => boolean
}

interface Ran<T> extends Pick<Done, 'feeds' | 'settling'> {
  readonly value: T
  readonly durable: readonly (() => void)[]
}

async function runWork<T>(
  { kind, bounds }: LaneOptions,
  { turn: { client, ends }, work, isAlone }: Run<T>,
): Promise<Ran<T>> {
  const moved = new Map<FeedName, FeedEnd>()
  const durable: (() => void)[] = []
  const session = createSession(client, kind === 'postgres')
  const log = createPostgresWriter({
    session,
    bounds,
    heldEnds: ends,
    appended: (more) => more.forEach((end) => moved.set(end.feed, end)),
    onDurable: (then) => durable.push(then),
  })
  try {
    const value = await work({ log, db: dbOf(client) })
    const feeds = [...moved.keys()]
    if (isAlone()) return { value, feeds, durable, settling: session.settle() }
    await session.settle()
    for (const [feed, end] of moved) ends.set(feed, end)
    return { value, feeds, durable, settling: null }
  } catch (error) {
    // What was sent is worked off before anything is undone; the store's first fault is the cause of all others.
    await session.abandon()
    throw error
  }
}

const pauseBetweenTries = (tries: number): Promise<void> => new Promise((go) => setTimeout(go, Math.min(tries, 10)))
