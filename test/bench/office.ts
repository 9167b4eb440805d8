import { setTimeout as wait } from 'node:timers/promises'
import { openCore } from '#core/core.ts'
import { newConnection } from '#core/services/connection.ts'

/** A practice office of so many cases, in this process. */
export interface BenchOffice {
  readonly folder: string
  readonly call: <T>(path: string, input?: unknown) => Promise<T>
  readonly close: () => Promise<void>
}

export async function openBench(folder: string): Promise<BenchOffice> {
  const opened = await openCore({ dataDir: folder, background: true })
  if (!opened.ok) throw new Error(`${opened.refusal.code} ${JSON.stringify(opened.refusal.params)}`)
  const core = opened.value
  const connection = newConnection('cli')
  if ((await core.call('setup.status', {}, connection)).ok) await core.signInAs(connection, 'admin', null)
  const call = async <T>(path: string, input: unknown = {}): Promise<T> => {
    const answer = await core.call(path, input, connection)
    if (!answer.ok) throw new Error(`${path}: ${answer.error.code} ${answer.error.en}`)
    return answer.value as T
  }
  return { folder, call, close: () => core.close() }
}

/** Waits until tables and search index know every case: those of an earlier run may be of another version. */
export async function upToDate(folder: string): Promise<void> {
  const office = await openBench(folder)
  if (!(await hasTables(office))) await office.call('system.doctor', { rebuild: true })
  await indexed(office)
  await office.close()
}

const hasTables = (office: BenchOffice): Promise<boolean> =>
  office.call('cases.counts').then(
    () => true,
    () => false,
  )

async function indexed(office: BenchOffice): Promise<void> {
  while ((await office.call<{ indexing: boolean }>('system.health')).indexing) await wait(100)
}

/** Sets up a practice office and fills it. Out: seconds that took. */
export async function makeBench(folder: string, cases: number): Promise<number> {
  const office = await openBench(folder)
  const setup = {
    office: 'BEN',
    nameAr: 'مكتب القياس',
    nameEn: 'Bench office',
    country: 'JO',
    adminUsername: 'admin',
    adminName: 'مدير',
    password: 'practice-1',
    practice: true,
  }
  await office.call('setup.create', setup)
  await office.close()
  const staffed = await openBench(folder)
  const start = performance.now()
  await staffed.call('system.demo', { cases, seed: 1 })
  const seconds = (performance.now() - start) / 1000
  await staffed.close()
  return seconds
}
