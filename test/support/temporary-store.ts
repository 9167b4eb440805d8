import { randomBytes } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { appendCommit, type NewEvent } from '#core/store/append-commit.ts'
import { type Chain, openChain } from '#core/store/chain.ts'
import { type OpenOptions, openStore, type Store } from '#core/store/open-store.ts'
import { projectEvents } from '#core/store/tables.ts'
import { silentLog, systemIds } from '#core/system-ports.ts'
import { createDeviceKey, signerOf } from '#core/vault/device-key.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import { temporaryFolder } from './temporary-folder.ts'

export interface TemporaryStore {
  readonly folder: string
  readonly key: Uint8Array
  store: Store
  readonly chain: Chain
  /** Appends and projects one commit. */
  append(...events: readonly Partial<NewEvent>[]): RecordedEvent[]
  /** Closes and opens again. */
  reopen(options?: Partial<OpenOptions>): Store
}

/** A new encrypted store in a folder of its own, with a device chain. */
export function temporaryStore(options: Partial<OpenOptions> = {}): TemporaryStore {
  const folder = temporaryFolder()
  const base: OpenOptions = { folder, key: randomBytes(32), projections: [], log: silentLog, ...options }
  const store = opened({ ...base, create: true })
  const chain = openChain(store.db, signerOf(createDeviceKey('device-1', 1), systemIds.randomBytes))
  const temporary: TemporaryStore = {
    folder,
    key: base.key,
    store,
    chain,
    append: (...events) =>
      temporary.store.db.transaction(() => {
        const recorded = appendCommit(temporary.store.db, chain, {
          commit: systemIds.uuid(),
          events: events.map(newEvent),
        })
        projectEvents(temporary.store.db, temporary.store.projections, recorded)
        return recorded
      }),
    reopen: (changed = {}) => {
      temporary.store.close()
      temporary.store = opened({ ...base, ...changed })
      return temporary.store
    },
  }
  onTestFinished(() => temporary.store.close())
  return temporary
}

export const testInstant = '2026-01-04T07:00:00.000Z' as Instant

/** An event with made-up values for what the test does not care about. */
export function newEvent(given: Partial<NewEvent>): NewEvent {
  return {
    id: systemIds.uuid(),
    stream: 'case:018f0000-0000-7000-8000-000000000001',
    type: 'note_added',
    version: 1,
    facts: { text: 'حفرة في الطريق' },
    private: null,
    at: testInstant,
    actor: 'user-1',
    session: null,
    via: 'window',
    ...given,
  }
}

function opened(options: OpenOptions): Store {
  const result = openStore(options)
  if (!result.ok) throw new Error(`not opened: ${result.refusal.code} ${JSON.stringify(result.refusal.params)}`)
  return result.value
}
