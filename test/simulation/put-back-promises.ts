import { isTakenBack, findOwnCommit } from '#core/store/own-commits.ts'
import type { LogReader } from '#server/log/server-log.ts'
import type { SimMachine } from './sim-machine.ts'
import type { World } from './story-world.ts'

/* What a put-back of the server must not undo: what machines held before it, and what authors took back. */

/** What one machine held of cases when the server was put back. */
export interface KeptThrough {
  machine: SimMachine
  events: readonly string[]
  /** The machine itself came back from a backup since. */
  isLost: boolean
}

export interface TakenBack {
  machine: SimMachine
  readonly commit: string
  isLost: boolean
}

/** Of cases, what was accepted and what a put-back before has set aside; but for what is to leave the machine anyway. */
const held = `SELECT id FROM events WHERE stream >= 'case:' AND stream < 'case;'
  AND (aside = 0 AND position IS NOT NULL OR aside = 1 AND length(link) = 0)
  AND stream NOT IN (SELECT stream FROM withdrawals WHERE at NOT IN ('offered', 'waiting'))`

/** What the server had again before it is put back once more was not lost by the put-back before: since, a case may have left. */
export function dropMet({ server, keptThrough }: World): void {
  for (const kept of keptThrough) kept.events = kept.events.filter((id) => !server.holdsEvent(id))
}

export function noteKept({ machines, keptThrough }: World): void {
  for (const machine of machines) {
    const events = machine.store.db.all<{ id: string }>(held).map(({ id }) => id)
    if (events.length > 0) keptThrough.push({ machine, events, isLost: false })
  }
}

/** The machine came back from a backup: it holds what that held. */
export function noteLostCopies({ keptThrough, takenBack }: World, machine: SimMachine): void {
  for (const kept of keptThrough) kept.isLost ||= kept.machine === machine
  for (const taken of takenBack) taken.isLost ||= taken.machine === machine && !isBackOn(machine, taken.commit)
}

function isBackOn({ store: { db } }: SimMachine, commit: string): boolean {
  const own = findOwnCommit(db, commit)
  return own !== null && isTakenBack(own)
}

/** Of what machines held, ids that the server has, in its log or on offer. */
export async function readKeptThrough({ keptThrough }: World, log: LogReader): Promise<ReadonlySet<string>> {
  const ids = [...new Set(keptThrough.flatMap(({ events }) => events))]
  return new Set((await log.findEvents(ids)).keys())
}

interface Kept {
  readonly kept: ReadonlySet<string>
  readonly outcomes: ReadonlyMap<string, string>
  readonly copies: ReadonlySet<string>
}

export const brokenByPutBack = (world: World, { kept, outcomes, copies }: Kept): readonly string[] => [
  ...purged(world, kept),
  ...accepted(world, { outcomes, copies }),
]

/** S12: the server has it or was offered it, from every machine that could still say so. */
const purged = ({ keptThrough }: World, kept: ReadonlySet<string>): readonly string[] =>
  keptThrough
    .filter(({ machine, isLost }) => !isLost && machine.state.kind === 'resting')
    .flatMap(({ machine, events }) =>
      events.filter((id) => !kept.has(id)).map((id) => `S12 ${machine.name} held ${id}, and the server lacks it`),
    )

/** S2: what its author took back is taken by no server, but where a person took a copy, and no server knew of it (seed 2963). */
const accepted = ({ takenBack }: World, { outcomes, copies }: Omit<Kept, 'kept'>): readonly string[] =>
  takenBack
    .filter(({ commit, isLost }) => !isLost && ['accepted', 'conflict'].includes(outcomes.get(commit) ?? ''))
    .filter(({ commit }) => !copies.has(commit))
    .map(({ machine, commit }) => `S2 ${machine.name} took ${commit} back, and the server has taken it`)
