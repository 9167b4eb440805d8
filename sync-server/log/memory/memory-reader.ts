import { must } from '#shared/lib/assert.ts'
import type { EventBytes } from '#shared/sync/feed-entry.ts'
import type { DeviceEnd, EntryRow, LogReader, StoredCommit } from '../server-log.ts'
import { eventIdsOf, eventIdsOfOthers, isOfType } from '../stored-bytes.ts'
import { chainOf, entryKey, type MemoryDrafts, placeKey } from './memory-tables.ts'
import { type Draft, rowOf, rowsOfList } from './table.ts'

type Answers = {
  readonly [Name in keyof LogReader]: (...asked: Parameters<LogReader[Name]>) => Awaited<ReturnType<LogReader[Name]>>
}

/** Reads the state after commit `at` (Infinity: the newest at each call) and what the drafts add. `pause` goes before each call. */
export function createMemoryReader(drafts: MemoryDrafts, at: number, pause: () => Promise<void>): LogReader {
  const state = { drafts, at }
  return pausing({ ...streamAnswers(state), ...commitAnswers(state), ...feedAnswers(state) }, pause)
}

interface State {
  readonly drafts: MemoryDrafts
  readonly at: number
}

function streamAnswers({
  drafts,
  at,
}: State): Pick<Answers, 'readStreams' | 'readStreamsOf' | 'readEvents' | 'readEventsOfKinds'> {
  return {
    readStreams: (streams) => found(drafts.streams, streams, at),
    readEvents: (streams) =>
      streams.flatMap((stream) =>
        rowsOfList(drafts.events, stream, at)
          .map(({ event }) => event)
          .toSorted((left, right) => left.position - right.position),
      ),
    readEventsOfKinds: (prefixes) =>
      prefixes
        .flatMap((prefix) => rowsOfList(drafts.events, prefix, at))
        .toSorted((left, right) => left.number - right.number)
        .map(({ event }) => event),
    readStreamsOf: ({ feed, note, after, limit }) =>
      rowsOfList(drafts.streams, feed, at)
        .filter(({ stream, notes }) => stream > after && (note === null || notes.includes(note)))
        .toSorted((left, right) => compare(left.stream, right.stream))
        .slice(0, limit),
  }
}

function commitAnswers({
  drafts,
  at,
}: State): Omit<Answers, keyof ReturnType<typeof streamAnswers> | keyof ReturnType<typeof feedAnswers>> {
  const keptIn = (id: string): string[] => rowsOfList(drafts.kept, id, at).map(({ commit }) => commit)
  const commitOf = (id: string): string | undefined => rowOf(drafts.events, id, at)?.event.commit ?? keptIn(id).at(-1)
  return {
    readCommits: (commits) => found(drafts.commits, commits, at),
    findEvents: (ids) => new Map(ids.flatMap((id) => commitPair(id, commitOf(id)))),
    findKept: (ids) => new Map(ids.map((id) => [id, keptIn(id)] as const).filter(([, kept]) => kept.length > 0)),
    heldStreams: (device, streams) => {
      const held = rowsOfList(drafts.commits, 'held', at).filter((commit) => commit.device === device)
      return new Set(held.flatMap((commit) => commit.streams).filter((stream) => streams.includes(stream)))
    },
    readKept: (commits) =>
      found(drafts.kept, commits, at).filter(({ commit }) => isKept(rowOf(drafts.commits, commit, at))),
    readHeld: (device) =>
      rowsOfList(drafts.commits, 'held', at)
        .filter((commit) => device === null || commit.device === device)
        .toSorted((left, right) => compare(left.receivedAt, right.receivedAt) || compare(left.commit, right.commit)),
    deviceEnds: (device) => rowsOfList(drafts.deviceEnds, `of ${device}`, at).toSorted(byChain),
    allDeviceEnds: () => rowsOfList(drafts.deviceEnds, 'all', at).toSorted(byChain),
    readChain: ({ device, epoch, after, limit }) =>
      rowsOfList(drafts.commits, chainOf({ device, epoch }), at)
        .filter(({ firstSequence }) => firstSequence > after)
        .toSorted((left, right) => left.firstSequence - right.firstSequence)
        .slice(0, limit),
    linkAt: (place) => rowOf(drafts.links, placeKey(place), at) ?? null,
  }
}

function feedAnswers({
  drafts,
  at,
}: State): Pick<
  Answers,
  'feedEnds' | 'allFeedEnds' | 'readEntries' | 'readEntriesFor' | 'readEntriesOf' | 'takenDuties'
> {
  const rowsAfter = ({ feed, after, limit }: Parameters<Answers['readEntries']>[0]): EntryRow[] => {
    const end = rowOf(drafts.feedEnds, feed, at)?.sequence ?? 0
    const count = Math.max(0, Math.min(limit, end - after))
    const keys = Array.from({ length: count }, (_, index) => entryKey({ feed, sequence: after + index + 1 }))
    return found(drafts.entries, keys, at)
  }
  const withBytes = (entry: EntryRow) => ({ ...entry, events: shownEvents(drafts, entry, at) })
  return {
    feedEnds: (feeds) => found(drafts.feedEnds, feeds, at),
    allFeedEnds: () => rowsOfList(drafts.feedEnds, 'all', at).toSorted((left, right) => compare(left.feed, right.feed)),
    readEntries: (asked) => rowsAfter(asked).map(withBytes),
    readEntriesFor: ({ own, ...asked }) =>
      rowsAfter(asked).map((entry) =>
        eventIdsOfOthers(entry.header, own) === null ? { ...entry, events: null } : withBytes(entry),
      ),
    readEntriesOf: ({ types, ...asked }) =>
      rowsAfter(asked)
        .map(withBytes)
        .map(({ events, ...entry }) => ({
          ...entry,
          events: events.map((event) => (types.some((type) => isOfType(event, type)) ? event : null)),
        })),
    takenDuties: (keys) => new Set(keys.filter((key) => rowOf(drafts.duties, key, at) === true)),
  }
}

const found = <V>(draft: Draft<V>, keys: readonly string[], at: number): V[] =>
  keys.map((key) => rowOf(draft, key, at)).filter((row) => row !== undefined)

function pausing(answers: Answers, pause: () => Promise<void>): LogReader {
  const waits =
    <Asked extends unknown[], Answer>(answer: (...asked: Asked) => Answer) =>
    async (...asked: Asked): Promise<Answer> => {
      await pause()
      return answer(...asked)
    }
  return {
    readStreams: waits(answers.readStreams),
    readEvents: waits(answers.readEvents),
    readEventsOfKinds: waits(answers.readEventsOfKinds),
    readStreamsOf: waits(answers.readStreamsOf),
    allFeedEnds: waits(answers.allFeedEnds),
    allDeviceEnds: waits(answers.allDeviceEnds),
    readChain: waits(answers.readChain),
    readCommits: waits(answers.readCommits),
    findEvents: waits(answers.findEvents),
    findKept: waits(answers.findKept),
    heldStreams: waits(answers.heldStreams),
    readKept: waits(answers.readKept),
    readHeld: waits(answers.readHeld),
    deviceEnds: waits(answers.deviceEnds),
    linkAt: waits(answers.linkAt),
    feedEnds: waits(answers.feedEnds),
    readEntries: waits(answers.readEntries),
    readEntriesFor: waits(answers.readEntriesFor),
    readEntriesOf: waits(answers.readEntriesOf),
    takenDuties: waits(answers.takenDuties),
  }
}

function shownEvents(drafts: MemoryDrafts, entry: EntryRow, at: number): EventBytes[] {
  return eventIdsOf(entry.header).map((id, index) => {
    const { event } = must(rowOf(drafts.events, id, at), `entry ${entry.feed} ${entry.sequence} names ${id}`)
    return {
      envelope: event.envelope,
      facts: event.facts,
      private: entry.withPrivate[index] === true ? event.private : null,
    }
  })
}

const commitPair = (id: string, commit: string | undefined): [string, string][] =>
  commit === undefined ? [] : [[id, commit]]

const compare = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

/** What was taken since stands in its streams. */
const isKept = (commit: StoredCommit | undefined): boolean =>
  commit !== undefined && ['held', 'refused', 'void'].includes(commit.outcome.kind)

const byChain = (left: DeviceEnd, right: DeviceEnd): number =>
  compare(left.device, right.device) || left.epoch - right.epoch
