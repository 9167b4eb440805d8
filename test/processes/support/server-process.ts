import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { must } from '#shared/lib/assert.ts'
import { askRunning } from '#server/admin/ask-running.ts'
import { runCommandHere } from '#server/admin/run-here.ts'
import { endWithMe } from '#test/support/end-with-me.ts'
import { copyEmptyStore } from '#test/support/store-template.ts'

const script = join(import.meta.dirname, '../../../sync-server/main.ts')

interface Place {
  readonly folder: string
  readonly databaseUrl: string | null
}

/** A sync server as a process of its own: always on the same port, so that machines find it again. */
export class ServerProcess {
  readonly folder: string
  readonly databaseUrl: string | null
  readonly port: number
  #child: ChildProcess | null = null

  private constructor({ folder, databaseUrl }: Place, port: number) {
    this.folder = folder
    this.databaseUrl = databaseUrl
    this.port = port
  }

  static async prepare(place: Place): Promise<ServerProcess> {
    mkdirSync(place.folder, { recursive: true })
    if (place.databaseUrl === null) await copyEmptyStore(join(place.folder, 'store'))
    return new ServerProcess(place, await freePort())
  }

  get pid(): number {
    return must(this.#child?.pid, 'a server runs')
  }

  /** Runs until it listens. In: what is added to its environment. */
  async start(added: Readonly<Record<string, string>> = {}): Promise<void> {
    const { folder, databaseUrl, port } = this
    const where = databaseUrl === null ? [] : ['--database-url', databaseUrl]
    const env = { ...process.env, NODE_COMPILE_CACHE: join(folder, '..', 'compiled'), ...added }
    const options = ['--data', folder, '--port', String(port), ...where]
    const child = spawn(process.execPath, [script, ...options], { stdio: ['ignore', 'pipe', 'pipe'], env })
    this.#child = child
    endWithMe(child)
    const reader = createInterface({ input: child.stdout })
    await Promise.race([
      once(reader, 'line'),
      once(child, 'exit').then(([code]) => Promise.reject(new Error(`the server ended with ${String(code)}`))),
    ])
  }

  async kill(): Promise<void> {
    const child = must(this.#child, 'a server runs')
    this.#child = null
    child.kill('SIGKILL')
    if (child.exitCode === null && child.signalCode === null) await once(child, 'exit')
  }

  /** SIGTERM. Out: exit code, and how long it took. */
  async stop(): Promise<{ readonly code: number | null; readonly ms: number }> {
    const child = this.#child
    if (child === null) return { code: null, ms: 0 }
    this.#child = null
    const begun = performance.now()
    child.kill('SIGTERM')
    const [code] = (await once(child, 'exit')) as [number | null]
    return { code, ms: performance.now() - begun }
  }

  /** An administrator's command, as the command line gives it: a refusal throws. */
  async administer<T>(name: string, input: object): Promise<T> {
    const { folder: data, databaseUrl } = this
    const running = databaseUrl === null ? await askRunning(data, { name, input }) : null
    const answer = running ?? (await runCommandHere({ data, databaseUrl }, { name, input }))
    if (!answer.ok) throw new Error(`${name}: ${answer.refusal.code} ${JSON.stringify(answer.refusal.params)}`)
    return answer.value as T
  }
}

async function freePort(): Promise<number> {
  const probe = createServer()
  await new Promise<void>((done) => probe.listen(0, '127.0.0.1', done))
  const { port } = probe.address() as AddressInfo
  await new Promise((done) => probe.close(done))
  return port
}
