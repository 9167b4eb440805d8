import type { FilesView, FillView, LinkView, SyncStatus } from '#shared/contract/desktop/sync.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { localDateOf } from '#shared/domain/clock/working-time.ts'
import { instantFromMs, msOf } from '#shared/domain/clock/instant.ts'
import { NumberBlocks, numbersLeft } from '#shared/domain/numbering/number-blocks.ts'
import { assertNever } from '#shared/lib/assert.ts'
import { refuse } from '#shared/lib/result.ts'
import type { ConnectionState } from '#shared/sync/connection.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import { areOpenCasesHere } from '#core/store/open-cases.ts'
import { readFeeds } from '#core/store/feeds.ts'
import { countByStanding } from '#core/store/own-commits.ts'
import { countPutAside } from '#core/store/put-aside.ts'
import { readSetting } from '#core/store/settings.ts'
import { countConflicts, countOwnConflicts } from './conflicts.ts'
import type { Host } from './host.ts'
import { inWords } from './in-words.ts'
import type { Office } from './office.ts'
import { unitLabel } from './reference-data.ts'
import type { JoinedTo, LeftServer } from './sync-handle.ts'

/** How this machine stands with its server, in counts and plain words (S2, S10). */
export function syncStatus({ options: { sync } }: Pick<Host, 'options'>, office: Office): SyncStatus {
  const { db } = office.store
  const joined = sync.membership(db)
  const feeds = readFeeds(db).map(({ feed, cursor, ends }) => ({ feed, cursor, end: Math.max(ends, cursor) }))
  const counts = withoutDecided(office, countByStanding(db))
  return {
    link: linkView(office, joined),
    left: joined === null ? leftView(sync.left(db)) : null,
    server: joined === null ? null : { url: joined.url, id: joined.server },
    unit: joined === null ? null : { ...joined.unit, name: unitLabel(office.reference, joined.unit.id) },
    counts,
    copied: joined?.copied === true,
    putAside: joined === null ? 0 : countPutAside(db),
    toDecide: counts.held + countConflicts(office),
    files: filesView(office),
    filling: fillView(db, feeds),
    feeds,
    numbersLeft: joined === null ? null : numbersOf(office),
  }
}

const leftView = (left: LeftServer | null): SyncStatus['left'] =>
  left === null ? null : { ...left, at: left.at as Instant }

/** A clash that was decided is accepted work like any other: nothing waits. */
function withoutDecided(office: Office, counts: SyncStatus['counts']): SyncStatus['counts'] {
  if (counts.conflict === 0 || !office.store.tablesReady) return counts
  const conflict = countOwnConflicts(office)
  return { ...counts, conflict, accepted: counts.accepted + counts.conflict - conflict }
}

function filesView({ sync }: Office): FilesView {
  if (sync === null) return { waiting: 0, bytes: 0, up: 0, down: 0, onDemand: 0, moving: null, reason: null }
  const { up, down, onDemand, moving, reason } = sync.files()
  return {
    waiting: up.files + down.files,
    bytes: up.bytes + down.bytes,
    up: up.files,
    down: down.files,
    onDemand,
    moving,
    reason: reason === null ? null : inWords(reason),
  }
}

/** A feed that is far behind is being filled, not followed. */
const fillFrom = 500

function fillView(db: ReadableDb, feeds: SyncStatus['feeds']): FillView | null {
  const behind = feeds.find(({ cursor, end }) => end - cursor > fillFrom)
  return behind === undefined
    ? null
    : {
        feed: behind.feed,
        done: behind.cursor,
        total: behind.end,
        openCasesReady: areOpenCasesHere(db, behind.feed),
      }
}

function numbersOf({ store, reference, ports }: Office): number {
  const year = localDateOf(reference.settings.zone, ports.clock.now()).slice(0, 4)
  const state = readSetting(store.db, `numbers:${year}`, NumberBlocks)
  return state === null ? 0 : numbersLeft(state)
}

const justNowMs = 60_000

function linkView({ sync, ports }: Office, joined: JoinedTo | null): LinkView {
  if (sync === null || joined === null) return { kind: 'stand_alone' }
  const lastContact = joined.lastContact as Instant | null
  const state: ConnectionState = sync.state()
  switch (state.kind) {
    case 'stand_alone':
      // A core that lives for one command exchanges only what it is told to: it just joined, or says that nothing runs.
      return lastContact !== null && msOf(ports.clock.now()) - msOf(lastContact) < justNowMs
        ? { kind: 'online', working: false, live: false, lastContact }
        : { kind: 'offline', lastContact, reason: inWords(refuse('sync-not-running').refusal), retryAt: null }
    case 'resting':
    case 'working': {
      // The open line is heard every few seconds, though that is not written down.
      const heard = state.live ? null : lastContact
      const working = state.kind === 'working'
      return { kind: 'online', working, live: state.live, lastContact: heard ?? ports.clock.now() }
    }
    case 'waiting': {
      const retryAt = instantFromMs(msOf(ports.clock.now()) + state.inMs)
      return { kind: 'offline', lastContact, reason: inWords(state.reason), retryAt }
    }
    case 'stopped':
      return { kind: 'stopped', lastContact, reason: inWords(state.reason) }
    default:
      return assertNever(state)
  }
}
