/* Many machines of the load, each the real core over a folder of its own with its live channel, in one process. */
import { mkdirSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { openCore } from '#core/core.ts'
import { newConnection } from '#core/services/connection.ts'
import type { CoreApi } from '#core/transport/core-api.ts'
import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { lineOf } from '../sync/instant.ts'

export interface MachinePlace {
  readonly name: string
  readonly folder: string
  readonly url: string
  readonly code: string
  readonly user: string
}

/** What somebody saved at one machine and waits for at another. */
export interface Told {
  readonly kind: 'told'
  readonly to: string
  readonly from: string
  readonly case: string
  /** Empty: a referral to this machine's unit; else the text of a reply. */
  readonly reply: string
  readonly at: number
}

export interface LoadOrders {
  /** Out: milliseconds of each enrolment with its first fill. */
  join: { readonly machines: readonly MachinePlace[] }
  /**
   * An office's morning: so many registrations, one each `everyMs` or as fast as it goes, each referred to one department or
   * two in turn. Out: the milliseconds of each.
   */
  work: {
    readonly office: string
    readonly cases: number
    readonly everyMs: number
    readonly departments: readonly LoadDepartment[]
  }
  /** Out: how long each thing that was told took to be there. */
  seen: object
  settle: object
  hashes: object
  close: object
}

export interface LoadDepartment {
  readonly unit: string
  readonly machine: string
}

interface Machine {
  readonly name: string
  readonly call: <T>(path: string, input?: unknown) => Promise<T>
  readonly core: CoreApi
  readonly awaited: Set<Told>
}

const machines = new Map<string, Machine>()
const seen: number[] = []

async function join({ name, folder, url, code, user }: MachinePlace): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const opened = await openCore({ dataDir: folder, background: true })
  if (!opened.ok) throw new Error(opened.refusal.code)
  const core = opened.value
  const connection = newConnection('cli')
  const call = async <T>(path: string, input: unknown = {}): Promise<T> => {
    const answer = await core.call(path, input, connection)
    if (!answer.ok) throw new Error(`${name} ${path}: ${answer.error.code} ${answer.error.en}`)
    return answer.value as T
  }
  await call('sync.join', { url, code })
  // The first fill answers as soon as people can work; here all of the reference data are asked for.
  await call('sync.now')
  const signedIn = await core.signInAs(connection, user, 'correct horse 1')
  if (!signedIn.ok) throw new Error(`${name}: ${signedIn.refusal.code}`)
  const machine: Machine = { name, call, core, awaited: new Set() }
  machines.set(name, machine)
  void listen(machine)
}

/** Whenever a case that is awaited changes here, it is looked at. */
async function listen(machine: Machine): Promise<void> {
  const changes = await machine.call<AsyncIterable<{ readonly topics: readonly string[] }>>('events.changes')
  for await (const { topics } of changes)
    for (const told of machine.awaited) if (topics.includes(`case:${told.case}`)) await look(machine, told)
}

async function look(machine: Machine, told: Told): Promise<void> {
  const view = await machine.call<CaseView>('cases.get', { case: told.case }).catch(() => null)
  const referrals = view?.referrals ?? []
  const isThere = told.reply === '' ? referrals.length > 0 : referrals.some(({ reply }) => reply?.text === told.reply)
  // Two changes may look at once: the first to find it has it.
  if (!isThere || !machine.awaited.delete(told)) return
  seen.push(lineOf() - told.at)
  const referral = referrals[0]?.id
  if (told.reply === '' && referral !== undefined) await answer(machine, told, referral)
}

async function answer({ name, call }: Machine, { case: id, from }: Told, referral: string): Promise<void> {
  const statedAt = new Date(Date.now() + 86_400_000).toISOString()
  await call('referral.acknowledge', { case: id, referral, statedAt })
  const reply = `تمت المعالجة ${name} ${id}`
  await call('referral.reply', { case: id, referral, text: reply })
  tell({ kind: 'told', to: from, from: name, case: id, reply, at: lineOf() })
}

const tell = (told: Told): void => void process.send?.(told)

const classes = { service: null, complexity: 'routine', importance: 'medium', procedure: 'processing', priority: null }

async function work({ office, cases, everyMs, departments }: LoadOrders['work']): Promise<readonly number[]> {
  const { call } = machineOf(office)
  const times: number[] = []
  const opened = performance.now()
  for (let number = 0; number < cases; number += 1) {
    // Others of this process have their turn.
    await wait(Math.max(5, opened + number * everyMs - performance.now()))
    const begun = performance.now()
    const form = phoneForm({ subject: `${office} ${number}`, person: personOf(number) })
    const { case: id } = await call<{ case: string }>('intake.register', form)
    times.push(performance.now() - begun)
    await call('triage.accept', { case: id })
    await call('triage.classify', { case: id, ...classes })
    const to = chosen(departments, number)
    const referrals = to.map(({ unit }) => ({ department: unit, text: `للإفادة ${number}`, tells: 'confirmed' }))
    await call('referral.refer', { case: id, referrals })
    for (const { machine } of to) tell({ kind: 'told', to: machine, from: office, case: id, reply: '', at: lineOf() })
  }
  return times
}

/** One department for an even number, two for an odd one, never one twice. */
function chosen(departments: readonly LoadDepartment[], number: number): readonly LoadDepartment[] {
  const from = (number * 3) % departments.length
  const inTurn = [...departments.slice(from), ...departments.slice(0, from)]
  return [...new Map(inTurn.slice(0, 5).map((each) => [each.unit, each])).values()].slice(0, 1 + (number % 2))
}

const personOf = (number: number) => ({
  kind: 'new',
  details: { given: `مراجع ${number}`, family: 'الخطيب', mobile: `079${1_000_000 + number}` },
})

function machineOf(name: string): Machine {
  const machine = machines.get(name)
  if (machine === undefined) throw new Error(`no machine ${name} here`)
  return machine
}

/** Out: whether every machine has sent and taken everything. */
async function isSettled(): Promise<boolean> {
  let isQuiet = true
  for (const { call } of machines.values()) {
    const { counts, feeds, link } = await call<SyncStatus>('sync.now')
    const isSent = counts.pending + counts.sent + counts.held + counts.refused === 0
    isQuiet &&= isSent && link.kind === 'online' && feeds.every(({ cursor, end }) => cursor === end)
  }
  return isQuiet
}

async function hashes(): Promise<Readonly<Record<string, unknown>>> {
  const of: Record<string, unknown> = {}
  for (const { name, call } of machines.values()) of[name] = await call('system.stateHash')
  return of
}

const doing: { readonly [K in keyof LoadOrders]: (order: LoadOrders[K]) => Promise<unknown> } = {
  join: async ({ machines: places }) => {
    const times: number[] = []
    for (const place of places) {
      const begun = performance.now()
      await join(place)
      times.push(performance.now() - begun)
    }
    return times
  },
  work,
  seen: async () => {
    const awaited = (): number => [...machines.values()].reduce((sum, machine) => sum + machine.awaited.size, 0)
    return { awaited: awaited(), times: seen }
  },
  settle: isSettled,
  hashes,
  close: async () => {
    for (const { core } of machines.values()) await core.close()
  },
}

function hear(told: Told): void {
  const machine = machineOf(told.to)
  machine.awaited.add(told)
  void look(machine, told)
}

type Message = Told | { readonly kind: keyof LoadOrders; readonly order: never; readonly id: number }

// A parent that was killed says nothing.
process.on('disconnect', () => process.exit(1))

process.on('message', (message: Message) => {
  if (message.kind === 'told') return hear(message)
  const { kind, order, id } = message
  doing[kind](order).then(
    (value) => process.send?.({ kind: 'done', id, value }),
    (error: unknown) => process.send?.({ kind: 'failed', id, error: String(error) }),
  )
})
