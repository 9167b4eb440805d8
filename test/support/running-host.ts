import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import type { IncomingHttpHeaders, RequestOptions } from 'node:http'
import { resolve } from 'node:path'
import type { Readable } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { findCore } from '#core/transport/find-core.ts'
import { socketPath } from '#core/transport/socket-path.ts'
import { must } from '#shared/lib/assert.ts'

const entry = resolve(import.meta.dirname, '../../src-main/browser-host/main.ts')

export interface RunningHost {
  readonly address: string
  readonly port: number
  readonly token: string
  readonly process: ChildProcess
  readonly output: () => string
  readonly errors: () => string
  readonly corePid: () => number
  /** Exit code of the host. */
  readonly stop: (signal?: NodeJS.Signals) => Promise<number | null>
}

/** Runs the browser host from source on a folder, as its own process; ends with the test. */
export async function runHost(dataDir: string, more: readonly string[] = []): Promise<RunningHost> {
  const run = spawnHost(dataDir, more)
  while (!run.output().includes('\n')) {
    if (run.child.exitCode !== null) throw new Error(`the host ended: ${run.errors()}`)
    await Promise.race([onceOutput(run.child), run.ended])
  }
  await coreListens(dataDir, run)
  const address = run.output().trim()
  const url = new URL(address)
  return {
    address,
    port: Number(url.port),
    token: must(url.searchParams.get('t'), 'the address has a token'),
    process: run.child,
    output: run.output,
    errors: run.errors,
    corePid: () => childOf(must(run.child.pid, 'a started process has an id')),
    stop: (signal = 'SIGTERM') => {
      run.child.kill(signal)
      return run.ended
    },
  }
}

/** The address comes before the core listens: what a test asks the core itself waits for it. */
async function coreListens(dataDir: string, { child, errors }: HostRun): Promise<void> {
  while ((await findCore(socketPath(dataDir))) === null) {
    if (child.exitCode !== null) throw new Error(`the host ended: ${errors()}`)
    await setTimeout(20)
  }
}

export interface HostRun {
  readonly child: ChildProcess
  readonly output: () => string
  readonly errors: () => string
  readonly ended: Promise<number | null>
}

export function spawnHost(dataDir: string, more: readonly string[] = []): HostRun {
  const child = spawn(process.execPath, [entry, '--data', dataDir, ...more], { stdio: ['ignore', 'pipe', 'pipe'] })
  const heard = { output: '', errors: '' }
  child.stdout.on('data', (part: Buffer) => (heard.output += part.toString('utf8')))
  child.stderr.on('data', (part: Buffer) => (heard.errors += part.toString('utf8')))
  const ended = new Promise<number | null>((done) => child.once('close', done))
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM')
    await ended
  })
  return { child, output: () => heard.output, errors: () => heard.errors, ended }
}

export const onceOutput = (child: ChildProcess): Promise<void> =>
  new Promise((done) => child.stdout?.once('data', () => done()))

/** The host's one child, from /proc; elsewhere the tests that need it cannot run. */
function childOf(parent: number): number {
  const path = `/proc/${parent}/task/${parent}/children`
  const [first = ''] = existsSync(path) ? readFileSync(path, 'utf8').trim().split(' ') : []
  return Number(first)
}

export interface Answer {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: Buffer
}

/** One request as it is written, nothing added: `fetch` would mend the path and choose its own headers. */
export function ask(port: number, options: RequestOptions, body?: Readable | Buffer): Promise<Answer> {
  return new Promise((done, failed) => {
    const asked = request({ host: '127.0.0.1', port, ...options }, (response) => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('error', failed)
      response.on('end', () =>
        done({ status: response.statusCode ?? 0, headers: response.headers, body: Buffer.concat(parts) }),
      )
    })
    asked.on('error', failed)
    if (body === undefined || Buffer.isBuffer(body)) asked.end(body)
    else body.pipe(asked)
  })
}

/** The cookie that the token is exchanged for. */
export async function enter({ port, token }: Pick<RunningHost, 'port' | 'token'>): Promise<string> {
  const { headers } = await ask(port, { path: `/?t=${token}` })
  return must(headers['set-cookie']?.[0], 'the first visit gets a cookie').split(';')[0] ?? ''
}
