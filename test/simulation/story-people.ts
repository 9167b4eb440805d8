import { forgetPerson } from '#core/services/forget-person.ts'
import { runCaseCommand } from '#core/services/case-command.ts'
import { changeMembership } from '#core/sync-client/membership.ts'
import { offeredDevice } from '#server/engine/offered.ts'
import type { KeptCommit, LogReader, StoredEvent } from '#server/log/server-log.ts'
import { caseCommands } from '#shared/domain/case/commands.ts'
import { sweepOn } from './machine-work.ts'
import type { SimMachine } from './sim-machine.ts'
import { usersOf } from './sim-tree.ts'
import { contentOf } from './stored-content.ts'
import { wrote } from './story-world.ts'
import type { World } from './story-world.ts'

/* Steps that take much away from machines, and what is promised of them. */

/** A complainant whose cases are all over is forgotten, by whoever of the machine's users may (S19). */
export function forgetOn(world: World, machine: SimMachine, pick: number): void {
  const { office, store } = machine
  const people = store.db.all<{ id: string; name: string }>(
    `SELECT id, name FROM people p
     WHERE NOT EXISTS (SELECT 1 FROM case_rows r WHERE r.person = p.id AND r.is_open = 1) ORDER BY id`,
  )
  const person = people[pick % Math.max(1, people.length)]
  if (office === null || person === undefined) return
  for (const user of usersOf(machine.options.unit)) {
    const caller = machine.caller(user)
    if (caller === null) continue
    const done = machine.work(() => forgetPerson(office, caller, { id: person.id, reason: 'request' }))
    if (done === null) return
    if (!done.ok) continue
    world.forgotten.set(`person:${person.id}`, person.name)
    world.scheduler.note(`${machine.name} forgets somebody`)
    sweepOn(machine)
    return wrote(world, machine, caller.id)
  }
}

/** An office's cases all go up to the central unit, one commit a case: its machines would hide many of them (S18). */
export function giveAwayOn(world: World, machine: SimMachine): void {
  const { office, store } = machine
  if (office === null) return
  const to = machine.options.unit === 'central' ? 'office' : 'central'
  const caller = usersOf(machine.options.unit)
    .map((user) => machine.caller(user))
    .find((each) => each?.rights.has('triage') === true)
  if (caller === undefined || caller === null) return
  const ids = store.db.all<{ id: string }>('SELECT id FROM case_states ORDER BY id')
  for (const { id } of ids) {
    const command = {
      kind: 'move_to_unit',
      input: caseCommands.move_to_unit.parse({ unit: to, note: 'إحالة' }),
    } as const
    const done = machine.work(() => runCaseCommand(office, caller, { case: id, command }))
    if (done === null) return
    if (done.ok) wrote(world, machine, caller.id)
  }
}

/** A person looks at the machine that asks whether so many cases may go, and says yes. */
export function letHide(machine: SimMachine): void {
  if (machine.state.kind !== 'stopped' || machine.stops.at(-1) !== 'sync-would-hide') return
  const { db } = machine.store
  machine.work(() => db.transaction(() => changeMembership(db, { mayHide: true })))
  machine.input({ kind: 'resume' })
}

export interface ForgottenLog {
  readonly events: readonly StoredEvent[]
  readonly kept: readonly KeptCommit[]
}

/** All that is kept beside the streams, also what was offered. */
export async function readForgotten(
  log: LogReader,
  { events, kept }: { readonly events: readonly StoredEvent[]; readonly kept: readonly KeptCommit[] },
): Promise<ForgottenLog> {
  const offers = await log.readHeld(offeredDevice)
  return { events, kept: [...kept, ...(await log.readKept(offers.map(({ commit }) => commit)))] }
}

/** S19: nobody who was forgotten is known to the server or to a machine that reached it, nor to the machine that forgot him. */
export function brokenForgetting({ machines, forgotten }: World, { events, kept }: ForgottenLog): readonly string[] {
  const streams = new Set(
    events.map(contentOf).flatMap(({ type, stream }) => (type === 'person.forgotten' ? [stream] : [])),
  )
  const left = [...events, ...kept.flatMap((commit) => commit.events)]
    .filter((event) => event.private !== null && streams.has(contentOf(event).stream))
    .map((event) => `S19 the server still knows ${contentOf(event).stream}`)
  const gone = (machine: SimMachine): ReadonlySet<string> =>
    new Set([...streams, ...machine.disk.ledger.map(({ stream }) => stream)])
  return [...left, ...machines.flatMap((machine) => [...gone(machine)].flatMap(knownOn(machine, forgotten)))]
}

function knownOn({ name, state, store: { db } }: SimMachine, names: ReadonlyMap<string, string>) {
  return (stream: string): readonly string[] => {
    if (state.kind !== 'resting') return []
    const id = stream.slice('person:'.length)
    const parts = db.value<number>('SELECT count(*) FROM events WHERE stream = ? AND private IS NOT NULL', stream) ?? 0
    const rows = db.value<number>('SELECT count(*) FROM people WHERE id = ?', id) ?? 0
    const word = names.get(stream) ?? ''
    const words =
      db.value<number>(
        "SELECT count(*) FROM events WHERE instr(coalesce(CAST(private AS TEXT), '') || CAST(facts AS TEXT), ?) > 0",
        word,
      ) ?? 0
    const found = parts + rows + (word === '' ? 0 : words)
    return found === 0 ? [] : [`S19 ${name} still knows ${stream}: ${parts} parts, ${rows} rows, ${words} words`]
  }
}
