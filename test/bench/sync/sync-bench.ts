import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import { assert, must } from '#shared/lib/assert.ts'
import { realPostgres } from '#test/support/real-postgres.ts'
import { median, percentile, printFigure, printMeasure } from '../measure.ts'
import { readerOf } from '../registration.ts'
import { startChild } from './child.ts'
import type { Child } from './child.ts'
import type { FloorMachineOrders } from './floor-machine.ts'
import type { FloorOrders } from './floor-server.ts'
import type { Orders, PushTimes } from './machine.ts'
import { giveNumbers } from './give-numbers.ts'
import { postgresProcesses, processorMs } from './processor-time.ts'
import { startServer } from './server-process.ts'

/*
 * `npm run bench -- sync`: one machine writes without a network and sends, a fresh one fills itself, then edits travel live, in
 * turn on the newest cases; through the server on PostgreSQL (where this machine has one) and on PGlite, and in the same run
 * through the floor: as many bytes in as many rows, plain SQLite and a bare WebSocket. The first edits of a process, which its
 * compiler has not seen yet, have a line of their own. `--cases 1000,5000`, `--edits 200`, `--store pglite` choose.
 */
const { values } = parseArgs({
  allowPositionals: true,
  options: {
    cases: { type: 'string', default: '1000,5000,20000' },
    edits: { type: 'string', default: '200' },
    store: { type: 'string', default: 'postgresql,pglite' },
  },
})
const edits = Number(values.edits)
const place = mkdtempSync(join(tmpdir(), 'insaf-bench-sync-'))
const user = 'clerk'

interface Figures {
  readonly write: readonly number[]
  /** Until every commit had its answer. */
  readonly push: number
  /** Until what was sent came back as entries of the feed, too; null: nothing comes back. */
  readonly exchange: number | null
  readonly fill: number
  /** From a begun edit to its being readable at the other machine: the first of a process, and as many behind them. */
  readonly live: Live
}

interface Live {
  readonly first: readonly number[]
  readonly later: readonly number[]
}

async function liveOf(edit: (number: number) => Promise<number>): Promise<Live> {
  const times: number[] = []
  for (let number = 0; number < 2 * edits; number += 1) times.push(await edit(number))
  return { first: times.slice(0, edits), later: times.slice(edits) }
}

/** Nobody edits one case all day long. */
const casesEdited = 25

type Machine = Child<Orders>

const startMachine = (): Machine => startChild<Orders>(join(import.meta.dirname, 'machine.ts'))

async function measured<T>(work: () => Promise<T>): Promise<number> {
  const begun = performance.now()
  await work()
  return performance.now() - begun
}

/**
 * Runs a step and prints the processor time that it took a case in each process: wall time on a shared machine says less.
 * Out: what the step gives.
 */
const processorOf =
  (processes: Readonly<Record<string, number | undefined>>) =>
  async <T>(name: string, cases: number, work: () => Promise<T>): Promise<T> => {
    const now = (): readonly (readonly [string, number])[] => [
      ...Object.entries(processes).map(([each, pid]) => [each, processorMs([pid])] as const),
      ['PostgreSQL', processorMs(postgresProcesses())] as const,
    ]
    const before = new Map(now())
    const done = await work()
    const spent = now().map(([each, ms]) => `${each} ${((ms - (before.get(each) ?? 0)) / cases).toFixed(2)}`)
    printFigure(`${name}: processor time a case`, `${spent.join(', ')} ms`)
    return done
  }

async function prepared(folder: string, url: string | null) {
  const server = await startServer(folder, url)
  const passwordFile = join(folder, 'password')
  writeFileSync(passwordFile, 'correct horse 1')
  await server.admin('office', 'add', 'AMM', 'مكتب القياس', '--country', 'JO')
  const named = ['--office', 'AMM', '--name', 'موظف', '--group', 'office_owner', '--password-file', passwordFile]
  await server.admin('user', 'add', user, ...named)
  const join_ = async (machine: Machine, at: string) => {
    const invited = /[0-9A-Z]{4}(?:-[0-9A-Z]{4}){3}/.exec(await server.admin('device', 'invite', '--office', 'AMM'))
    assert(invited !== null, 'an invitation is a code')
    mkdirSync(at)
    await machine.ask('open', { folder: at, background: false })
    const asked = { path: 'sync.join', input: { url: server.address, code: invited[0] }, as: '' }
    return () => machine.ask<SyncStatus>('call', asked)
  }
  return { server, join: join_ }
}

async function indexed(machine: Machine): Promise<void> {
  const health = { path: 'system.health', input: {}, as: user }
  while ((await machine.ask<{ indexing: boolean }>('call', health)).indexing)
    await new Promise((resolve) => setTimeout(resolve, 20))
}

/** All of it through the real server; out: the figures, and the bytes of each event by commit, for the floor. */
async function throughServer(folder: string, cases: number, url: string | null) {
  const { server, join: enter } = await prepared(folder, url)
  const [a, b] = [startMachine(), startMachine()]
  const [atA, atB] = [join(folder, 'a'), join(folder, 'b')]
  await (
    await enter(a, atA)
  )()
  await a.ask('close', {})
  await giveNumbers(atA, cases)
  await a.ask('open', { folder: atA, background: false })
  const write = await a.ask<readonly number[]>('register', { count: cases, as: user })
  printMeasure({ name: 'durable registration, without a network', times: write })
  printFigure('  a second', (cases / (write.reduce((sum, each) => sum + each, 0) / 1000)).toFixed(0))
  printMeasure({ name: '50 newest open', times: await a.ask<readonly number[]>('list', { times: 50, as: user }) })
  const spent = processorOf({ A: a.process.pid, B: b.process.pid, server: server.pid })
  const push = await spent('push', cases, () => a.ask<PushTimes>('push', { folder: atA, as: user }))
  const status = await a.ask<SyncStatus>('call', { path: 'sync.status', input: {}, as: user })
  assert(status.counts.pending + status.counts.sent === 0, 'all of it has its answer')
  const joining = await enter(b, atB)
  const fill = await spent('first fill', cases, () => measured(joining))
  await expectEqual(a, b)
  printFigure(
    'memory: machine after its fill, server',
    [await b.ask<number>('memory', {}), server.megabytes()].map((mb) => `${mb.toFixed(0)} MB`).join(', '),
  )
  const commits = await sizesOf(a, atA)
  const live = await liveThrough(a, b, { atA, atB })
  await expectEqual(a, b)
  printFigure(
    'on disk: machine, server’s folder',
    [sizeOf(atA), sizeOf(folder) - sizeOf(atA) - sizeOf(atB)]
      .map((bytes) => `${(bytes / 1e6).toFixed(1)} MB`)
      .join(', '),
  )
  await Promise.all([a.end(), b.end()])
  await server.stop()
  return { figures: { write, push: push.answered, exchange: push.exchanged, fill, live }, commits }
}

async function expectEqual(a: Machine, b: Machine): Promise<void> {
  const hash = (machine: Machine) => machine.ask<object>('call', { path: 'system.stateHash', input: {}, as: user })
  assert(JSON.stringify(await hash(a)) === JSON.stringify(await hash(b)), 'both machines hold the same')
}

async function sizesOf(a: Machine, folder: string): Promise<readonly (readonly number[])[]> {
  await a.ask('close', {})
  const log = await readerOf(folder)
  const rows = log.all<{ sizes: string }>(
    `SELECT group_concat(length(e.envelope) + length(e.facts) + coalesce(length(e.private), 0)) AS sizes
     FROM commits c JOIN events e ON e.seq BETWEEN c.first_seq AND c.last_seq GROUP BY c.first_seq`,
  )
  log.close()
  return rows.map(({ sizes }) => sizes.split(',').map(Number))
}

async function liveThrough(a: Machine, b: Machine, folders: { readonly atA: string; readonly atB: string }) {
  await b.ask('close', {})
  await a.ask('open', { folder: folders.atA, background: true })
  await b.ask('open', { folder: folders.atB, background: true })
  printFigure('search index of the filled machine', `${((await measured(() => indexed(b))) / 1000).toFixed(2)} s`)
  const made = { path: 'cases.queue', input: { queue: 'all_open' }, as: user }
  const { lines } = await a.ask<{ lines: readonly { reference: string }[] }>('call', made)
  return liveOf(async (edit) => {
    const reference = must(lines[edit % Math.min(casesEdited, lines.length)], 'a case in the queue').reference
    const text = `ملاحظة ${edit}.`
    const { done } = await b.begin<number>('seen', { reference, text, as: user })
    const begun = await a.ask<number>('note', { reference, text, as: user })
    return (await done) - begun
  })
}

async function throughFloor(folder: string, commits: readonly (readonly number[])[]): Promise<Figures> {
  mkdirSync(folder, { recursive: true })
  const server = startChild<FloorOrders>(join(import.meta.dirname, 'floor-server.ts'))
  const port = await server.ask<number>('listen', { file: join(folder, 'server.db') })
  const [a, b] = [0, 1].map(() => startChild<FloorMachineOrders>(join(import.meta.dirname, 'floor-machine.ts'))) as [
    Child<FloorMachineOrders>,
    Child<FloorMachineOrders>,
  ]
  await a.ask('open', { file: join(folder, 'a.db'), port })
  await b.ask('open', { file: join(folder, 'b.db'), port })
  const write = await a.ask<readonly number[]>('write', { commits })
  const push = await a.ask<number>('push', {})
  const rows = commits.flat().length
  const fill = await b.ask<number>('fill', { rows })
  const live = await liveOf(async () => {
    const { done } = await b.begin<number>('seen', {})
    const begun = await a.ask<number>('edit', { bytes: 900 })
    return (await done) - begun
  })
  await Promise.all([a.end(), b.end(), server.end()])
  return { write, push, exchange: null, fill, live }
}

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0)
}

function printAgainst(floor: Figures, own: Figures): void {
  const times = (ratio: number): string => `${ratio.toFixed(1)}× the floor`
  const most6 = (ratio: number): string => (ratio <= 6 ? '≤ 6 pass' : '≤ 6 MISS')
  const [push, fill] = [own.push / floor.push, own.fill / floor.fill]
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(2)} s`
  printFigure('push', `${seconds(own.push)}  floor ${seconds(floor.push)}  ${times(push)}`, most6(push))
  if (own.exchange !== null) printFigure('  and its entries taken back', seconds(own.exchange))
  printFigure('first fill', `${seconds(own.fill)}  floor ${seconds(floor.fill)}  ${times(fill)}`, most6(fill))
  printFigure('durable write', times(median(own.write) / median(floor.write)))
  const shown = (live: readonly number[]) =>
    [0.5, 0.95, 0.99].map((share) => percentile(live, share).toFixed(1)).join(' / ')
  const printLive = (name: string, of: keyof Live): void =>
    printFigure(
      `${name}, 50th / 95th / 99th`,
      `${shown(own.live[of])} ms  floor ${shown(floor.live[of])} ms`,
      times(median(own.live[of]) / median(floor.live[of])),
    )
  printLive('live', 'later')
  printLive(`  the first ${edits} of a process`, 'first')
}

console.log(
  `${cpus().length} cores (${cpus()[0]?.model ?? ''}), load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`,
)
const stores = values.store.split(',')
for (const cases of values.cases.split(',').map(Number)) {
  for (const name of stores) {
    // A database of its own each time: the second run does not find the first one's rows.
    const postgres = name === 'postgresql' ? await realPostgres() : null
    if (name === 'postgresql' && postgres === null) continue
    console.log(`${cases.toLocaleString('en')} cases, ${name}`)
    const folder = join(place, `${cases}-${name}`)
    mkdirSync(folder)
    try {
      const { figures, commits } = await throughServer(folder, cases, postgres?.nearUrl ?? null)
      printAgainst(await throughFloor(join(folder, 'floor'), commits), figures)
    } finally {
      await postgres?.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
rmSync(place, { recursive: true, force: true })
process.exit(0)
