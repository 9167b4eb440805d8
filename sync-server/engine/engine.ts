/**
 * The server's engine: decides what becomes of a push and who is shown what. Sans IO: clock, ids, hashing, signing and
 * the log are ports, so that a test or the simulator can stand in for each. Its functions take the engine and an input.
 * What it keeps in memory are folds of what the log holds, each known by the length it was folded to.
 */
import type { ServerPorts } from '#server/ports.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import type { ServerLog } from '#server/log/server-log.ts'
import { createCaseCache } from './case-cache.ts'
import type { CaseCache } from './case-cache.ts'
import type { Reference } from './reference.ts'
import { createRecentEntries } from './recent-entries.ts'
import type { RecentEntries } from './recent-entries.ts'
import { createSnapshotCache } from './snapshot-cache.ts'
import type { SnapshotCache } from './snapshot-cache.ts'

/** Who the server is to its clients (SYNC-RECOVER-1). */
export interface ServerName {
  readonly id: string
  readonly logEpoch: number
}

export interface Engine {
  readonly ports: ServerPorts
  readonly log: ServerLog
  readonly server: ServerName
  readonly cases: CaseCache
  /** Reference data as last folded; looked at again in every transaction. */
  reference: Reference | null
  /** Entries of one part of a snapshot (SYNC-SNAP-1). */
  readonly entriesAPart: number
  /** So many taken events go to the log at once while the rest of their push is judged: enough for a statement of their own. */
  readonly eventsAtOnce: number
  readonly snapshots: SnapshotCache
  readonly recent: RecentEntries
  /** The last signed head of each feed. */
  readonly heads: Map<FeedName, { readonly sequence: number; readonly hash: string; readonly signature: string }>
}

/** In: the ports, an opened log, who the server is. Out: an engine with empty memory. */
export function createEngine(
  made: Pick<Engine, 'ports' | 'log' | 'server'> & Partial<Pick<Engine, 'entriesAPart' | 'eventsAtOnce'>>,
): Engine {
  return {
    entriesAPart: 2000,
    eventsAtOnce: 200,
    ...made,
    cases: createCaseCache(),
    reference: null,
    snapshots: createSnapshotCache(),
    recent: createRecentEntries(),
    heads: new Map(),
  }
}
