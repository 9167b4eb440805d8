import { must } from '#shared/lib/assert.ts'
import type { EventBytes, FeedName } from '#shared/sync/feed-entry.ts'
import { Outcome } from '#shared/sync/outcome.ts'
import type { DeviceEnd, FeedEnd, KeptCommit, LogReader, StoredCommit, StoredEvent, StreamRow } from '../server-log.ts'
import { eventIdsOf, eventIdsOfOthers, typeInBytes } from '../stored-bytes.ts'
import { plainArray, textArray } from './array-literal.ts'
import { readStatements } from './read-statements.ts'
import type { Session, Statement } from './session.ts'

/** The port's questions inside one transaction. */
export const createPostgresReader = (session: Session): LogReader => ({
  ...streamQuestions(session),
  ...commitQuestions(session),
  ...feedQuestions(session),
})

function streamQuestions(
  session: Session,
): Pick<LogReader, 'readStreams' | 'readStreamsOf' | 'readEvents' | 'readEventsOfKinds'> {
  return {
    readStreams: (streams) => session.rows<StreamRow>(readStatements.streams, [textArray(streams)]),
    readStreamsOf: ({ feed, note, after, limit }) =>
      session.rows<StreamRow>(readStatements.streamsOf, [feed, note, after, limit]),
    readEvents: (streams) => session.rows<StoredEvent>(readStatements.events, [textArray(streams)]),
    readEventsOfKinds: (kinds) => session.rows<StoredEvent>(readStatements.eventsOfKinds, [textArray(kinds)]),
  }
}

function commitQuestions(
  session: Session,
): Omit<LogReader, keyof ReturnType<typeof streamQuestions> | keyof ReturnType<typeof feedQuestions>> {
  const commits = async (statement: Statement, values: readonly unknown[]): Promise<readonly StoredCommit[]> =>
    (await session.rows<CommitRow>(statement, values)).map(storedCommit)
  return {
    readCommits: (ids) => commits(readStatements.commits, [plainArray(ids)]),
    readHeld: (device) => commits(readStatements.held, [device]),
    readChain: ({ device, epoch, after, limit }) => commits(readStatements.chain, [device, epoch, after, limit]),
    async findEvents(ids) {
      const rows = await session.rows<{ id: string; commit: string }>(readStatements.found, [plainArray(ids)])
      return new Map(rows.map(({ id, commit }) => [id, commit]))
    },
    async findKept(ids) {
      const rows = await session.rows<{ id: string; commit: string }>(readStatements.keptIn, [plainArray(ids)])
      return new Map([...Map.groupBy(rows, ({ id }) => id)].map(([id, kept]) => [id, kept.map(({ commit }) => commit)]))
    },
    async heldStreams(device, streams) {
      const rows = await session.rows<{ stream: string }>(readStatements.heldStreams, [device, textArray(streams)])
      return new Set(rows.map(({ stream }) => stream))
    },
    async readKept(ids) {
      const rows = await session.rows<KeptRow>(readStatements.kept, [plainArray(ids)])
      const events = Map.groupBy(rows, ({ commit }) => commit)
      return [...events].map(([commit, kept]) => ({ commit, events: kept.map(keptEvent) }))
    },
    deviceEnds: (device) => session.rows<DeviceEnd>(readStatements.deviceEnds, [device]),
    allDeviceEnds: () => session.rows<DeviceEnd>(readStatements.allDeviceEnds, []),
    async linkAt({ device, epoch, sequence }) {
      const [row] = await session.rows<{ link: Uint8Array }>(readStatements.linkAt, [device, epoch, sequence])
      return row?.link ?? null
    },
  }
}

function feedQuestions(
  session: Session,
): Pick<LogReader, 'feedEnds' | 'allFeedEnds' | 'readEntries' | 'readEntriesFor' | 'readEntriesOf' | 'takenDuties'> {
  const rowsAfter = ({ feed, after, limit }: Parameters<LogReader['readEntries']>[0]): Promise<readonly EntryCells[]> =>
    session.rows<EntryCells>(readStatements.entries, [feed, after, limit])
  return {
    feedEnds: (feeds) => session.rows<FeedEnd>(readStatements.feedEnds, [textArray(feeds)]),
    allFeedEnds: () => session.rows<FeedEnd>(readStatements.allFeedEnds, []),
    async readEntries(asked) {
      const rows = await rowsAfter(asked)
      const ids = rows.map(({ header }) => eventIdsOf(header))
      const bytes = await eventBytes(session, ids.flat())
      return rows.map((row, index) => {
        const withPrivate = flagsOf(row)
        const shown = must(ids[index], 'ids of every entry')
        return { ...row, withPrivate, events: shown.map((id, place) => shownBytes(bytes, id, withPrivate[place])) }
      })
    },
    async readEntriesFor({ own, ...asked }) {
      const rows = await rowsAfter(asked)
      const ids = rows.map(({ header }) => eventIdsOfOthers(header, own))
      const bytes = await eventBytes(
        session,
        ids.flatMap((each) => each ?? []),
      )
      return rows.map((row, index) => {
        const withPrivate = flagsOf(row)
        const events = ids[index]?.map((id, place) => shownBytes(bytes, id, withPrivate[place])) ?? null
        return { ...row, withPrivate, events }
      })
    },
    async readEntriesOf({ types, ...asked }) {
      const rows = await rowsAfter(asked)
      const ids = rows.map(({ header }) => eventIdsOf(header))
      const named = [plainArray(ids.flat()), textArray(types.map(typeInBytes))]
      const bytes = byId(await session.rows<EventRow>(readStatements.eventBytesOf, named))
      return rows.map((row, index) => {
        const withPrivate = flagsOf(row)
        const events = ids[index]?.map((id, place) => shownIfFound(bytes, id, withPrivate[place])) ?? []
        return { ...row, withPrivate, events }
      })
    },
    async takenDuties(keys) {
      const rows = await session.rows<{ key: string }>(readStatements.duties, [textArray(keys)])
      return new Set(rows.map(({ key }) => key))
    },
  }
}

interface CommitRow extends Omit<StoredCommit, 'outcome'> {
  readonly outcome: string
}

const storedCommit = (row: CommitRow): StoredCommit => ({ ...row, outcome: Outcome.parse(JSON.parse(row.outcome)) })

type KeptRow = KeptCommit['events'][number] & { readonly commit: string; readonly id: string }

const keptEvent = ({
  envelope,
  facts,
  private: secret,
  contentHash,
  sequence,
}: KeptRow): KeptCommit['events'][number] => {
  return { envelope, facts, private: secret, contentHash, sequence }
}

interface EntryCells {
  readonly feed: FeedName
  readonly sequence: number
  readonly hash: Uint8Array
  readonly header: Uint8Array
  readonly withPrivate: Uint8Array
}

const flagsOf = ({ withPrivate }: EntryCells): boolean[] => Array.from(withPrivate, (flag) => flag === 1)

async function eventBytes(session: Session, ids: readonly string[]): Promise<ReadonlyMap<string, EventBytes>> {
  if (ids.length === 0) return new Map()
  return byId(await session.rows<EventRow>(readStatements.eventBytes, [plainArray(ids)]))
}

type EventRow = EventBytes & { readonly id: string }

const byId = (rows: readonly EventRow[]): ReadonlyMap<string, EventBytes> =>
  new Map(rows.map(({ id, envelope, facts, private: secret }) => [id, { envelope, facts, private: secret }]))

const shownBytes = (bytes: ReadonlyMap<string, EventBytes>, id: string, withPrivate: boolean | undefined): EventBytes =>
  must(shownIfFound(bytes, id, withPrivate), `event ${id} of an entry is in the log`)

function shownIfFound(
  bytes: ReadonlyMap<string, EventBytes>,
  id: string,
  withPrivate: boolean | undefined,
): EventBytes | null {
  const event = bytes.get(id) ?? null
  return event === null || withPrivate === true ? event : { ...event, private: null }
}
