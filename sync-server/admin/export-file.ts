import { existsSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { allBlobs, pathOf } from '#server/blobs/blob-store.ts'
import { readServerKeys } from '#server/devices/server-key.ts'
import type { OpenServer } from '#server/open-server.ts'
import type { AdminHost } from './admin-host.ts'
import { copyFormat, frameKinds, openCopyFile } from './copy-format.ts'
import type { CopyHead } from './copy-format.ts'
import { migrationNames, readRows, tableNames } from './copy-tables.ts'

/** What a file system says of a place where nothing can be written. */
const fileFaults = [
  'ENOENT',
  'ENOTDIR',
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOSPC',
  'EDQUOT',
  'EISDIR',
  'ENAMETOOLONG',
  'EEXIST',
  'EIO',
]
const partBytes = 1024 * 1024
type Out = ReturnType<typeof openCopyFile>

export interface Copied {
  readonly file: string
  /** How many files are in it. */
  readonly files: number
  /** Addresses of those that should be, and that the server's disk does not give whole. */
  readonly missing: readonly string[]
}

/**
 * A copy of everything, as of one moment: the log, machines, verifiers, keys and files. Whoever holds it can be this
 * server, so only its owner may read it. A file that the disk has lost is missing in it and is named in the answer: the copy
 * of all else is worth more than none.
 */
export async function exportTo({ server }: AdminHost, asked: { readonly file: string }): Promise<Result<Copied>> {
  const path = resolve(asked.file)
  if (existsSync(path)) return refuse('backup-file-exists', { file: path })
  try {
    const written = await writeCopy(server, openCopyFile(path))
    const { missing } = written
    if (missing.length > 0) server.ports.journal.warn('the copy lacks files', { count: missing.length, missing })
    return ok({ file: path, ...written })
  } catch (error) {
    const code = fileFaults.find((each) => error instanceof Error && 'code' in error && error.code === each)
    if (code === undefined) throw error
    if (code === 'EEXIST') return refuse('backup-file-exists', { file: path })
    // What was begun is no copy.
    if (existsSync(path)) rmSync(path)
    return refuse('server-copy-unwritable', { file: path, detail: code })
  }
}

async function writeCopy(server: OpenServer, out: Out): Promise<Omit<Copied, 'file'>> {
  await out.write(frameKinds.head, json(await headOf(server)))
  const blobs = await server.db.transaction(
    async (tx) => {
      for (const table of await tableNames(tx))
        for await (const rows of readRows(tx, table)) await out.write(frameKinds.rows, json({ table, rows }))
      return allBlobs(tx)
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
  const missing: string[] = []
  for (const { address, bytes } of blobs) if ((await writeFile(out, server, address)) !== bytes) missing.push(address)
  await out.write(frameKinds.end, new Uint8Array())
  await out.close()
  return { files: blobs.length - missing.length, missing }
}

async function headOf({ db, folder, identity, ports }: OpenServer): Promise<CopyHead> {
  const keys = must(readServerKeys(folder), 'an open server has its keys')
  return {
    insafServer: 'copy',
    format: copyFormat,
    server: identity.id,
    logEpoch: identity.logEpoch,
    privateKey: Buffer.from(keys.privateKey).toString('base64'),
    indexKey: Buffer.from(keys.indexKey).toString('hex'),
    migrations: [...(await db.transaction(migrationNames))],
    madeAt: ports.clock.now(),
  }
}

/** Out: how much of it there is. Where the disk gives less than all of it, whoever imports the copy lacks the file. */
async function writeFile(out: Out, server: OpenServer, address: string): Promise<number | null> {
  const file = await unlessFault(open(pathOf(server, address), 'r'))
  if (file === null) return null
  let bytes = 0
  try {
    await out.write(frameKinds.file, json({ address }))
    const part = Buffer.alloc(partBytes)
    for (;;) {
      const read = await unlessFault(file.read(part, 0, partBytes))
      if (read === null) return null
      if (read.bytesRead === 0) return bytes
      bytes += read.bytesRead
      await out.write(frameKinds.part, Buffer.from(part.subarray(0, read.bytesRead)))
    }
  } finally {
    await file.close()
  }
}

/** Null: the disk does not give it. */
async function unlessFault<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked
  } catch (error) {
    if (error instanceof Error && 'code' in error && /^E[A-Z]+$/.test(String(error.code))) return null
    throw error
  }
}

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))
