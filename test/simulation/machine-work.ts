import { changeFold } from '#core/store/change-fold.ts'
import { listOwnCommits } from '#core/store/list-own-commits.ts'
import { lastSeq } from '#core/store/read-stream.ts'
import { sweepLeftovers } from '#core/store/sweep-leftovers.ts'
import { judgeAgain, withdrawHeld } from '#core/sync-client/held-commits.ts'
import { runDuties } from '#core/services/duties.ts'
import { forgetAgain } from '#core/services/forget-again.ts'
import { continueNumbersAfterRestore } from '#core/services/numbers.ts'
import { localDateOf } from '#shared/domain/clock/working-time.ts'
import { restorePlaces } from '#shared/domain/numbering/continue-after-restore.ts'
import { randomOf } from './random.ts'
import type { Step } from './plan.ts'
import type { SimMachine } from './sim-machine.ts'
import type { World } from './story-world.ts'

/* What a machine's core does by itself, and what only a person does to the machine. */

/** A restored machine draws where it goes on numbering, as the core does. */
export function continueNumbersOn(machine: SimMachine): void {
  const { db } = machine.store
  const { seed, name } = machine.options
  const lot = randomOf(seed, `lot ${name} ${machine.chain.epoch}`).int(restorePlaces)
  const year = Number(localDateOf('Asia/Amman', machine.now()).slice(0, 4))
  db.transaction(() => continueNumbersAfterRestore(db, { year, lot, highest: null }))
}

/** Behind a forgetting, as the core does. */
export const sweepOn = (machine: SimMachine): void =>
  machine.beside(sweepLeftovers(machine.store.db, machine.client().effects))

/** Whoever was forgotten in the life before is forgotten in what its backup brought (S19). */
export function applyLedgerOn(machine: SimMachine): void {
  if (machine.options.fault.hasNoLedger === true) return
  const { db, projections } = machine.store
  const again = { chain: machine.chain, now: machine.now(), ids: machine.ids }
  db.transaction(() => changeFold(db, projections, () => forgetAgain(db, machine.disk.ledger, again)))
}

/** Duties that a desktop writes by itself (E-01). Out: their commits. */
export async function runDutiesOn(machine: SimMachine): Promise<readonly string[]> {
  const { office, store } = machine
  if (office === null) return []
  const before = lastSeq(store.db)
  await runDuties(office)
  if (store.isDead()) machine.crash()
  return store.db.all<{ id: string }>('SELECT id FROM commits WHERE first_seq > ?', before).map(({ id }) => id)
}

/** A person decides about one of the held commits; without an answer it stays held. */
export function decideHeldOn(
  { takenBack }: World,
  machine: SimMachine,
  { pick, isBack }: Extract<Step, { kind: 'held' }>,
): void {
  const held = listOwnCommits(machine.store.db, 'held', 100)
  const commit = held[pick % Math.max(1, held.length)]?.commit
  if (commit === undefined || machine.office === null) return
  const client = machine.client()
  if (!isBack) return machine.beside(judgeAgain(client, commit))
  const withdrawn = withdrawHeld(client, commit, 'taken back').then((answer) => {
    if (answer.ok && answer.value.kind === 'refused') takenBack.push({ machine, commit, isLost: false })
  })
  machine.beside(withdrawn)
}
