import type { Fault } from './faults.ts'
import type { Network } from './network.ts'
import type { Plan } from './plan.ts'
import type { KeptThrough, TakenBack } from './put-back-promises.ts'
import type { Random } from './random.ts'
import type { Scheduler } from './scheduler.ts'
import type { SimDisk } from './sim-disk.ts'
import type { SimMachine } from './sim-machine.ts'
import type { SimServer } from './sim-server.ts'
import { units } from './sim-tree.ts'

/*
 * The world of one story: a server, machines of two offices, two departments and the central unit, a network, and what
 * the plan makes happen. All of it follows from the seed.
 */
export interface World {
  readonly plan: Plan
  readonly scheduler: Scheduler
  readonly network: Network
  readonly server: SimServer
  readonly machines: SimMachine[]
  readonly random: Random
  readonly fault: Fault
  /** Commits that a service called saved, by machine: none may ever be lost (S1). */
  readonly saved: SavedCommit[]
  readonly copies: Map<number, { readonly log: Uint8Array; readonly files: SimDisk }>
  /** Files that were added to a case, and on which machine: lost where it came back from a backup without them. */
  readonly files: AddedFile[]
  /** Events that the server does not know: in no feed, whatever happens. */
  readonly newer: Set<string>
  /** Streams of people who were forgotten, with their names. */
  readonly forgotten: Map<string, string>
  /** Words that no department may ever hold. */
  readonly secrets: Set<string>
  /** What machines held whenever the server was put back, and what their authors took back. */
  readonly keptThrough: KeptThrough[]
  readonly takenBack: TakenBack[]
}

export interface SavedCommit {
  machine: SimMachine
  readonly commit: string
  /** Null: a duty, which nobody wrote. */
  readonly actor: string | null
  lost: boolean
}

export interface AddedFile {
  readonly address: string
  machine: SimMachine
  /** Of the event that names it. */
  readonly commit: string
  isLost: boolean
}

export function wrote(world: World, machine: SimMachine, actor: string): void {
  if (!machine.hasWritten) return
  const commit = machine.store.db.value<string>('SELECT id FROM commits ORDER BY first_seq DESC LIMIT 1')
  if (commit !== undefined) world.saved.push({ machine, commit, actor, lost: false })
  machine.input({ kind: 'written' })
}

export const isDepartment = ({ options }: SimMachine): boolean =>
  units[options.unit as keyof typeof units].kind === 'department'

/** Words that only the office may read. */
export function newSecret({ plan, saved, secrets }: World): string {
  const secret = `سر${plan.seed}x${saved.length}`
  secrets.add(secret)
  return secret
}
