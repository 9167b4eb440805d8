import { userSet } from '#shared/domain/case/shipped-office.ts'
import type { ServerLog } from '#server/log/server-log.ts'
import { must } from '#shared/lib/assert.ts'
import { clone, restore, restoreServer, update } from './story-machines.ts'
import { commandOn, newerOn, raiseOn, registerOn, settleOn } from './story-work.ts'
import { forgetOn, giveAwayOn, letHide } from './story-people.ts'
import { attachOn } from './story-files.ts'
import type { Fault } from './faults.ts'
import { decideHeldOn, runDutiesOn } from './machine-work.ts'
import { createNetwork } from './network.ts'
import type { Plan, Step } from './plan.ts'
import { randomOf } from './random.ts'
import { createScheduler } from './scheduler.ts'
import { SimMachine } from './sim-machine.ts'
import { createSimServer } from './sim-server.ts'
import { Crash } from './sim-store.ts'
import { foundingEvents, userOf, usersOf } from './sim-tree.ts'
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
  const scheduler = createScheduler(2_000_000, real?.isBusy ?? null)
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
    keptThrough: [],
    takenBack: [],
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
  const machine = new SimMachine({ ...options, isOlder: plan.older.includes(index) })
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
  for (const index of machines.keys()) update(world, index)
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
  if (step.kind === 'restore_server') return restoreServer(world, step.silently === true)
  if (step.kind === 'rights') return changeRights(world, step)
  if (step.kind === 'leap') return world.scheduler.leap(step.hours * 3_600_000)
  if (step.kind === 'duties') return void (await serve(world, () => server.duties(step.runners)))
  const machine = world.machines[step.machine]
  if (machine === undefined) return
  switch (step.kind) {
    case 'register':
      return registerOn(world, machine, step)
    case 'raise':
      return raiseOn(world, machine, step)
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
    case 'expire':
      return void server.expiring.set(machine.options.device, step.calls)
    case 'start_twice':
      return startTwice(machine)
    case 'restore':
      return restore(world, step.machine)
    case 'update':
      return update(world, step.machine)
    case 'clone':
      return clone(world, step.machine)
    case 'newer':
      return newerOn(world, machine, step.pick)
    case 'held':
      return decideHeldOn(world, machine, step)
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
  server.expiring.delete(machine.options.device)
  if (machine.stops.at(-1) === 'sync-device-revoked') machine.input({ kind: 'resume' })
}

/** One that is just dying starts once, by itself. */
function startTwice(machine: SimMachine): void {
  if (machine.office !== null) machine.start()
}

async function deskDuties(world: World, machine: SimMachine): Promise<void> {
  const { life } = machine
  for (const commit of await runDutiesOn(machine)) world.saved.push({ machine, commit, actor: null, lost: false })
  if (life === machine.life) machine.input({ kind: 'written' })
}

/** The central unit takes a user's rights, or gives them back. */
async function changeRights(world: World, step: Extract<Step, { kind: 'rights' }>): Promise<void> {
  const users = ['omar', 'huda', 'badr']
  const user = userOf(users[step.pick % users.length] ?? 'omar', step.active, step.atOnce)
  await serve(world, () => world.server.own([userSet(user)]))
}

export function closeWorld({ machines }: World): void {
  for (const { store } of machines) store.close()
}
