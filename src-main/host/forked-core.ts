import { fork } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { CoreChild } from './core-child.ts'

/** The core's entry, built or from source; `out/` mirrors `src-main/`. */
export function coreEntry(): string {
  const built = join(import.meta.dirname, '../core/main.cjs')
  return existsSync(built) ? built : join(import.meta.dirname, '../core/main.ts')
}

/** What Node compiled of the program stands beside it, so that the next start need not: it goes when the program is built anew. */
const compileCache = (entry: string): string => join(dirname(entry), '../.compile-cache')

/** Opening an office makes much that lives for a moment: with room for it from the start, it is swept once and not ten times. */
const startFast = ['--min-semi-space-size=16']

/** The core in a child process of Node 24. What it prints goes to standard error: standard output is the host's. */
export function forkCore(node: string = process.execPath, entry: string = coreEntry()): CoreChild {
  const child = fork(entry, [], {
    execPath: node,
    execArgv: startFast,
    env: { ...process.env, ...(entry.endsWith('.cjs') ? { NODE_COMPILE_CACHE: compileCache(entry) } : {}) },
    serialization: 'advanced',
    stdio: ['ignore', 2, 2, 'ipc'],
  })
  // A message to a child that has just died is reported here; its exit is told by `onExit`.
  child.on('error', (error) => console.error(error.message))
  return {
    pid: () => child.pid,
    send: (message) => {
      if (child.connected) child.send(message)
    },
    onMessage: (listener) => void child.on('message', listener),
    onExit: (listener) => void child.on('exit', listener),
    kill: () => void child.kill('SIGKILL'),
  }
}
