/**
 * What one write transaction has in hand: rows it holds, states it folds on, and all that it will write at its end.
 * The events of a large push are on their way to the log while its later commits are judged; all else follows at the end.
 */
import type { AccessState } from '#shared/domain/access/rights-of.ts'
import type { AdmitPolicy } from '#shared/domain/case/admit.ts'
import type { CaseState } from '#shared/domain/case/state.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import type { Outcome } from '#shared/sync/outcome.ts'
import type { FeedEnd, KeptCommit, LogWriter, StoredCommit, StoredEvent, StreamRow } from '#server/log/server-log.ts'
import type { Engine } from './engine.ts'
import type { Judging } from './policy.ts'
import type { RecentEntry } from './recent-entries.ts'
import type { Reference } from './reference.ts'

/** An entry without its place in its feed. Header and its hash are shared by feeds that are shown the same. */
export interface EntryDraft {
  readonly feed: FeedName
  readonly header: HeaderBytes
  readonly shown: readonly ShownEvent[]
}

export interface ShownEvent {
  readonly event: StoredEvent
  readonly withPrivate: boolean
}

/** What a transaction appended to one feed. */
export interface Appended {
  readonly before: FeedEnd
  readonly entries: RecentEntry[]
}

export interface HeaderBytes {
  readonly bytes: Uint8Array
  readonly hash: Uint8Array
}

export interface Work {
  readonly engine: Engine
  readonly log: LogWriter
  judging: Judging
  reference: Reference
  /** Streams that this transaction holds, as they stand after what it has taken so far. */
  readonly rows: Map<string, StreamRow>
  readonly changedRows: Set<string>
  readonly states: Map<string, CaseState>
  /** Events of streams in the order of positions, where they were read, and what this transaction added. */
  readonly history: Map<string, StoredEvent[]>
  readonly added: Map<string, StoredEvent[]>
  readonly knownCommits: Map<string, StoredCommit>
  /** Stream → the held commit of this device that stands in its way (SYNC-APPEND-7). */
  readonly fences: Map<string, string>
  /** Policies by what they rest on, as `policiesOf` has them. */
  readonly access: Map<string, AccessState>
  readonly policies: Map<string, AdmitPolicy>
  policiesOf: Reference | null
  readonly events: StoredEvent[]
  /** So many of them are on their way to the log. */
  sentEvents: number
  readonly commits: StoredCommit[]
  readonly kept: KeptCommit[]
  /** Held commits whose bytes the store has lost, and what is wrong with each. */
  readonly unreadable: Map<string, unknown>
  /** New outcomes of commits that were held (SYNC-APPEND-11). */
  readonly outcomes: Map<string, Outcome>
  readonly entries: EntryDraft[]
  /** The same with their places, where they are few. */
  readonly appended: Map<FeedName, Appended>
  readonly duties: Set<string>
  readonly forgotten: Set<string>
  /** Feeds that may show less of their earlier entries than before. */
  readonly narrowed: Set<FeedName>
}

export function createWork(given: Pick<Work, 'engine' | 'log' | 'judging' | 'reference'>): Work {
  return {
    ...given,
    rows: new Map(),
    changedRows: new Set(),
    states: new Map(),
    history: new Map(),
    added: new Map(),
    knownCommits: new Map(),
    fences: new Map(),
    access: new Map(),
    policies: new Map(),
    policiesOf: null,
    events: [],
    sentEvents: 0,
    commits: [],
    kept: [],
    unreadable: new Map(),
    outcomes: new Map(),
    entries: [],
    appended: new Map(),
    duties: new Set(),
    forgotten: new Set(),
    narrowed: new Set(),
  }
}

export function setRow(work: Work, row: StreamRow): void {
  work.rows.set(row.stream, row)
  work.changedRows.add(row.stream)
}
