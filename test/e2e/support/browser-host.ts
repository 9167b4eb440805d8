import { spawn } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { setTimeout } from 'node:timers/promises'
import { onTestFinished } from 'vitest'
import { findCore } from '#core/transport/find-core.ts'
import { socketPath } from '#core/transport/socket-path.ts'
import { must } from '#shared/lib/assert.ts'
import { builtProgram } from './built-program.ts'

export interface BrowserHost {
  /** Good once: the first to open it gets the cookie. */
  readonly address: string
  /** Process id of the core that runs now; null between two. */
  readonly corePid: () => number | null
  readonly stop: () => Promise<void>
}

/** Starts the built host on a folder, on a port of its own; it ends with the test. */
export async function startBrowserHost(dataDir: string): Promise<BrowserHost> {
  const child = spawn(process.execPath, [builtProgram.browserHost, '--data', dataDir, '--port', '0'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const said: string[] = []
  child.stderr.on('data', (part: Buffer) => said.push(part.toString('utf8')))
  const stop = (): Promise<void> => ended(child)
  onTestFinished(stop)
  const address = await firstLine(child, said)
  // The address comes before the core listens, and some tests speak to the core itself.
  while ((await findCore(socketPath(dataDir))) === null) {
    if (child.exitCode !== null) throw new Error(`The browser host ended: ${said.join('')}`)
    await setTimeout(20)
  }
  return { address, stop, corePid: () => childOf(child) }
}

async function firstLine(child: ChildProcess, said: readonly string[]): Promise<string> {
  const lines = createInterface({ input: must(child.stdout, 'its output is piped') })
  for await (const line of lines) {
    if (line.startsWith('http://127.0.0.1:')) return line
  }
  throw new Error(`The browser host ended without an address: ${said.join('')}`)
}

function ended(child: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    if (child.exitCode !== null || child.signalCode !== null) return resolve()
    child.once('exit', () => resolve())
    child.kill('SIGTERM')
  })
}

/** The host's one child. */
function childOf(host: ChildProcess): number | null {
  const pid = must(host.pid, 'a started process has an id')
  const children = `/proc/${pid}/task/${pid}/children`
  if (!existsSync(children)) throw new Error('Children of a process are read from /proc, which is not here.')
  const [first = ''] = readFileSync(children, 'utf8').trim().split(' ')
  return first === '' ? null : Number(first)
}
