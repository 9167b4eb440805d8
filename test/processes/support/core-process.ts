import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { join } from 'node:path'
import { must } from '#shared/lib/assert.ts'
import { endWithMe } from '#test/support/end-with-me.ts'
import { coreEntry } from '#test/support/core-entry.ts'

interface Told {
  readonly code: string
  readonly en: string
}

/** A call that was answered with a refusal. */
export class RefusedCall extends Error {
  readonly code: string
  constructor(path: string, { code, en }: Told) {
    super(`${path}: ${code} ${en}`)
    this.code = code
  }
}

type Answer = { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly error: Told }

/** A machine's core as a process of its own, as the window starts it, spoken to over its local socket. */
export class CoreProcess {
  readonly folder: string
  #child: ChildProcess | null = null
  #socket = ''

  constructor(folder: string) {
    this.folder = folder
  }

  get isRunning(): boolean {
    return this.#child !== null
  }

  async start(): Promise<void> {
    const env = { ...process.env, NODE_COMPILE_CACHE: join(this.folder, '..', 'compiled') }
    const child = fork(coreEntry, [], { serialization: 'advanced', stdio: ['ignore', 'ignore', 'pipe', 'ipc'], env })
    endWithMe(child)
    const listening = new Promise<string>((done, failed) => {
      child.on('message', (message: { kind: string; socket?: string; answer?: unknown }) => {
        if (message.kind === 'listening') done(must(message.socket, 'a core that listens names its socket'))
        if (message.kind === 'refused') failed(new Error(`refused: ${JSON.stringify(message.answer)}`))
      })
      child.once('exit', (code, signal) => failed(new Error(`the core ended: ${code ?? signal}`)))
    })
    child.send({ kind: 'start', dataDir: this.folder, demo: false, secrets: null })
    this.#socket = await listening
    this.#child = child
  }

  /** SIGKILL: nothing is closed in good order. */
  async kill(): Promise<void> {
    const child = must(this.#child, 'a core runs')
    this.#child = null
    child.kill('SIGKILL')
    await once(child, 'exit')
  }

  /** In good order. Out: the exit code. */
  async stop(): Promise<number | null> {
    const child = this.#child
    if (child === null) return null
    this.#child = null
    child.send({ kind: 'stop' })
    const [code] = (await once(child, 'exit')) as [number | null]
    return code
  }

  /** A refusal throws `RefusedCall`; a core that went away in the middle throws anything else. */
  async call<T>(path: string, input: unknown = {}, as: string | null = null): Promise<T> {
    if (!this.isRunning) throw new Error('the core does not run')
    const answer = await post(this.#socket, `/call/${path.replace('.', '/')}`, { input, as, password: null })
    if (!answer.ok) throw new RefusedCall(path, answer.error)
    return answer.value as T
  }
}

function post(socketPath: string, path: string, body: unknown): Promise<Answer> {
  return new Promise((done, failed) => {
    const call = request({ socketPath, path, method: 'POST' }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', failed)
      response.on('end', () => {
        try {
          done(JSON.parse(Buffer.concat(parts).toString('utf8')) as Answer)
        } catch (error) {
          failed(error as Error)
        }
      })
    })
    call.on('error', failed)
    call.end(JSON.stringify(body))
  })
}
