import type { SyncClient } from '#core/sync-client/client.ts'
import { silentLog } from '#core/system-ports.ts'
import { applyLedgerOn } from './machine-work.ts'
import { simClientWire } from './sim-client-wire.ts'
import { startMs } from './sim-keys.ts'
import type { SimMachine } from './sim-machine.ts'

/** Small, so that a queue is several pushes, two of them under way. */
const bytesAPush = 16 * 1024

const dayMs = 86_400_000
const yearOf = (ms: number): number => new Date(ms).getUTCFullYear()

/** What is one life's alone. */
interface Life {
  readonly openChain: (epoch: number) => void
  readonly received: (streams: ReadonlySet<string>) => void
  readonly ofThisLife: <T>(promise: Promise<T>) => Promise<T>
}

/** What the client engine works with on a machine of a story, for one life of it. */
export function simClient(machine: SimMachine, { openChain, received, ofThisLife }: Life): SyncClient {
  const { name, store, options, ids, disk } = machine
  const { scheduler, skewMs, network, server, device } = options
  /** The machine may die between a case's going and its files'. */
  const removeFiles = async (addresses: readonly string[]): Promise<void> => {
    for (const address of addresses) {
      await scheduler.wait(1, `${name} removes a file`)
      await disk.remove(address)
    }
  }
  return {
    store,
    ports: { clock: { now: () => machine.now() }, ids, log: silentLog },
    wire: simClientWire({ name, network, server, device, ofThisLife }),
    snapshotFrom: 30,
    bytesAPush,
    chain: () => machine.chain,
    startEpoch: openChain,
    reopenChain: () => openChain(machine.chain.epoch),
    rights: () => machine.office?.reference.rightsVersion ?? '',
    numberYears: () => [
      ...new Set([0, 30 * dayMs].map((ahead) => yearOf(startMs + scheduler.time() + skewMs + ahead))),
    ],
    effects: {
      onReceived: received,
      forgetHeard: () => applyLedgerOn(machine),
      wereForgotten: (people) => disk.ledger.some(({ stream }) => people.has(stream)),
      noteForgotten: (people) => void disk.ledger.push(...people),
      removeFiles: (addresses) => ofThisLife(removeFiles(addresses)),
      sweepIndex: () => Promise.resolve(),
      renewBackups: () => Promise.resolve(true),
    },
    breathe: () => ofThisLife(scheduler.wait(1, `${name} breathes`)),
  }
}
