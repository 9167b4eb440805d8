import { randomBytes } from 'node:crypto'
import { onTestFinished } from 'vitest'
import { openChain, type Chain, type DeviceSigner } from '#core/store/chain.ts'
import { appendCommit, type NewEvent } from '#core/store/append-commit.ts'
import type { ForgottenPerson } from '#core/store/forgotten-ledger.ts'
import { openStore, type Store } from '#core/store/open-store.ts'
import type { Projection } from '#core/store/projection.ts'
import { projectEvents } from '#core/store/tables.ts'
import type { SyncClient } from '#core/sync-client/client.ts'
import { writeMembership } from '#core/sync-client/membership.ts'
import type { Wire } from '#core/sync-client/wire.ts'
import { silentLog, systemIds } from '#core/system-ports.ts'
import { createDeviceKey, signerOf } from '#core/vault/device-key.ts'
import { newEvent, testInstant } from '#test/support/temporary-store.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import type { PlainServer } from './plain-server.ts'

/** A machine with a real store and the real engine, joined to a server of the tests. */
export interface TestReplica {
  readonly device: string
  readonly store: Store
  readonly client: SyncClient
  readonly removedFiles: string[]
  readonly ledger: ForgottenPerson[]
  renewedBackups: number
  append(...events: readonly Partial<NewEvent>[]): string
}

interface Options {
  readonly device: string
  readonly projections: readonly Projection[]
  readonly wire?: (device: string) => Wire
  readonly snapshotFrom?: number
}

export function testReplica(server: PlainServer, { device, projections, wire, snapshotFrom }: Options): TestReplica {
  const opened = openStore({
    folder: temporaryFolder(),
    key: randomBytes(32),
    projections,
    log: silentLog,
    create: true,
  })
  if (!opened.ok) throw new Error(opened.refusal.code)
  const store = opened.value
  onTestFinished(() => store.close())
  let signer: DeviceSigner = signerOf(createDeviceKey(device, 1), systemIds.randomBytes)
  let chain: Chain = openChain(store.db, signer)
  const replica: TestReplica = {
    device,
    store,
    removedFiles: [],
    ledger: [],
    renewedBackups: 0,
    append: (...events) => {
      const commit = systemIds.uuid()
      store.db.transaction(() => {
        const recorded = appendCommit(store.db, chain, { commit, events: events.map(newEvent) })
        projectEvents(store.db, projections, recorded)
      })
      return commit
    },
    client: {
      store,
      ports: { clock: { now: () => testInstant }, ids: systemIds, log: silentLog },
      wire: (wire ?? ((name: string) => server.wire(name)))(device),
      chain: () => chain,
      startEpoch: (epoch) => {
        signer = signerOf(createDeviceKey(device, epoch), systemIds.randomBytes)
        chain = openChain(store.db, signer)
      },
      reopenChain: () => void (chain = openChain(store.db, signer)),
      rights: () => '',
      numberYears: () => [],
      ...(snapshotFrom === undefined ? {} : { snapshotFrom }),
      effects: {
        onReceived: () => {},
        forgetHeard: () => {},
        wereForgotten: (people) => replica.ledger.some(({ stream }) => people.has(stream)),
        noteForgotten: (people) => void replica.ledger.push(...people),
        removeFiles: (addresses) => Promise.resolve(void replica.removedFiles.push(...addresses)),
        sweepIndex: () => Promise.resolve(),
        renewBackups: () => Promise.resolve((replica.renewedBackups += 1) > 0),
      },
      breathe: () => Promise.resolve(),
    },
  }
  store.db.transaction(() =>
    writeMembership(store.db, {
      url: 'http://127.0.0.1:1',
      credential: 'x',
      server: { id: server.id, logEpoch: server.logEpoch, publicKey: server.publicKey },
      unit: { id: 'office-amm', kind: 'office', code: 'AMM', office: 'office-amm' },
      epoch: 1,
      joinedAt: testInstant,
      lastContact: null,
      mayHide: false,
      recovering: false,
      verifiersDue: false,
    }),
  )
  return replica
}
