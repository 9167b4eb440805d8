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
import { userSet } from '#shared/domain/case/shipped-office.ts'
import type { ServerLog } from '#server/log/server-log.ts'
import { writeCommit } from '#core/services/write.ts'
import { ok } from '#shared/lib/result.ts'
import { must } from '#shared/lib/assert.ts'
import { inputFor, road } from '#test/support/case-commands.ts'
import { CaseWorld } from '#test/support/case-world.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { forgetOn, giveAwayOn, letHide } from './story-people.ts'
import { attachOn, withFiles } from './story-files.ts'
import type { Fault } from './faults.ts'
import { createNetwork } from './network.ts'
import type { Plan, Step } from './plan.ts'
import { randomOf } from './random.ts'
import { createScheduler } from './scheduler.ts'
import { SimMachine } from './sim-machine.ts'
import { createSimServer } from './sim-server.ts'
import { Crash } from './sim-store.ts'
import { foundingEvents, userOf, usersOf } from './sim-tree.ts'
import { isDepartment, newSecret, wrote } from './story-world.ts'
import type { World } from './story-world.ts'

/* What the plan makes happen in the world of a story. */

/** Which unit the n-th machine works for: two of one office first, then a department. */
const unitOfMachine = ['office', 'office', 'dept-a', 'office-2', 'central', 'dept-b'] as const

/** A real store of the server, and whether it is at work. */
export interface RealLog {
  readonly log: ServerLog
  readonly isBusy: () => boolean
}

export function createWorld(plan: Plan, fault: Fault = {}, real: RealLog | null = null): World {
  const { seed } = plan
  const scheduler = createScheduler(2_000_000, real?.isBusy)
  const network = createNetwork(scheduler, randomOf(seed, 'network'), plan.weather)
  const server = createSimServer({
    seed,
    scheduler,
    ...(fault.log === undefined ? {} : { wrap: fault.log }),
    ...(real === null ? {} : { log: real.log }),
  })
  const world: World = {
    plan,
    scheduler,
    network,
    server,
    machines: [],
    random: randomOf(seed, 'people'),
    fault,
    saved: [],
    copies: new Map(),
    files: [],
    newer: new Set(),
    forgotten: new Map(),
    secrets: new Set(),
  }
  return world
}

/** The server writes what must be there before anybody comes; then they come. */
async function open(world: World): Promise<void> {
  const { server, plan } = world
  await serve(world, () => server.own(foundingEvents()))
  for (const [index, skewMs] of plan.skews.entries()) addMachine(world, index, skewMs)
}

/** What is done at the server itself, while the world goes on. Out: null when it died meanwhile. */
export async function serve<T>({ scheduler }: Pick<World, 'scheduler'>, what: () => Promise<T>): Promise<T | null> {
  const settled: { value: T | null; fault: unknown } = { value: null, fault: null }
  void what().then(
    (value) => (settled.value = value),
    (error: unknown) => (settled.fault = error),
  )
  for (let tries = 0; settled.value === null && settled.fault === null && tries < 100; tries += 1)
    await scheduler.run(scheduler.now() + 2000)
  if (settled.fault !== null && !(settled.fault instanceof Crash)) throw settled.fault
  return settled.value
}

function addMachine(world: World, index: number, skewMs: number): void {
  const { scheduler, network, server, plan, fault } = world
  const unit = must(unitOfMachine[index % unitOfMachine.length], 'a unit')
  const name = `${unit}-${index}`
  const options = { name, device: name, unit, index, skewMs, seed: plan.seed, scheduler, network, server, fault }
  const machine = new SimMachine(options)
  server.enrol({ id: name, unit, publicKey: machine.chain.publicKey, users: usersOf(unit) })
  world.machines.push(machine)
  machine.input({ kind: 'join' })
}

/** Tells the story to its end, then lets everything come to rest under a calm sky. */
export async function tell(world: World): Promise<void> {
  const { scheduler, plan } = world
  await open(world)
  for (const { after, step } of plan.steps) {
    await scheduler.run(scheduler.now() + after)
    scheduler.note(JSON.stringify(step))
    await carryOut(world, step)
  }
  await rest(world)
}

export async function rest(world: World): Promise<void> {
  const { scheduler, network, machines, server, random } = world
  network.calm()
  for (let round = 0; round < 6; round += 1) {
    for (const machine of machines) {
      if (machine.state.kind === 'stopped' && mayResume(world, machine)) machine.input({ kind: 'resume' })
      else if (machine.state.kind !== 'working') machine.input({ kind: 'pressed' })
    }
    await scheduler.run(scheduler.now() + 100_000)
    if (round === 3) await serve(world, () => server.duties(1))
    // The central unit gives its word on what was offered, once all have offered.
    if (round === 2) await serve(world, () => server.decideOffers(() => random.chance(0.7)))
  }
}

/** A machine that a restored server knows as enrolled again is let in again by its person. */
const mayResume = ({ server }: World, { stops, options }: SimMachine): boolean =>
  stops.at(-1) === 'sync-device-revoked' && !server.revoked.has(options.device)

async function carryOut(world: World, step: Step): Promise<void> {
  const { network, server } = world
  if (step.kind === 'crash_server') return server.crash()
  if (step.kind === 'back_up_server') return server.backUp()
  if (step.kind === 'restore_server') return restoreServer(world)
  if (step.kind === 'rights') return changeRights(world, step)
  if (step.kind === 'leap') return world.scheduler.leap(step.hours * 3_600_000)
  if (step.kind === 'duties') return void (await serve(world, () => server.duties(step.runners)))
  const machine = world.machines[step.machine]
  if (machine === undefined) return
  switch (step.kind) {
    case 'register':
      return registerOn(world, machine, step.pick)
    case 'command':
      return commandOn(world, machine, step)
    case 'cut':
      network.cut(machine.name)
      return machine.live?.lose()
    case 'mend':
      network.mend(machine.name)
      return machine.input({ kind: 'network' })
    case 'press':
      return machine.input({ kind: 'pressed' })
    case 'crash':
      return machine.crash()
    case 'crash_at':
      return machine.store.crashAfter(step.writes)
    case 'back_up':
      return void world.copies.set(step.machine, { log: machine.store.copy(), files: machine.disk.copy() })
    case 'revoke':
      return void server.revoked.add(machine.options.device)
    case 'restore':
      return restore(world, step.machine)
    case 'clone':
      return clone(world, step.machine)
    case 'newer':
      return newerOn(world, machine, step.pick)
    case 'held':
      return machine.decideHeld(step.pick, step.isBack)
    case 'settle':
      return settleOn(world, machine, step.pick)
    case 'attach':
      return attachOn(world, machine, step)
    case 'forget':
      return forgetOn(world, machine, step.pick)
    case 'give_away':
      return giveAwayOn(world, machine)
    case 'let_hide':
      return letHide(machine)
    case 'let_in':
      return letIn(world, machine)
    case 'desk_duties':
      return deskDuties(world, machine)
  }
}

function letIn({ server }: World, machine: SimMachine): void {
  server.revoked.delete(machine.options.device)
  if (machine.stops.at(-1) === 'sync-device-revoked') machine.input({ kind: 'resume' })
}

async function deskDuties(world: World, machine: SimMachine): Promise<void> {
  const { life } = machine
  for (const commit of await machine.runDuties()) world.saved.push({ machine, commit, actor: null, lost: false })
  if (life === machine.life) machine.input({ kind: 'written' })
}

function registerOn(world: World, machine: SimMachine, pick: number): void {
  const users = usersOf(machine.options.unit)
  const caller = machine.caller(users[pick % users.length] ?? '')
  if (caller === null || machine.office === null) return
  const { office } = machine
  const secret = newSecret(world)
  const form = RegisterInput.safeParse(
    phoneForm({ subject: `موضوع ${secret}`, text: `نص ${secret}`, person: complainantOf(world) }),
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

function commandOn(world: World, machine: SimMachine, step: Extract<Step, { kind: 'command' }>): void {
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
  const input = kind === 'add_note' && !isDepartment(machine) ? { text: newSecret(world) } : drawn
  const command = caseCommands[kind].safeParse(withFiles(machine, caller, { state, kind, input }))
  if (!command.success) return
  run(world, machine, { id: state.id, caller, command: { kind, input: command.data } as CaseCommand })
}

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

function kindsFor({ office }: SimMachine, { id: user, user: { staffId, unit }, rights }: Caller, state: Case) {
  if (office === null) return []
  const settings = caseSettings(office.reference, state.office)
  const kinds = allowedCommands(state, { user, staffId, unit, rights: [...rights], settings })
  return kinds.filter((each) => each !== 'register' && each !== 'add_files' && each !== 'link')
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
function newerOn(world: World, machine: SimMachine, pick: number): void {
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

function settleOn(world: World, machine: SimMachine, pick: number): void {
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

/** The central unit takes a user's rights, or gives them back. */
async function changeRights(world: World, step: Extract<Step, { kind: 'rights' }>): Promise<void> {
  const users = ['omar', 'huda', 'badr']
  const user = userOf(users[step.pick % users.length] ?? 'omar', step.active, step.atOnce)
  await serve(world, () => world.server.own([userSet(user)]))
}

/** An earlier copy of the file stands in the machine's place: a new epoch, and what it did since is gone unless it was sent. */
function restore(world: World, index: number): void {
  const [machine, copy] = [world.machines[index], world.copies.get(index)]
  if (machine === undefined || copy === undefined) return
  // The same backup a second time: then a person tells the last number on paper.
  world.copies.delete(index)
  const stood = new Set(machine.store.db.all<{ id: string }>('SELECT id FROM commits').map(({ id }) => id))
  machine.end()
  machine.store.close()
  const epoch = machine.chain.epoch + 1
  const again = new SimMachine({ ...machine.options, copyOf: copy.log, files: copy.files, epoch })
  world.machines[index] = again
  again.disk.ledger.push(...machine.disk.ledger)
  again.continueNumbers()
  again.applyLedger()
  const kept = new Set(again.store.db.all<{ id: string }>('SELECT id FROM commits').map(({ id }) => id))
  for (const each of world.saved)
    if (each.machine === machine) {
      if (stood.has(each.commit) && !kept.has(each.commit)) each.lost = true
      ;(each as { machine: SimMachine }).machine = again
    }
  for (const file of world.files)
    if (file.machine === machine) {
      file.machine = again
      file.isLost ||= !again.disk.whole.has(file.address)
    }
  again.input({ kind: 'join' })
}

/** A file that every machine had given up, for the server held it, and that its backup lacks, is nowhere: nobody can send it again. */
function restoreServer({ server, files, machines }: World): void {
  server.restore()
  for (const file of files)
    file.isLost ||= ![server.blobs, ...machines.map(({ disk }) => disk)].some(({ whole }) => whole.has(file.address))
}

/** A twin with the same file, keys and credential begins to work beside it. */
function clone(world: World, index: number): void {
  const machine = world.machines[index]
  if (machine === undefined || world.machines.length >= 8 || machine.chain.epoch > 1) return
  const twin = new SimMachine({
    ...machine.options,
    name: `${machine.name}-twin${world.machines.length}`,
    copyOf: machine.store.copy(),
    files: machine.disk.copy(),
  })
  const { db } = twin.store
  // A twin draws from its original's numbers: which of both keeps them is a person's to settle; here it gets its own.
  db.run("DELETE FROM settings WHERE key LIKE 'numbers:%'")
  world.machines.push(twin)
  twin.input({ kind: 'join' })
}

export function closeWorld({ machines }: World): void {
  for (const { store } of machines) store.close()
}
