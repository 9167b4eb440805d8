import type { Fault } from './faults.ts'
import type { Network } from './network.ts'
import type { Scheduler } from './scheduler.ts'
import type { SimDisk } from './sim-disk.ts'
import type { SimServer } from './sim-server.ts'

export interface MachineOptions {
  readonly name: string
  /** Device ids are the same for a clone. */
  readonly device: string
  readonly unit: string
  readonly index: number
  readonly skewMs: number
  readonly seed: number
  readonly scheduler: Scheduler
  readonly network: Network
  readonly server: SimServer
  readonly fault: Fault
  /** A restored or cloned machine begins with somebody's file, and a restored one with a later epoch. */
  readonly copyOf?: Uint8Array
  readonly files?: SimDisk
  readonly epoch?: number
  /** Its program was not updated yet. */
  readonly isOlder?: boolean
}
