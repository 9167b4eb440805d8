import type { DeviceEnd, EntryRow, FeedEnd, KeptCommit, StoredCommit, StoredEvent, StreamRow } from '../server-log.ts'
import { eventIdOf } from '../stored-bytes.ts'
import { copyTable, createDraft, createTable, type Draft, type Table } from './table.ts'

/** An event with the number it drew when it was inserted: the order of numbers is not the order of commits. */
export interface NumberedEvent {
  readonly event: StoredEvent
  readonly number: number
}

interface Rows {
  readonly streams: StreamRow
  readonly events: NumberedEvent
  readonly commits: StoredCommit
  readonly kept: KeptCommit
  readonly deviceEnds: DeviceEnd
  readonly links: Uint8Array
  readonly feedEnds: FeedEnd
  readonly entries: EntryRow
  readonly duties: true
}

export type MemoryTables = { readonly [Name in keyof Rows]: Table<Rows[Name]> }
export type MemoryDrafts = { readonly [Name in keyof Rows]: Draft<Rows[Name]> }

export const createTables = (): MemoryTables => ({
  streams: createTable(({ feeds }) => feeds),
  events: createTable(({ event: { stream } }) => [stream, stream.slice(0, stream.indexOf(':') + 1)]),
  commits: createTable((commit) => [chainOf(commit), ...(commit.outcome.kind === 'held' ? ['held'] : [])]),
  kept: createTable((kept) => ['all', ...keptIdsOf(kept)]),
  deviceEnds: createTable(({ device }) => [`of ${device}`, 'all']),
  links: createTable(),
  feedEnds: createTable(() => ['all']),
  entries: createTable(),
  duties: createTable(),
})

export const copyTables = (tables: MemoryTables): MemoryTables => ({
  streams: copyTable(tables.streams),
  events: copyTable(tables.events),
  commits: copyTable(tables.commits),
  kept: copyTable(tables.kept),
  deviceEnds: copyTable(tables.deviceEnds),
  links: copyTable(tables.links),
  feedEnds: copyTable(tables.feedEnds),
  entries: copyTable(tables.entries),
  duties: copyTable(tables.duties),
})

export const createDrafts = (tables: MemoryTables): MemoryDrafts => ({
  streams: createDraft(tables.streams),
  events: createDraft(tables.events),
  commits: createDraft(tables.commits),
  kept: createDraft(tables.kept),
  deviceEnds: createDraft(tables.deviceEnds),
  links: createDraft(tables.links),
  feedEnds: createDraft(tables.feedEnds),
  entries: createDraft(tables.entries),
  duties: createDraft(tables.duties),
})

const keptIdsOf = ({ events }: KeptCommit): string[] => events.map(({ envelope }) => eventIdOf(envelope))

export const chainOf = (end: { readonly device: string; readonly epoch: number }): string =>
  `chain ${end.device} ${end.epoch}`
export const placeKey = (place: {
  readonly device: string
  readonly epoch: number
  readonly sequence: number
}): string => `${place.device} ${place.epoch} ${place.sequence}`
export const epochKey = (end: { readonly device: string; readonly epoch: number }): string =>
  `${end.device} ${end.epoch}`
export const entryKey = (entry: { readonly feed: string; readonly sequence: number }): string =>
  `${entry.feed} ${entry.sequence}`
