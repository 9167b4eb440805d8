/**
 * Files by their address: the SHA-256 of their encrypted bytes, so anybody can check one without its key (S16). A file
 * is here when it is whole, checked, and would survive loss of power; before that it is an upload.
 */
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { ReadStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { eq } from 'drizzle-orm'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Tables, TablesTransaction } from '#server/log/tables.ts'
import { blobs } from '#server/log/schema/blob-tables.ts'
import type { Clock } from '#server/ports.ts'

export const addressPattern = /^[0-9a-f]{64}$/

export interface BlobStore {
  readonly folder: string
  readonly db: Tables
  readonly clock: Clock
}

export const blobFolder = (dataFolder: string): string => join(dataFolder, 'blobs')
export const uploadFolder = (dataFolder: string): string => join(dataFolder, 'uploads')

export const pathOf = ({ folder }: Pick<BlobStore, 'folder'>, address: string): string =>
  join(blobFolder(folder), address.slice(0, 2), address)

/** What is known of a file; null while it is not whole here, or when the disk has lost it: then it is to be sent again. */
export async function findBlob(
  store: BlobStore,
  address: string,
): Promise<{ readonly bytes: number; readonly device: string } | null> {
  const rows = await store.db
    .select({ bytes: blobs.bytes, device: blobs.device })
    .from(blobs)
    .where(eq(blobs.address, address))
  const [blob] = rows
  return blob !== undefined && (await bytesOn(pathOf(store, address))) === blob.bytes ? blob : null
}

/** Length of a file on the disk; null: there is none. */
async function bytesOn(path: string): Promise<number | null> {
  try {
    return (await stat(path)).size
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

export const readBlob = (store: BlobStore, address: string, range: { start: number; end: number }): ReadStream =>
  createReadStream(pathOf(store, address), range)

/**
 * Takes a finished upload in (SYNC-BLOB-1). Order: content on disk, name on disk, row on disk; a crash between leaves a
 * file without a row, which the next sending of it replaces. Refuses `sync-blob-address`, and the upload is gone then.
 */
export async function takeIn(
  store: BlobStore,
  upload: { readonly path: string; readonly address: string; readonly device: string },
): Promise<Result<null>> {
  const { path, address, device } = upload
  if ((await addressOf(path)) !== address) {
    await rm(path, { force: true })
    return refuse('sync-blob-address', { address })
  }
  const { size } = await stat(path)
  const target = pathOf(store, address)
  await mkdir(dirname(target), { recursive: true, mode: 0o700 })
  await syncToDisk(path)
  await rename(path, target)
  await syncToDisk(dirname(target))
  await syncToDisk(blobFolder(store.folder))
  await store.db
    .insert(blobs)
    .values({ address, bytes: size, device, storedAt: store.clock.now() })
    .onConflictDoNothing()
  return ok(null)
}

async function addressOf(path: string): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

async function syncToDisk(path: string): Promise<void> {
  const handle = await open(path, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** All that should be here, by address. */
export const allBlobs = (tx: TablesTransaction): Promise<readonly { address: string; bytes: number }[]> =>
  tx.select({ address: blobs.address, bytes: blobs.bytes }).from(blobs).orderBy(blobs.address)
