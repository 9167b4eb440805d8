import type { Chain } from '#core/store/chain.ts'
import type { CorePorts } from '#core/ports.ts'
import type { Store } from '#core/store/open-store.ts'
import type { Sweeping } from '#core/store/sweep-leftovers.ts'
import type { Wire } from './wire.ts'

/**
 * What the engine works with. It reads no clock and arms no timer by itself: everything of the outside is here, so that a
 * simulation can stand in for it.
 */
export interface SyncClient {
  readonly store: Store
  readonly ports: Pick<CorePorts, 'clock' | 'ids' | 'log'>
  readonly wire: Wire
  /** This machine's chain as it is now: a clone's or a restored one's is another later. */
  readonly chain: () => Chain
  /** Makes and keeps the key of a later epoch; the chain before takes no more events. */
  readonly startEpoch: (epoch: number) => void
  /** The chain's beginning moved: it is read from the log again before anything is appended. */
  readonly reopenChain: () => void
  /** The last rights event that this machine has folded. */
  readonly rights: () => string
  /** Years whose numbers this machine may need soon, as the office counts them. */
  readonly numberYears: () => readonly number[]
  readonly effects: SyncEffects
  /** Entries that a feed must be behind to be filled from a snapshot; default 20,000. */
  readonly snapshotFrom?: number
  /** Bytes of one push before packing, about; default 1 MB. */
  readonly bytesAPush?: number
  /** Lets the writer's other work run between two slices of a page. */
  readonly breathe: () => Promise<void>
}

/** What follows in the rest of the core when the log changed by itself. */
export interface SyncEffects extends Sweeping {
  /** Streams that were written or withdrawn: reference data is read anew, windows are told. */
  readonly onReceived: (streams: ReadonlySet<string>) => void
  /** An older copy of this machine, or one whose server is an older copy, has heard it all: whoever its ledger names is forgotten again (S19). */
  readonly forgetHeard: () => void
  /** Whether the ledger names any of these streams. */
  readonly wereForgotten: (people: ReadonlySet<string>) => boolean
}

/** A question leaves two turns after it was asked: what is applied in one turn would hold it back, and the server would wait. */
export async function untilAsked({ breathe }: SyncClient): Promise<void> {
  await breathe()
  await breathe()
}
