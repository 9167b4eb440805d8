import { spawn, spawnSync } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { onTestFinished } from 'vitest'
import { must } from '#shared/lib/assert.ts'
import { endWithMe } from '#test/support/end-with-me.ts'
import { copyEmptyStore } from '#test/support/store-template.ts'
import { builtProgram } from './built-program.ts'

/** The server as a process of its own, on a folder of its own; it ends with the test. */
export interface SyncServer {
  readonly address: string
  /** One command of `insaf-server`; its answer. */
  readonly admin: (...args: readonly string[]) => Readonly<Record<string, unknown>>
  /** As when the network is gone. */
  readonly stop: () => Promise<void>
  /** At the same address. */
  readonly start: () => Promise<void>
}

const script = (name: string): string => join(builtProgram.root, 'scripts', name)

export async function startSyncServer(): Promise<SyncServer> {
  const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }))
  // Setting up PGlite takes many seconds and is no part of what is shown.
  await copyEmptyStore(join(folder, 'store'))
  let child: ChildProcess | null = null
  const launch = async (port: string): Promise<string> => {
    child = spawn(process.execPath, [script('server.mjs'), '--data', folder, '--port', port], {
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    endWithMe(child)
    for await (const line of createInterface({ input: must(child.stdout, 'its output is piped') })) return line
    throw new Error('The server ended without an address.')
  }
  const stop = async (): Promise<void> => {
    const running = child
    child = null
    if (running === null || running.exitCode !== null) return
    const ended = new Promise((resolve) => running.once('exit', resolve))
    running.kill('SIGTERM')
    await ended
  }
  onTestFinished(stop)
  const address = await launch('0')
  return {
    address,
    stop,
    start: async () => void (await launch(new URL(address).port)),
    admin: (...args) => administer(folder, args),
  }
}

function administer(folder: string, args: readonly string[]): Readonly<Record<string, unknown>> {
  const all = [script('insaf-server.mjs'), ...args, '--data', folder, '--json']
  const done = spawnSync(process.execPath, all, { encoding: 'utf8' })
  if (done.status !== 0) throw new Error(`insaf-server ${args.join(' ')}: ${done.stderr}`)
  return JSON.parse(done.stdout) as Record<string, unknown>
}
