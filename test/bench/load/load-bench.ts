import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { assert, must } from '#shared/lib/assert.ts'
import { realPostgres } from '#test/support/real-postgres.ts'
import { ServerProcess } from '#test/processes/support/server-process.ts'
import { percentile, printFigure } from '../measure.ts'
import { startLoadChild } from './load-child.ts'
import type { LoadChild } from './load-child.ts'
import type { LoadDepartment, MachinePlace, Told } from './machines.ts'

/*
 * `npm run bench -- load`: a morning of 20 offices, 89 departments and 100 liaison officers on one server: enrolment, 2,000
 * registrations, 3,000 referrals and their replies, spread over ten minutes, and then whether every promise was kept.
 * `--minutes 0` for as fast as this machine plays all of them, `--store postgresql`, `--scale 0.1` for a tenth, `--processes 4`
 * choose.
 */
const { values } = parseArgs({
  allowPositionals: true,
  options: {
    scale: { type: 'string', default: '1' },
    store: { type: 'string', default: 'pglite' },
    processes: { type: 'string', default: '4' },
    minutes: { type: 'string', default: '10' },
  },
})
const scaled = (count: number): number => Math.max(1, Math.round(count * Number(values.scale)))
const size = { offices: scaled(20), departments: scaled(89), liaisons: scaled(100), cases: scaled(2000) }
const password = 'correct horse 1'
const place = mkdtempSync(join(tmpdir(), 'insaf-bench-load-'))

interface Planned {
  readonly name: string
  readonly unit: { readonly kind: 'office' | 'department'; readonly code: string }
}

const planned = (kind: 'office' | 'department', letter: string, count: number): readonly Planned[] =>
  Array.from({ length: count }, (_, at) => {
    const code = `${letter}${String(at + 1).padStart(3, '0')}`
    return { name: code, unit: { kind, code } }
  })

const offices = planned('office', 'O', size.offices)
const departments = planned('department', 'D', size.departments)
/** A department with two liaison officers has two machines. */
const liaisons: readonly Planned[] = Array.from({ length: size.liaisons }, (_, at) => {
  const { unit } = must(departments[at % departments.length], 'a department')
  return { name: `L${String(at + 1).padStart(3, '0')}`, unit }
})

async function found(server: ServerProcess): Promise<void> {
  const user = (username: string, unit: Planned['unit'], group: string) =>
    server.administer('user add', { username, name: username, unit, groups: [group], password, language: 'ar' })
  for (const { unit } of offices)
    await server.administer('office add', { code: unit.code, name: `مكتب ${unit.code}`, country: 'JO' })
  const served = offices.map(({ unit }) => unit.code)
  for (const { unit } of departments)
    await server.administer('department add', { code: unit.code, name: `دائرة ${unit.code}`, offices: served })
  for (const { name, unit } of offices) await user(name.toLowerCase(), unit, 'office_owner')
  for (const { name, unit } of liaisons) await user(name.toLowerCase(), unit, 'liaison')
}

async function places(server: ServerProcess, machines: readonly Planned[]): Promise<readonly MachinePlace[]> {
  const invited: MachinePlace[] = []
  for (const { name, unit } of machines) {
    const { code } = await server.administer<{ code: string }>('device invite', { unit })
    const url = `http://127.0.0.1:${server.port}`
    invited.push({ name, folder: join(place, name), url, code, user: name.toLowerCase() })
  }
  return invited
}

/** Machines dealt out to processes, and what they tell each other carried between them. */
function spread(): { readonly children: readonly LoadChild[]; readonly childOf: (name: string) => LoadChild } {
  const homes = new Map<string, LoadChild>()
  const childOf = (name: string): LoadChild => must(homes.get(name), 'a machine has its process')
  const pass = (told: Told): void => childOf(told.to).tell(told)
  const children = Array.from({ length: Number(values.processes) }, () => startLoadChild(pass))
  for (const [at, { name }] of [...offices, ...liaisons].entries())
    homes.set(name, must(children[at % children.length], 'a process'))
  return { children, childOf }
}

async function enrol(server: ServerProcess, childOf: (name: string) => LoadChild): Promise<readonly number[]> {
  const invited = Map.groupBy(await places(server, [...offices, ...liaisons]), ({ name }) => childOf(name))
  const joined = [...invited].map(([child, machines]) => child.ask<readonly number[]>('join', { machines }))
  return (await Promise.all(joined)).flat()
}

async function morning(childOf: (name: string) => LoadChild): Promise<readonly number[]> {
  const cases = Math.ceil(size.cases / offices.length)
  const whole: readonly LoadDepartment[] = liaisons.map(({ name, unit }) => ({
    unit: `department-${unit.code.toLowerCase()}`,
    machine: name,
  }))
  const everyMs = (Number(values.minutes) * 60_000) / cases
  const worked = offices.map(async ({ name }, at) => {
    // Not all offices in the same moment.
    await wait((everyMs * at) / offices.length)
    // Each office begins its round of departments elsewhere.
    const from = Math.floor((at * whole.length) / offices.length)
    const own = [...whole.slice(from), ...whole.slice(0, from)]
    return childOf(name).ask<readonly number[]>('work', { office: name, cases, everyMs, departments: own })
  })
  return (await Promise.all(worked)).flat()
}

async function allSeen(children: readonly LoadChild[], expected: number): Promise<readonly number[]> {
  for (;;) {
    const all = await Promise.all(
      children.map((child) => child.ask<{ awaited: number; times: readonly number[] }>('seen', {})),
    )
    const times = all.flatMap((each) => each.times)
    if (times.length >= expected && all.every(({ awaited }) => awaited === 0)) return times
    await wait(500)
  }
}

/** Every promise: nothing waits, is held or refused; every machine's state is the server's; every feed and chain proves. */
async function provePromises(server: ServerProcess, children: readonly LoadChild[]): Promise<number> {
  for (let round = 0; ; round += 1) {
    const quiet = await Promise.all(children.map((child) => child.ask<boolean>('settle', {})))
    if (quiet.every(Boolean)) break
    assert(round < 20, 'the machines come to rest')
  }
  const own = Object.assign(
    {},
    ...(await Promise.all(children.map((child) => child.ask<object>('hashes', {})))),
  ) as Record<string, { readonly cases: number }>
  const known = new Map<string, string>()
  for (const { name, unit } of [...offices, ...liaisons]) {
    const hash = known.get(unit.code) ?? JSON.stringify(await server.administer('state-hash', { unit }))
    known.set(unit.code, hash)
    assert(JSON.stringify(own[name]) === hash, `${name} holds what the server says`)
  }
  const { ok } = await server.administer<{ ok: boolean }>('verify', {})
  assert(ok, 'every feed and chain proves')
  return offices.reduce((sum, { name }) => sum + (own[name]?.cases ?? 0), 0)
}

/** As the server itself counts them: small ones come over the live channels, large ones as calls. */
async function pushesTo({ port }: ServerProcess): Promise<{ readonly count: number; readonly ms: number }> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text()
  const sumOf = (counter: string): number =>
    [...text.matchAll(new RegExp(`^${counter}\\{route="[^"]*push"[^}]*\\} (\\d+)$`, 'gm'))].reduce(
      (sum, [, value]) => sum + Number(value),
      0,
    )
  return { count: sumOf('insaf_requests_total'), ms: sumOf('insaf_request_milliseconds_total') }
}

/** CPU seconds and highest memory in MB, as the kernel counts them. */
function costOf(pid: number): { readonly cpu: number; readonly megabytes: number } {
  const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
  const megabytes = Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024
  return { cpu: (Number(fields[11]) + Number(fields[12])) / 100, megabytes }
}

const spentOf = (times: readonly number[]): string =>
  [0.5, 0.95, 0.99, 1].map((share) => `${percentile(times, share).toFixed(0)}`).join(' / ') + ' ms'

async function play(server: ServerProcess): Promise<void> {
  await server.start()
  await found(server)
  const { children, childOf } = spread()
  const enrolled = await enrol(server, childOf)
  printFigure('enrolment with first fill, 50 / 95 / 99 / most', spentOf(enrolled))
  const before = costOf(server.pid)
  const begun = performance.now()
  const registered = await morning(childOf)
  const pace = registered.length / offices.length
  // Each odd case goes to two departments; each referral is seen there, and its reply is seen at the office.
  const referrals = offices.length * (pace + Math.floor(pace / 2))
  const seen = await allSeen(children, 2 * referrals)
  const seconds = (performance.now() - begun) / 1000
  const after = costOf(server.pid)
  const pushes = await pushesTo(server)
  printFigure(
    'registrations, referrals, replies',
    `${registered.length}, ${referrals}, ${referrals} in ${seconds.toFixed(0)} s`,
  )
  printFigure('pushes', `${pushes.count}, ${(pushes.count / seconds).toFixed(1)} a second`)
  printFigure('a push at the server, mean', `${(pushes.ms / pushes.count).toFixed(1)} ms`)
  printFigure('a registration at the desk, 50 / 95 / 99 / most', spentOf(registered))
  printFigure('saved at one, to be read at the other, 50 / 95 / 99 / most', spentOf(seen))
  printFigure('server: CPU', `${(after.cpu - before.cpu).toFixed(0)} s of ${seconds.toFixed(0)} s`)
  printFigure('server: most memory', `${after.megabytes.toFixed(0)} MB`)
  const cases = await provePromises(server, children)
  printFigure(
    'promises',
    `${cases} cases, ${offices.length + liaisons.length} machines hold the server’s state`,
    'kept',
  )
  for (const child of children) child.kill()
  await server.stop()
}

console.log(
  `${cpus().length} cores (${cpus()[0]?.model ?? ''}), ${(totalmem() / 1e9).toFixed(0)} GB, load ${loadavg()[0]?.toFixed(1)}, Node ${process.version}`,
)
const postgres = values.store === 'postgresql' ? await realPostgres() : null
assert(values.store !== 'postgresql' || postgres !== null, 'there is a PostgreSQL')
console.log(
  `${offices.length} offices, ${departments.length} departments, ${liaisons.length} liaison officers, ${values.store}`,
)
mkdirSync(join(place, 'server'))
await play(await ServerProcess.prepare({ folder: join(place, 'server'), databaseUrl: postgres?.nearUrl ?? null }))
await postgres?.stop()
rmSync(place, { recursive: true, force: true })
process.exit(0)
