import { fork } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import { must } from '#shared/lib/assert.ts'
import { coreEntry } from '#test/support/core-entry.ts'

/*
 * From starting the core's own process to the first answered call, as window and command line wait for it.
 */
export interface Started {
  readonly ms: number
  /** Resident memory of the core after its first answers, in MB. */
  readonly megabytes: number
}

export function startCore(folder: string): Promise<Started> {
  const begun = performance.now()
  const core = fork(coreEntry, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  return new Promise((resolve, reject) => {
    core.on('error', reject)
    core.on('exit', (code) => reject(new Error(`the core ended with ${code}`)))
    core.on('message', (message: { kind: string; socket?: string }) => {
      if (message.kind !== 'listening') return
      usable(must(message.socket, 'a core that listens names its socket')).then(() => {
        const started = { ms: performance.now() - begun, megabytes: memoryOf(core.pid ?? 0) }
        core.removeAllListeners('exit')
        core.on('exit', () => resolve(started))
        core.send({ kind: 'stop' })
      }, reject)
    })
    core.send({ kind: 'start', dataDir: folder, demo: false, secrets: null })
  })
}

/** Signs in and asks for the counts and the first page, as the window does first. */
async function usable(socket: string): Promise<void> {
  await post(socket, '/call/cases/counts', {})
  await post(socket, '/call/cases/queue', { queue: 'all_open' })
}

function post(socketPath: string, path: string, input: unknown): Promise<void> {
  return new Promise((resolve, reject) => {
    const call = request({ socketPath, path, method: 'POST' }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        const answer = JSON.parse(Buffer.concat(parts).toString()) as { ok: boolean; error?: { code: string } }
        if (answer.ok) resolve()
        else reject(new Error(answer.error?.code))
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
