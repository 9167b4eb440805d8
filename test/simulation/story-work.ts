import { caseCommands } from '#shared/domain/case/commands.ts'
import type { CaseCommand, CaseCommandKind } from '#shared/domain/case/commands.ts'
import { allowedCommands } from '#shared/domain/case/allowed-commands.ts'
import { caseSettings } from '#core/services/decide-context.ts'
import { runCaseCommand } from '#core/services/case-command.ts'
import { register } from '#core/services/register.ts'
import { RegisterInput } from '#shared/contract/desktop/intake.ts'
import type { Caller } from '#core/services/caller.ts'
import type { Case } from '#shared/domain/case/state.ts'
import { readCase } from '#core/projections/case-store.ts'
import { writeCommit } from '#core/services/write.ts'
import { ok } from '#shared/lib/result.ts'
import { inputFor, road } from '#test/support/case-commands.ts'
import { CaseWorld } from '#test/support/case-world.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { isNewCommand } from './older-program.ts'
import { withFiles } from './story-files.ts'
import type { Step } from './plan.ts'
import type { SimMachine } from './sim-machine.ts'
import { usersOf } from './sim-tree.ts'
import { isDepartment, newSecret, wrote } from './story-world.ts'
import type { World } from './story-world.ts'

/* What the people of a story do on a machine. */

export function registerOn(
  world: World,
  machine: SimMachine,
  { pick, isStrict = false }: Extract<Step, { kind: 'register' }>,
): void {
  const users = usersOf(machine.options.unit)
  const caller = machine.caller(users[pick % users.length] ?? '')
  if (caller === null || machine.office === null) return
  const { office } = machine
  const secret = newSecret(world)
  const form = RegisterInput.safeParse(
    phoneForm({
      subject: `موضوع ${secret}`,
      text: `نص ${secret}`,
      person: complainantOf(world),
      ...(isStrict ? { confidentiality: 'strict', namedUsers: [...users] } : {}),
    }),
  )
  if (!form.success) throw form.error
  const done = machine.work(() => register(office, caller, { ...form.data, receivedAt: machine.now() }))
  if (done?.ok === true) wrote(world, machine, caller.id)
}

/** Nobody is called as another, so that whoever is forgotten can be looked for by his name. */
const complainantOf = ({ saved }: World) => ({
  kind: 'new',
  details: { given: 'أحمد', father: 'محمود', family: `الخطيب${saved.length}`, mobile: '0791234567' },
})

/** Steps of the main road meet on so many of a machine's cases, the newest. */
const roadCases = 2

export function commandOn(world: World, machine: SimMachine, step: Extract<Step, { kind: 'command' }>): void {
  const [whom, which, a, b] = step.picks
  const { store } = machine
  const ids = store.db.all<{ id: string }>('SELECT id FROM case_states ORDER BY id').map(({ id }) => id)
  const near = step.isRoad === true ? ids.slice(-roadCases) : ids
  const id = near[a % Math.max(1, near.length)]
  const state = id === undefined ? null : readCase(store.db, id)
  const offered = state === null ? null : offeredTo(machine, state, step)
  if (state === null || offered === null) return
  const { caller, kinds } = offered
  const kind = kinds[which % Math.max(1, kinds.length)]
  if (kind === undefined) return
  const shim = Object.assign(new CaseWorld(), { state, now: machine.now() })
  const drawn = inputFor(shim, kind, [a, b, whom])
  const input = inputOn(world, machine, { kind, drawn, pick: a })
  const command = caseCommands[kind].safeParse(withFiles(machine, caller, { state, kind, input }))
  if (!command.success) return
  run(world, machine, { id: state.id, caller, command: { kind, input: command.data } as CaseCommand })
}

/** The first of the machine's users who may does it. */
export function raiseOn(world: World, machine: SimMachine, { pick, unit }: Extract<Step, { kind: 'raise' }>): void {
  const { store } = machine
  const ids = store.db.all<{ id: string }>(
    "SELECT id FROM case_rows WHERE confidentiality <> 'strict' ORDER BY id DESC",
  )
  const id = ids[pick % Math.max(1, ids.length)]?.id
  const state = id === undefined ? null : readCase(store.db, id)
  const caller = usersOf(machine.options.unit)
    .map((user) => machine.caller(user))
    .find((each) => each !== null && state !== null && kindsFor(machine, each, state).includes('set_confidentiality'))
  if (state === null || caller === null || caller === undefined) return
  const input = caseCommands.set_confidentiality.parse({ level: 'strict', users: usersOf(unit), note: '' })
  run(world, machine, { id: state.id, caller, command: { kind: 'set_confidentiality', input } })
}

interface Drawn {
  readonly kind: CaseCommandKind
  readonly drawn: unknown
  readonly pick: number
}

function inputOn(world: World, machine: SimMachine, { kind, drawn, pick }: Drawn): unknown {
  if (kind === 'move_to_unit') return { unit: inside[pick % inside.length], note: 'للاختصاص' }
  return kind === 'add_note' && !isDepartment(machine) ? { text: newSecret(world) } : drawn
}

/** Units that a case may stand with. */
const inside = ['office', 'central', 'office-2'] as const

/** What one user may do; on the main road the first after him who may go on. */
function offeredTo(
  machine: SimMachine,
  state: Case,
  { picks: [whom], isRoad = false }: Extract<Step, { kind: 'command' }>,
): { readonly caller: Caller; readonly kinds: readonly CaseCommandKind[] } | null {
  const users = usersOf(machine.options.unit)
  const inTurn = users.map((_, index) => users[(whom + index) % users.length] ?? '')
  for (const user of isRoad ? inTurn : inTurn.slice(0, 1)) {
    const caller = machine.caller(user)
    const kinds = caller === null ? [] : kindsFor(machine, caller, state)
    const offered = isRoad ? kinds.filter((kind) => road.includes(kind)) : kinds
    if (caller !== null && offered.length > 0) return { caller, kinds: offered }
  }
  return null
}

function kindsFor(
  { office, options: { isOlder } }: SimMachine,
  { id: user, user: { staffId, unit }, rights }: Caller,
  state: Case,
) {
  if (office === null) return []
  const settings = caseSettings(office.reference, state.office)
  const kinds = allowedCommands(state, { user, staffId, unit, rights: [...rights], settings })
  const others = kinds.filter((each) => each !== 'register' && each !== 'add_files' && each !== 'link')
  return isOlder === true ? others.filter((each) => !isNewCommand(each)) : others
}

function run(
  world: World,
  machine: SimMachine,
  { id, caller, command }: { id: string; caller: NonNullable<ReturnType<SimMachine['caller']>>; command: CaseCommand },
): void {
  const { office } = machine
  if (office === null) return
  const done = machine.work(() => runCaseCommand(office, caller, { case: id, command }))
  if (done?.ok === true) wrote(world, machine, caller.id)
}

/** Two versions of the program at work: the server is updated first, but somebody did not wait (S11). */
export function newerOn(world: World, machine: SimMachine, pick: number): void {
  const caller = machine.caller(usersOf(machine.options.unit)[0] ?? '')
  const { office } = machine
  if (caller === null || office === null) return
  const ids = machine.store.db.all<{ id: string }>('SELECT id FROM case_states ORDER BY id').map(({ id }) => id)
  const id = ids[pick % Math.max(1, ids.length)]
  if (id === undefined) return
  const author = { actor: caller.id, session: caller.session, via: caller.via }
  const event = {
    stream: `case:${id}`,
    type: 'note_added',
    version: 99,
    facts: {},
    // A department's own words are no secret to it.
    private: { text: isDepartment(machine) ? 'ملاحظة' : newSecret(world) },
  }
  const done = machine.work(() => writeCommit(office, author, () => ok([event])))
  if (done?.ok !== true) return
  for (const recorded of done.value.recorded) world.newer.add(recorded.id)
  wrote(world, machine, caller.id)
}

export function settleOn(world: World, machine: SimMachine, pick: number): void {
  const caller = machine.caller(usersOf(machine.options.unit)[pick % 3] ?? '')
  if (caller === null) return
  const ids = machine.store.db.all<{ id: string }>('SELECT id FROM case_states ORDER BY id').map(({ id }) => id)
  const state = ids.map((id) => readCase(machine.store.db, id)).find((each) => (each?.unapplied.length ?? 0) > 0)
  const event = state?.unapplied[0]
  if (state === null || state === undefined || event === undefined) return
  const kind: CaseCommandKind = 'settle_conflict'
  const input = caseCommands[kind].parse({ event, choice: 'keep', note: '' })
  run(world, machine, { id: state.id, caller, command: { kind, input } })
}
