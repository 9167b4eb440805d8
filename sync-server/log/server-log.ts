/**
 * What the server's engine asks of its store: one port, three implementations (memory, PGlite, PostgreSQL) under one
 * contract suite. Everything is in bytes and plain values; what they mean is the engine's business.
 *
 * Invariants every implementation keeps:
 * - `write` is one transaction: all of it or nothing; when it returns, it survives loss of power (SYNC-APPEND-1);
 * - `lockStreams` and `takeFeeds` hold their rows until the end of the transaction, taken in the order of their names
 *   (a store may let only one writer in at a time, which holds everything);
 * - a feed's entries become visible in the order of their sequence, because its counter row is held (SYNC-APPEND-10).
 */
import type { EventBytes, FeedName } from '#shared/sync/feed-entry.ts'
import type { Outcome } from '#shared/sync/outcome.ts'

export interface ServerLog {
  readonly kind: 'memory' | 'pglite' | 'postgres'
  /**
   * Runs one write transaction; what it throws rolls back and is thrown on. `work` may run more than once (40001,
   * 40P01, and 23505 where another wrote the same ids in between): only its last run counts. It asks its own `log`
   * alone: with one session to the store, waiting in it for anything else of the store waits for ever.
   */
  write<T>(work: (log: LogWriter) => Promise<T>): Promise<T>
  /** Reads one consistent state. */
  read<T>(work: (log: LogReader) => Promise<T>): Promise<T>
  /** Tells of feeds that got entries, also by other server processes. Out: ends it. */
  onAppended(tell: (feeds: readonly FeedName[]) => void): () => void
  close(): Promise<void>
}

/** A stream and what the server knows about it without folding. */
export interface StreamRow {
  readonly stream: string
  /** Position of its last event; 0 for a new one. */
  readonly length: number
  /** Feeds that hold it now: the members' list, kept by the engine, in order. */
  readonly feeds: readonly FeedName[]
  /** What the engine noted about it in short words (`owner:<unit>`, `open`, `case:<id>`), in order; none for a new one. */
  readonly notes: readonly string[]
}

export interface StoredEvent extends EventBytes {
  readonly id: string
  readonly stream: string
  readonly position: number
  readonly commit: string
  readonly contentHash: Uint8Array
  readonly device: string
  readonly epoch: number
  readonly sequence: number
  /** What envelope and facts say, where whoever made it had read them anyway; the log neither keeps nor gives it. */
  readonly parsed?: EventBody
}

/** Type and facts of an event. */
export interface EventBody {
  readonly type: string
  readonly body: Readonly<Record<string, unknown>>
}

export interface StoredCommit {
  readonly commit: string
  readonly device: string
  readonly epoch: number
  readonly firstSequence: number
  readonly lastSequence: number
  /** The device's link at its end. */
  readonly link: Uint8Array
  readonly outcome: Outcome
  /** Hash over the content hashes of its events, to know the same id with other bytes (SYNC-PUSH-4). */
  readonly bytesHash: Uint8Array
  readonly receivedAt: string
  readonly doubtful: boolean
  /** Streams it wrote, for fences (SYNC-APPEND-7). */
  readonly streams: readonly string[]
}

/** Events of a commit that stands in no stream: held, refused or void. Kept whole, so that it can be judged again. */
export interface KeptCommit {
  readonly commit: string
  readonly events: readonly (EventBytes & { readonly contentHash: Uint8Array; readonly sequence: number })[]
}

export interface EntryRow {
  readonly feed: FeedName
  readonly sequence: number
  readonly hash: Uint8Array
  readonly header: Uint8Array
  /** What the entry shows of each event of its header, in order: the private part or not. Bytes are joined on reading. */
  readonly withPrivate: readonly boolean[]
}

export interface DeviceEnd {
  readonly device: string
  readonly epoch: number
  readonly sequence: number
  readonly link: Uint8Array
}

export interface FeedEnd {
  readonly feed: FeedName
  readonly sequence: number
  readonly hash: Uint8Array
}

/** One epoch of a device. */
export interface OwnChain {
  readonly device: string
  readonly epoch: number
}

export interface LogReader {
  /** Those that exist. */
  readStreams(streams: readonly string[]): Promise<readonly StreamRow[]>
  /** The events of streams, each in the order of positions. */
  readEvents(streams: readonly string[]): Promise<readonly StoredEvent[]>
  /**
   * Events of every stream of these kinds (`list:`, `user:`), together in the order of acceptance: certain between
   * transactions that held a row in common when they inserted (a stream that all of them lock).
   */
  readEventsOfKinds(prefixes: readonly string[]): Promise<readonly StoredEvent[]>
  /** Streams that a feed holds now, in the order of their names after `after` (empty: from the first); with a note, those that carry it. */
  readStreamsOf(asked: {
    readonly feed: FeedName
    readonly note: string | null
    readonly after: string
    readonly limit: number
  }): Promise<readonly StreamRow[]>
  readCommits(commits: readonly string[]): Promise<readonly StoredCommit[]>
  /** Which of these event ids the log holds already and in which commit: that of its stream, else where it is kept. */
  findEvents(ids: readonly string[]): Promise<ReadonlyMap<string, string>>
  /** Commits that keep these events (`readKept`), by event: one event may be kept more than once. */
  findKept(ids: readonly string[]): Promise<ReadonlyMap<string, readonly string[]>>
  /** Those that are held, refused or void; a commit that was taken since stands in its streams. */
  readKept(commits: readonly string[]): Promise<readonly KeptCommit[]>
  /** Held commits, oldest first; of one device, or of all. */
  readHeld(device: string | null): Promise<readonly StoredCommit[]>
  /** Of these streams, those that held commits of a device write. */
  heldStreams(device: string, streams: readonly string[]): Promise<ReadonlySet<string>>
  /** Where the chain of a device ends, for each epoch the server knows. */
  deviceEnds(device: string): Promise<readonly DeviceEnd[]>
  /** The link of one place of a device's chain that ended a commit; null where none did. */
  linkAt(place: {
    readonly device: string
    readonly epoch: number
    readonly sequence: number
  }): Promise<Uint8Array | null>
  feedEnds(feeds: readonly FeedName[]): Promise<readonly FeedEnd[]>
  /** Every feed and every device's chain, for `verify`. */
  allFeedEnds(): Promise<readonly FeedEnd[]>
  allDeviceEnds(): Promise<readonly DeviceEnd[]>
  /** Commits of one chain in its order, after a sequence. */
  readChain(asked: {
    readonly device: string
    readonly epoch: number
    readonly after: number
    readonly limit: number
  }): Promise<readonly StoredCommit[]>
  /** Entries after a place, with the bytes of their events as this feed may see them. */
  readEntries(asked: {
    readonly feed: FeedName
    readonly after: number
    readonly limit: number
  }): Promise<readonly (EntryRow & { readonly events: readonly EventBytes[] })[]>
  /** As `readEntries`; null stands for the bytes of what this chain itself wrote: it has them (SYNC-PULL-5). */
  readEntriesFor(asked: {
    readonly feed: FeedName
    readonly after: number
    readonly limit: number
    readonly own: OwnChain
  }): Promise<readonly (EntryRow & { readonly events: readonly EventBytes[] | null })[]>
  /** As `readEntries`; null stands for the bytes of an event of any other type. */
  readEntriesOf(asked: {
    readonly feed: FeedName
    readonly after: number
    readonly limit: number
    readonly types: readonly string[]
  }): Promise<readonly (EntryRow & { readonly events: readonly (EventBytes | null)[] })[]>
  /** Which duty keys are taken. */
  takenDuties(keys: readonly string[]): Promise<ReadonlySet<string>>
}

export interface LogWriter extends LogReader {
  /**
   * Locks streams until the end, in the order of their names; a new one has length 0 and is made by `setStreams`.
   * Out: in the order asked. Before `takeFeeds`.
   */
  lockStreams(streams: readonly string[]): Promise<readonly StreamRow[]>
  setStreams(rows: readonly StreamRow[]): Promise<void>
  /** Of locked streams, each at its next position. */
  insertEvents(events: readonly StoredEvent[]): Promise<void>
  insertCommits(commits: readonly StoredCommit[]): Promise<void>
  insertKept(commits: readonly KeptCommit[]): Promise<void>
  /**
   * A held commit's new outcome (SYNC-APPEND-11); when it is taken, its events are inserted in the same transaction. One that
   * is refused or void stays kept.
   */
  setOutcome(commit: string, outcome: Outcome): Promise<void>
  setDeviceEnd(end: DeviceEnd): Promise<void>
  /** Holds the counters of feeds (made where missing) until the end; out: where each ends now. Called once, last. */
  takeFeeds(feeds: readonly FeedName[]): Promise<readonly FeedEnd[]>
  /** Entries of taken feeds, each at its next sequence; moves the ends. */
  insertEntries(entries: readonly EntryRow[]): Promise<void>
  takeDuties(keys: readonly string[]): Promise<void>
  /** Removes private parts of a stream from events and kept commits (SYNC-FEED-7). */
  forgetPrivate(stream: string): Promise<void>
  /** What is to be done once the transaction is durable, before anyone hears of it; a try that is undone does nothing. */
  onDurable(then: () => void): void
}
