import { fork } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import { must } from '#shared/lib/assert.ts'
import { coreEntry } from '#test/support/core-entry.ts'
import type { BenchOffice } from './office.ts'

/** The core as the program runs it: built, in a process of its own, asked through its socket. */
interface ServedCore {
  readonly socket: string
  readonly pid: number
  stop(): Promise<void>
}

function serveCore(folder: string): Promise<ServedCore> {
  const core = fork(coreEntry, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  return new Promise((resolve, reject) => {
    core.on('error', reject)
    core.on('exit', (code) => reject(new Error(`the core ended with ${code}`)))
    core.on('message', (message: { kind: string; socket?: string }) => {
      if (message.kind !== 'listening') return
      const stop = (): Promise<void> =>
        new Promise((ended) => {
          core.removeAllListeners('exit')
          core.on('exit', () => ended())
          core.send({ kind: 'stop' })
        })
      resolve({ socket: must(message.socket, 'a core that listens names its socket'), pid: core.pid ?? 0, stop })
    })
    core.send({ kind: 'start', dataDir: folder, demo: false, secrets: null })
  })
}

export interface Started {
  readonly ms: number
  /** Resident memory of the core after its first answers, in MB. */
  readonly megabytes: number
}

/** From starting the core's process to the first answered calls: the counts and the first page, as the window asks them first. */
export async function startCore(folder: string): Promise<Started> {
  const begun = performance.now()
  const core = await serveCore(folder)
  await post(core.socket, 'cases.counts', {})
  await post(core.socket, 'cases.queue', { queue: 'all_open' })
  const started = { ms: performance.now() - begun, megabytes: memoryOf(core.pid) }
  await core.stop()
  return started
}

export async function openServed(folder: string): Promise<BenchOffice & { atRest(): Promise<void> }> {
  const core = await serveCore(folder)
  return {
    folder,
    call: async <T>(path: string, input: unknown = {}) => (await post(core.socket, path, input)) as T,
    close: () => core.stop(),
    atRest: () => atRest(core.pid),
  }
}

/** After these, a core that has just started makes its copy of the day and reads its file through. */
const startsWorkMs = 25_000

/** Until the core has used next to no processor time for three seconds. */
async function atRest(pid: number): Promise<void> {
  await wait(startsWorkMs)
  for (let before = ticksOf(pid), quiet = 0; quiet < 3;) {
    await wait(1000)
    const now = ticksOf(pid)
    quiet = now - before < 10 ? quiet + 1 : 0
    before = now
  }
}

/** Hundredths of a second in user and system; Linux tells it, elsewhere it is always at rest. */
function ticksOf(pid: number): number {
  const file = `/proc/${pid}/stat`
  if (!existsSync(file)) return 0
  const fields = readFileSync(file, 'utf8').split(') ')[1]?.split(' ') ?? []
  return Number(fields[11]) + Number(fields[12])
}

type Answer = { ok: true; value: unknown } | { ok: false; error: { code: string } }

function post(socketPath: string, path: string, input: unknown): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const route = `/call/${path.replace('.', '/')}`
    const call = request({ socketPath, path: route, method: 'POST' }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        const answer = JSON.parse(Buffer.concat(parts).toString()) as Answer
        if (answer.ok) resolve(answer.value)
        else reject(new Error(`${path}: ${answer.error.code}`))
      })
    })
    call.on('error', reject)
    call.end(JSON.stringify({ input, as: 'admin', password: null }))
  })
}

/** Linux tells it; elsewhere NaN. */
function memoryOf(pid: number): number {
  const file = `/proc/${pid}/status`
  if (!existsSync(file)) return Number.NaN
  return Number(/VmRSS:\s+(\d+)/.exec(readFileSync(file, 'utf8'))?.[1] ?? Number.NaN) / 1024
}
