import { fork } from 'node:child_process'
import type { ChildProcess } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'

const FromCore = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('listening'), socket: z.string() }),
  z.object({ kind: z.literal('refused'), answer: z.object({ error: z.object({ code: z.string(), ar: z.string(), en: z.string() }) }) }),
])

export interface CoreProcess {
  /** Path of the core's socket; changes never, also over a restart. */
  readonly socket: string
  readonly stop: () => Promise<void>
}

interface Options {
  readonly dataDir: string
  readonly demo: boolean
  /** Told when the core could not open the folder; the host then says so and ends. */
  readonly onRefused: (error: { code: string; ar: string; en: string }) => void
  readonly onRestart: (code: number | null) => void
}

const coreEntry = (): string => {
  const built = join(import.meta.dirname, '../core/main.cjs')
  return existsSync(built) ? built : join(import.meta.dirname, '../core/main.ts')
}

const fastestRestart = 500

/** Starts the core as a child and starts it again when it dies by itself; what was saved is on disk by then (S1). */
export async function startCoreProcess(options: Options): Promise<CoreProcess> {
  let child: ChildProcess
  let stopping = false
  const launch = (): Promise<string> =>
    new Promise((resolve) => {
      const startedAt = performance.now()
      child = fork(coreEntry(), [], { serialization: 'advanced', stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
      child.on('message', (data) => {
        const message = FromCore.safeParse(data)
        if (!message.success) return
        if (message.data.kind === 'listening') resolve(message.data.socket)
        else options.onRefused(message.data.answer.error)
      })
      child.on('exit', (code) => {
        if (stopping || code === 2) return
        options.onRestart(code)
        setTimeout(() => void launch(), performance.now() - startedAt < fastestRestart ? fastestRestart : 0)
      })
      child.send({ kind: 'start', dataDir: options.dataDir, demo: options.demo })
    })
  const socket = await launch()
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      stopping = true
      if (child.exitCode !== null) return resolve()
      child.once('exit', () => resolve())
      child.kill('SIGTERM')
    })
  return { socket, stop }
}
