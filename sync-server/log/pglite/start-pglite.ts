import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { PgliteWorkerData, PgliteWorkerMessage } from './pglite-messages.ts'

export interface RunningPglite {
  /** The folder of the socket, as `pg` takes it for a host. */
  readonly host: string
  /** How many fsyncs have reached the disk. */
  readonly syncs: () => number
  stop(): Promise<void>
}

/** The name of a socket that `pg` looks for in a host's folder. */
const socketName = '.s.PGSQL.5432'

/** Starts PGlite over a locked folder, in a worker thread. */
export async function startPglite(folder: string): Promise<RunningPglite> {
  const host = mkdtempSync(join(tmpdir(), 'insaf-pg-'))
  const syncs = new SharedArrayBuffer(4)
  const workerData: PgliteWorkerData = { folder, socketPath: join(host, socketName), syncs }
  const worker = new Worker(new URL('pglite-worker.ts', import.meta.url), { workerData })
  const stopped = async (): Promise<void> => {
    await worker.terminate()
    rmSync(host, { recursive: true, force: true })
  }
  try {
    await messageOf(worker, 'listening')
  } catch (error) {
    await stopped()
    throw error
  }
  const counter = new Int32Array(syncs)
  return {
    host,
    syncs: () => Atomics.load(counter, 0),
    stop: async () => {
      const ended = messageOf(worker, 'stopped')
      worker.postMessage('stop')
      await ended
      await stopped()
    },
  }
}

function messageOf(worker: Worker, kind: PgliteWorkerMessage['kind']): Promise<void> {
  return new Promise((resolve, reject) => {
    const end = (): void => {
      worker.off('message', onMessage)
      worker.off('error', reject)
    }
    const onMessage = (message: PgliteWorkerMessage): void => {
      if (message.kind === 'failed') reject(new Error(`PGlite did not start: ${message.reason}`))
      else if (message.kind === kind) resolve()
      else return
      end()
    }
    worker.on('message', onMessage)
    worker.on('error', reject)
  })
}
