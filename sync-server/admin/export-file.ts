import { existsSync, rmSync } from 'node:fs'
import { open } from 'node:fs/promises'
import { resolve } from 'node:path'
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { allAddresses, pathOf } from '#server/blobs/blob-store.ts'
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

/**
 * A copy of everything, as of one moment: the log, machines, verifiers, keys and files. Whoever holds it can be this
 * server, so only its owner may read it.
 */
export async function exportTo({ server }: AdminHost, asked: { readonly file: string }): Promise<Result<object>> {
  const path = resolve(asked.file)
  if (existsSync(path)) return refuse('backup-file-exists', { file: path })
  try {
    return ok({ file: path, files: await writeCopy(server, openCopyFile(path)) })
  } catch (error) {
    const code = fileFaults.find((each) => error instanceof Error && 'code' in error && error.code === each)
    if (code === undefined) throw error
    if (code === 'EEXIST') return refuse('backup-file-exists', { file: path })
    // What was begun is no copy.
    if (existsSync(path)) rmSync(path)
    return refuse('server-copy-unwritable', { file: path, detail: code })
  }
}

/** Writes it whole; out: how many files are in it. */
async function writeCopy(server: OpenServer, out: Out): Promise<number> {
  await out.write(frameKinds.head, json(await headOf(server)))
  const addresses = await server.db.transaction(
    async (tx) => {
      for (const table of await tableNames(tx))
        for await (const rows of readRows(tx, table)) await out.write(frameKinds.rows, json({ table, rows }))
      return allAddresses(tx)
    },
    { isolationLevel: 'repeatable read', accessMode: 'read only' },
  )
  for (const address of addresses) await writeFile(out, server, address)
  await out.write(frameKinds.end, new Uint8Array())
  await out.close()
  return addresses.length
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

async function writeFile(out: Out, server: OpenServer, address: string): Promise<void> {
  await out.write(frameKinds.file, json({ address }))
  const file = await open(pathOf(server, address), 'r')
  try {
    const part = Buffer.alloc(partBytes)
    for (;;) {
      const { bytesRead } = await file.read(part, 0, partBytes)
      if (bytesRead === 0) return
      await out.write(frameKinds.part, Buffer.from(part.subarray(0, bytesRead)))
    }
  } finally {
    await file.close()
  }
}

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value))
