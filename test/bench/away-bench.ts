import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { openCore } from '#core/core.ts'
import { newConnection } from '#core/services/connection.ts'
import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import { assert } from '#shared/lib/assert.ts'
import { ServerProcess } from '#test/processes/support/server-process.ts'
import { workAway, workWhileSending } from '#test/support/away.ts'
import { realPostgres } from '#test/support/real-postgres.ts'
import { shiftClock, shiftedEnvironment } from '#test/support/shifted-clock.ts'
import { printFigure, printMeasure } from './measure.ts'

/*
 * `npm run bench -- away`: an office that wrote 2,000 cases in thirty days without a network joins again, and somebody works at
 * its machine meanwhile. It joined a month ago by both clocks; each day has its share of the cases. `--cases 500`, `--store
 * postgresql` choose.
 */
const { values } = parseArgs({
  allowPositionals: true,
  options: { cases: { type: 'string', default: '2000' }, store: { type: 'string', default: 'pglite' } },
})
const cases = Number(values.cases)
const unit = { kind: 'office', code: 'AMM' } as const
const password = 'correct horse 1'
const user = 'head'
const days = 30

async function openOffice(folder: string) {
  mkdirSync(folder)
  const opened = await openCore({ dataDir: folder, background: false })
  if (!opened.ok) throw new Error(opened.refusal.code)
  const core = opened.value
  const [nobody, head] = [newConnection('cli'), newConnection('cli')]
  const call = async <T>(path: string, input: unknown = {}, as = ''): Promise<T> => {
    const answer = await core.call(path, input, as === '' ? nobody : head)
    if (!answer.ok) throw new Error(`${path}: ${answer.error.code} ${answer.error.en}`)
    return answer.value as T
  }
  return { call, signIn: () => core.signInAs(head, user, password), close: () => core.close() }
}

/** A month ago. */
async function prepared(server: ServerProcess, folder: string) {
  shiftClock(-days)
  await server.start(shiftedEnvironment(-days))
  await server.administer('office add', { code: unit.code, name: 'مكتب عمّان', country: 'JO' })
  const asked = { username: user, name: user, unit, groups: ['office_owner'], password, language: 'ar' }
  await server.administer('user add', asked)
  const { code } = await server.administer<{ code: string }>('device invite', { unit })
  const office = await openOffice(folder)
  await office.call('sync.join', { url: `http://127.0.0.1:${server.port}`, code })
  await office.call('sync.now')
  // Who signed in once is known without the server.
  await office.signIn()
  await server.stop()
  return office
}

async function monthAway(office: Awaited<ReturnType<typeof openOffice>>): Promise<void> {
  for (let day = 1; day <= days; day += 1) {
    shiftClock(day - days)
    await office.signIn()
    const [until, sinceYesterday] = [day, day - 1].map((end) => Math.round((cases * end) / days)) as [number, number]
    await workAway(office, until - sinceYesterday, user)
  }
}

/** As the program does by itself: a first try over a line that has died meanwhile is followed by another. */
const rejoin = ({ call }: Awaited<ReturnType<typeof openOffice>>): Promise<SyncStatus> =>
  call<SyncStatus>('sync.now').catch(() => call<SyncStatus>('sync.now'))

async function play(server: ServerProcess, folder: string): Promise<void> {
  const office = await prepared(server, folder)
  await monthAway(office)
  await server.start()
  const before = (await office.call<SyncStatus>('sync.status')).counts.pending
  const begun = performance.now()
  const sending = rejoin(office).then((status) => ({ status, ms: performance.now() - begun }))
  const { writes, searches, made } = await workWhileSending(office, user, sending)
  const { status, ms } = await sending
  assert(status.link.kind === 'online', 'it joined again')
  printFigure(
    'sent',
    `${before} commits of ${cases} cases of ${days} days in ${(ms / 1000).toFixed(1)} s`,
    ms <= 30_000 ? '≤ 30 s pass' : '≤ 30 s MISS',
  )
  printMeasure({ name: 'a registration meanwhile', times: writes })
  printMeasure({ name: 'a search meanwhile', times: searches })
  const { counts } = await office.call<SyncStatus>('sync.now')
  assert(
    counts.pending + counts.sent + counts.held + counts.refused + counts.conflict + counts.void === 0,
    'all is accepted',
  )
  const hash = JSON.stringify(await office.call('system.stateHash'))
  assert(hash === JSON.stringify(await server.administer('state-hash', { unit })), 'the server holds the same')
  printFigure('promises', `${cases + made.length} cases, the same on both sides`, 'kept')
  await office.close()
  await server.stop()
}

console.log(`${cpus().length} cores (${cpus()[0]?.model ?? ''}), load ${loadavg()[0]?.toFixed(1)}, ${values.store}`)
const place = mkdtempSync(join(tmpdir(), 'insaf-bench-away-'))
const postgres = values.store === 'postgresql' ? await realPostgres() : null
assert(values.store !== 'postgresql' || postgres !== null, 'there is a PostgreSQL')
const server = await ServerProcess.prepare({ folder: join(place, 'server'), databaseUrl: postgres?.url ?? null })
await play(server, join(place, 'office'))
await postgres?.stop()
rmSync(place, { recursive: true, force: true })
process.exit(0)
