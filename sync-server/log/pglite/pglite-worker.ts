/**
 * PGlite in a thread of its own: it computes and waits for the disk synchronously, and would stop the server's event
 * loop. It listens on a local socket in a folder that only this user may enter.
 */
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import { must } from '#shared/lib/assert.ts'
import { DurableNodeFs } from './durable-node-fs.ts'
import type { PgliteWorkerData, PgliteWorkerMessage } from './pglite-messages.ts'
import { syncFolder, syncPath } from './sync-folder.ts'

/** `-F` is "without fsync"; fdatasync, PostgreSQL's choice, is not passed on by the emulation. */
const startParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['fsync=on', 'synchronous_commit=on', 'full_page_writes=on', 'wal_sync_method=fsync'].flatMap((set) => [
    '-c',
    set,
  ]),
]

const port = must(parentPort, 'a worker')
const tell = (message: PgliteWorkerMessage): void => port.postMessage(message)

async function start({ folder, socketPath, syncs }: PgliteWorkerData): Promise<void> {
  const counter = new Int32Array(syncs)
  const count = (): void => void Atomics.add(counter, 0, 1)
  const db = await PGlite.create({ fs: new DurableNodeFs(join(folder, 'pg'), count), startParams })
  // Not the folder's lock: to open and close that file anywhere in this process would let go of the lock.
  syncFolder(join(folder, 'pg'))
  syncPath(folder)
  const server = new PGLiteSocketServer({ db, path: socketPath, maxConnections: 4 })
  await server.start()
  port.once('message', () => {
    void stop(server, db)
  })
  tell({ kind: 'listening' })
}

async function stop(server: PGLiteSocketServer, db: PGlite): Promise<void> {
  await server.stop()
  await db.close()
  tell({ kind: 'stopped' })
  port.close()
}

start(workerData as PgliteWorkerData).catch((error: unknown) => {
  tell({ kind: 'failed', reason: error instanceof Error ? (error.stack ?? error.message) : String(error) })
})
