import type { WritableDb } from '#core/store/driver.ts'
import type { EntryRow, FeedEnd, LogWriter, ServerLog } from '#server/log/server-log.ts'
import { must } from '#shared/lib/assert.ts'
import { entryHash } from '#shared/sync/feed-entry.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { sha256 } from '#test/support/sync/test-device.ts'
import { serialLog } from './serial-log.ts'

/*
 * Faults that somebody could build in one day, planted between an engine and its port: stories must find each of them, or
 * their checks are worth nothing.
 */
export interface Fault {
  readonly log?: (log: ServerLog) => ServerLog
  readonly db?: (db: WritableDb) => WritableDb
  /** A restored machine has what it had forgotten. */
  readonly hasNoLedger?: boolean
  /** A program that was updated goes on with what the one before it had made of its events. */
  readonly staysBehind?: boolean
}

const writing = (log: ServerLog, alter: (writer: LogWriter) => LogWriter): ServerLog => ({
  ...log,
  write: (work) => log.write((writer) => work(alter(writer))),
})

/** What becomes of a held commit later is told to its device and forgotten here. */
const lostOutcome = (log: ServerLog): ServerLog =>
  writing(log, (writer) => ({ ...writer, setOutcome: () => Promise.resolve() }))

/** What waits for a person is out of mind when its device writes on. */
const forgottenFence = (log: ServerLog): ServerLog =>
  writing(log, (writer) => ({ ...writer, readHeld: () => Promise.resolve([]) }))

/** Whoever is forgotten is told to be, and stands where he stood. */
const neverForgotten = (log: ServerLog): ServerLog =>
  writing(log, (writer) => ({ ...writer, forgetPrivate: () => Promise.resolve() }))

/** Whoever comes last is right, and nobody hears of it. */
const silentOverwrite = (log: ServerLog): ServerLog =>
  writing(log, (writer) => ({
    ...writer,
    insertCommits: (commits) =>
      writer.insertCommits(
        commits.map((commit) =>
          commit.outcome.kind === 'conflict' ? { ...commit, outcome: { kind: 'accepted', moved: [] } } : commit,
        ),
      ),
  }))

/** The answer goes out when all is said, not when it is durable. */
const ackBeforeCommit = (log: ServerLog): ServerLog => ({
  ...log,
  write: <T>(work: (writer: LogWriter) => Promise<T>) =>
    new Promise<T>((resolve, reject) => {
      const answering = async (writer: LogWriter): Promise<T> => {
        const result = await work(writer)
        resolve(result)
        return result
      }
      log.write(answering).catch(reject)
    }),
})

/** Whoever is told anything is told everything: departments get what the offices get. */
function leakedIdentity(log: ServerLog): ServerLog {
  const departments = new Set<FeedName>()
  return writing(log, (writer) => {
    const ends = new Map<FeedName, FeedEnd>()
    return {
      ...writer,
      takeFeeds: async (feeds) => {
        for (const feed of feeds) if (feed.startsWith('department:')) departments.add(feed)
        for (const end of await writer.takeFeeds([...new Set([...feeds, ...departments])])) ends.set(end.feed, end)
        return feeds.map((feed) => must(ends.get(feed), 'taken'))
      },
      insertEntries: (entries) => {
        const told = entries.filter(({ feed }) => feed.startsWith('office:'))
        const copies = [...departments].flatMap((feed) => told.map((entry) => ({ ...entry, feed })))
        const others = entries.filter(({ feed }) => !departments.has(feed))
        const own = entries.filter(({ feed }) => departments.has(feed))
        return writer.insertEntries([...others, ...chained(ends, [...own, ...copies])])
      },
    }
  })
}

function chained(ends: Map<FeedName, FeedEnd>, entries: readonly EntryRow[]): readonly EntryRow[] {
  return entries.map((entry) => {
    const { feed, header } = entry
    const before = must(ends.get(feed), 'taken')
    const sequence = before.sequence + 1
    const hash = entryHash(sha256, before.hash, { feed, sequence, header })
    ends.set(feed, { feed, sequence, hash })
    return { ...entry, sequence, hash }
  })
}

/** What comes a second time is taken for new, by a store that does not mind. */
function missingDedupe(log: ServerLog): ServerLog {
  const again = new Map<string, number>()
  const fresh = (id: string): string => {
    const times = again.get(id) ?? 0
    again.set(id, times + 1)
    return times === 0 ? id : `${id}+${times}`
  }
  return writing(log, (writer) => ({
    ...writer,
    findEvents: () => Promise.resolve(new Map()),
    readCommits: () => Promise.resolve([]),
    insertEvents: (events) => writer.insertEvents(events.map((event) => ({ ...event, id: fresh(event.id) }))),
    insertKept: (commits) =>
      writer.insertKept(commits.map((kept) => ({ ...kept, commit: fresh(`kept ${kept.commit}`) }))),
    insertCommits: (commits) =>
      writer.insertCommits(commits.map((commit) => ({ ...commit, commit: fresh(commit.commit) }))),
  }))
}

/** A case is folded in the order in which this machine came to know of its events. */
const mergeByArrival = (db: WritableDb): WritableDb => {
  const byArrival = (sql: string): string => sql.replace('position IS NULL, position, seq', 'seq')
  return {
    ...db,
    all: (sql, ...params) => db.all(byArrival(sql), ...params),
    get inTransaction() {
      return db.inTransaction
    },
  }
}

export const faults = {
  'lost outcome': { log: lostOutcome },
  'serial instead of counter': { log: serialLog },
  'merge by arrival': { db: mergeByArrival },
  'forgotten fence': { log: forgottenFence },
  'never forgotten': { log: neverForgotten },
  'silent overwrite': { log: silentOverwrite },
  'missing dedupe': { log: missingDedupe },
  'ack before commit': { log: ackBeforeCommit },
  'leaked identity': { log: leakedIdentity },
} as const satisfies Readonly<Record<string, Fault>>

export type FaultName = keyof typeof faults
