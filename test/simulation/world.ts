import { caseCommands } from '#shared/domain/case/commands.ts'
import type { CaseCommand, CaseCommandKind } from '#shared/domain/case/commands.ts'
import { allowedCommands } from '#shared/domain/case/allowed-commands.ts'
import { caseSettings } from '#core/services/decide-context.ts'
import { runCaseCommand } from '#core/services/case-command.ts'
import { register } from '#core/services/register.ts'
import { RegisterInput } from '#shared/contract/desktop/intake.ts'
import { readCase } from '#core/projections/case-store.ts'
import { appendPush } from '#server/engine/append-push.ts'
import { userSet } from '#shared/domain/case/shipped-office.ts'
import { must } from '#shared/lib/assert.ts'
import { inputFor } from '#test/support/case-commands.ts'
import { CaseWorld } from '#test/support/case-world.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { TestDevice } from '#test/support/sync/test-device.ts'
import { createNetwork } from './network.ts'
import type { Network } from './network.ts'
import type { Plan, Step } from './plan.ts'
import { randomOf } from './random.ts'
import type { Random } from './random.ts'
import { createScheduler } from './scheduler.ts'
import type { Scheduler } from './scheduler.ts'
import { instantAt, simIds, simSigning, startMs } from './sim-keys.ts'
import { SimMachine } from './sim-machine.ts'
import { createSimServer } from './sim-server.ts'
import type { SimServer, SimServerOptions } from './sim-server.ts'
import { foundingEvents, userOf, usersOf } from './sim-tree.ts'

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
  /** Commits that a service called saved, by machine: none may ever be lost (S1). */
  readonly saved: { readonly machine: SimMachine; readonly commit: string; lost: boolean }[]
  readonly copies: Map<number, string>
  readonly central: TestDevice
  /** Words that no department may ever hold. */
  readonly secrets: Set<string>
}

/** Which unit the n-th machine works for: two of one office first, then a department. */
const unitOfMachine = ['office', 'office', 'dept-a', 'office-2', 'central', 'dept-b'] as const

export interface WorldOptions {
  readonly wrap?: SimServerOptions['wrap']
  readonly alter?: (machine: SimMachine) => void
}

export async function createWorld(plan: Plan, options: WorldOptions = {}): Promise<World> {
  const { seed } = plan
  const scheduler = createScheduler(2_000_000)
  const network = createNetwork(scheduler, randomOf(seed, 'network'), plan.weather)
  const server = createSimServer({ seed, scheduler, ...(options.wrap === undefined ? {} : { wrap: options.wrap }) })
  const central = new TestDevice('server', 'central', {
    ...simIds(() => startMs + scheduler.now(), randomOf(seed, 'central')),
    now: () => instantAt(scheduler.now()),
    signing: () => simSigning(randomOf(seed, 'central-key')),
  })
  const world: World = {
    plan,
    scheduler,
    network,
    server,
    machines: [],
    random: randomOf(seed, 'people'),
    saved: [],
    copies: new Map(),
    central,
    secrets: new Set(),
  }
  central.write(foundingEvents())
  await ownPush(world)
  for (const [index, skewMs] of plan.skews.entries()) addMachine(world, { index, skewMs }, options)
  server.onAppended((feeds) => tellAll(world, feeds))
  return world
}

/** What the server writes itself, through the same door. */
async function ownPush(world: World): Promise<void> {
  const { server, central, scheduler } = world
  const from = central.commits.length - 1
  const now = instantAt(scheduler.now())
  const pushing = appendPush(server.engine, { device: central.enrolled, now, confirmed: '' }, central.page(from))
  const settled: { result: Awaited<typeof pushing> | null } = { result: null }
  void pushing.then((result) => (settled.result = result))
  await scheduler.run(scheduler.now() + 2000)
  const [answer] = settled.result?.ok === true ? settled.result.value.outcomes : []
  if (answer?.outcome.kind !== 'accepted') throw new Error(`the server's own commit: ${JSON.stringify(settled.result)}`)
}

function addMachine(world: World, { index, skewMs }: { index: number; skewMs: number }, { alter }: WorldOptions): void {
  const { scheduler, network, server, plan } = world
  const unit = must(unitOfMachine[index], 'a story has at most six machines')
  const name = `${unit}-${index}`
  const options = { name, device: name, unit, index, skewMs, seed: plan.seed, scheduler, network, server }
  const machine = new SimMachine(options)
  server.enrol({ id: name, unit, publicKey: machine.chain.publicKey, users: usersOf(unit) })
  world.machines.push(machine)
  alter?.(machine)
  machine.input({ kind: 'join' })
}

function tellAll({ machines, scheduler, network }: World, feeds: readonly string[]): void {
  for (const machine of machines) {
    if (!machine.live || !feeds.some((feed) => !feed.startsWith('device:'))) continue
    const { life } = machine
    scheduler.after(5 + feeds.length, `${machine.name} told`, () => {
      if (life === machine.life && machine.live && !network.isCut(machine.name)) machine.input({ kind: 'told' })
    })
  }
}

/** Tells the story to its end, then lets everything come to rest under a calm sky. */
export async function tell(world: World): Promise<void> {
  const { scheduler, plan } = world
  for (const { after, step } of plan.steps) {
    await scheduler.run(scheduler.now() + after)
    scheduler.note(JSON.stringify(step))
    await carryOut(world, step)
  }
  await rest(world)
}

export async function rest(world: World): Promise<void> {
  const { scheduler, network, machines } = world
  network.calm()
  for (let round = 0; round < 6; round += 1) {
    for (const machine of machines) if (machine.state.kind !== 'working') machine.input({ kind: 'pressed' })
    await scheduler.run(scheduler.now() + 100_000)
  }
}

async function carryOut(world: World, step: Step): Promise<void> {
  const { network, server } = world
  if (step.kind === 'crash_server') return server.crash()
  if (step.kind === 'rights') return changeRights(world, step)
  const machine = world.machines[step.machine]
  if (machine === undefined) return
  switch (step.kind) {
    case 'register':
      return registerOn(world, machine, step.pick)
    case 'command':
      return commandOn(world, machine, step.picks)
    case 'cut':
      network.cut(machine.name)
      if (machine.live) machine.input({ kind: 'live_lost' })
      machine.live = false
      return
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
      return void world.copies.set(step.machine, machine.store.copy())
    case 'restore':
      return restore(world, step.machine)
    case 'clone':
      return clone(world, step.machine)
    case 'settle':
      return settleOn(world, machine, step.pick)
  }
}

function wrote(world: World, machine: SimMachine): void {
  const commit = machine.store.db.value<string>('SELECT id FROM commits ORDER BY first_seq DESC LIMIT 1')
  if (commit !== undefined) world.saved.push({ machine, commit, lost: false })
  machine.input({ kind: 'written' })
}

function registerOn(world: World, machine: SimMachine, pick: number): void {
  const users = usersOf(machine.options.unit)
  const caller = machine.caller(users[pick % users.length] ?? '')
  if (caller === null || machine.office === null) return
  const { office } = machine
  const secret = `سر${world.plan.seed}x${world.saved.length}`
  world.secrets.add(secret)
  const form = RegisterInput.safeParse(phoneForm({ subject: `موضوع ${secret}`, text: `نص ${secret}` }))
  if (!form.success) throw form.error
  const done = machine.work(() => register(office, caller, { ...form.data, receivedAt: machine.now() }))
  if (done?.ok === true) wrote(world, machine)
}

function commandOn(
  world: World,
  machine: SimMachine,
  [whom, which, a, b]: Extract<Step, { kind: 'command' }>['picks'],
): void {
  const users = usersOf(machine.options.unit)
  const caller = machine.caller(users[whom % users.length] ?? '')
  const { office } = machine
  if (caller === null || office === null) return
  const ids = machine.store.db.all<{ id: string }>('SELECT id FROM case_states ORDER BY id').map(({ id }) => id)
  const id = ids[a % Math.max(1, ids.length)]
  const state = id === undefined ? null : readCase(machine.store.db, id)
  if (state === null) return
  const settings = caseSettings(office.reference, state.office)
  const actor = {
    user: caller.id,
    staffId: caller.user.staffId,
    unit: caller.user.unit,
    rights: [...caller.rights],
    settings,
  }
  const kinds = allowedCommands(state, actor).filter(
    (each) => each !== 'register' && each !== 'add_files' && each !== 'link',
  )
  const kind = kinds[which % Math.max(1, kinds.length)]
  if (kind === undefined) return
  const shim = Object.assign(new CaseWorld(), { state, now: machine.now() })
  const input = inputFor(shim, kind, [a, b, whom])
  const command = caseCommands[kind].safeParse(input)
  if (!command.success) return
  run(world, machine, { id: state.id, caller, command: { kind, input: command.data } as CaseCommand })
}

function run(
  world: World,
  machine: SimMachine,
  { id, caller, command }: { id: string; caller: NonNullable<ReturnType<SimMachine['caller']>>; command: CaseCommand },
): void {
  const { office } = machine
  if (office === null) return
  const done = machine.work(() => runCaseCommand(office, caller, { case: id, command }))
  if (done?.ok === true) wrote(world, machine)
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
async function changeRights(world: World, { pick, active }: { pick: number; active: boolean }): Promise<void> {
  const users = ['omar', 'huda', 'badr']
  world.central.write([
    { ...userSet(userOf(users[pick % users.length] ?? 'omar', active)), actor: 'server', via: 'cli' },
  ])
  await ownPush(world).catch((error: unknown) => world.scheduler.note(`rights: ${String(error).slice(0, 80)}`))
}

/** An earlier copy of the file stands in the machine's place: a new epoch, and what it did since is gone unless it was sent. */
function restore(world: World, index: number): void {
  const [machine, copy] = [world.machines[index], world.copies.get(index)]
  if (machine === undefined || copy === undefined) return
  const stood = new Set(machine.store.db.all<{ id: string }>('SELECT id FROM commits').map(({ id }) => id))
  machine.life += 1
  machine.input({ kind: 'leave' })
  machine.store.close()
  const epoch = machine.chain.epoch + 1
  const again = new SimMachine({ ...machine.options, copyOf: copy, epoch })
  world.machines[index] = again
  again.continueNumbers()
  const kept = new Set(again.store.db.all<{ id: string }>('SELECT id FROM commits').map(({ id }) => id))
  for (const each of world.saved)
    if (each.machine === machine) {
      if (stood.has(each.commit) && !kept.has(each.commit)) each.lost = true
      ;(each as { machine: SimMachine }).machine = again
    }
  again.input({ kind: 'join' })
}

/** A twin with the same file, keys and credential begins to work beside it. */
function clone(world: World, index: number): void {
  const machine = world.machines[index]
  if (machine === undefined || world.machines.length >= 8 || machine.chain.epoch > 1) return
  const twin = new SimMachine({
    ...machine.options,
    name: `${machine.name}-twin${world.machines.length}`,
    copyOf: machine.store.copy(),
  })
  const { db } = twin.store
  // A twin draws from its original's numbers: which of both keeps them is a person's to settle; here it gets its own.
  db.run("DELETE FROM settings WHERE key LIKE 'numbers:%'")
  twin.giveNumbers(20 + world.machines.length)
  world.machines.push(twin)
  twin.input({ kind: 'join' })
}

export function closeWorld({ machines }: World): void {
  for (const { store } of machines) store.close()
}
