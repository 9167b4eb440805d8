/**
 * Uploads as they lie on the disk. Invariant: one that is whole is taken in, however its last part came: by that part, by
 * the next question for it, or when the server starts (SYNC-BLOB-1). What nobody goes on with is removed.
 */
import { createHash, randomBytes } from 'node:crypto'
import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import { msOf } from '#shared/domain/clock/instant.ts'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { faultText } from '#server/fault-text.ts'
import type { Journal } from '#server/ports.ts'
import { findBlob, takeIn, uploadFolder } from './blob-store.ts'
import type { BlobStore } from './blob-store.ts'

export const mostFileBytes = 256 * 1024 * 1024

/** A machine that was away for longer begins its upload anew. */
const keptMs = 7 * 24 * 60 * 60 * 1000

export type StoredUpload = Awaited<ReturnType<FileStore['getUpload']>>

export interface Uploads {
  readonly files: FileStore
  /** What a machine has begun. */
  readonly begunBy: (device: string) => Promise<readonly StoredUpload[]>
  /** It is gone on with no more. */
  readonly drop: (upload: StoredUpload) => Promise<void>
  /** Takes a whole one in, once, whoever asks meanwhile. Refuses `sync-blob-address`; throws what the disk says. */
  readonly finish: (upload: StoredUpload) => Promise<Result<null>>
  /** Takes in what is whole, and removes what nothing came to for a week. A fault of one keeps no other. */
  readonly tidy: () => Promise<void>
}

export const isWhole = ({ size, offset }: StoredUpload): boolean => size === offset

export function createUploads(store: BlobStore, journal: Journal): Uploads {
  const files = new FileStore({ directory: uploadFolder(store.folder) })
  const running = new Map<string, Promise<Result<null>>>()
  const finish: Uploads['finish'] = (upload) => {
    const begun = running.get(upload.id)
    if (begun !== undefined) return begun
    const taken = takeUpload(store, files, upload).finally(() => running.delete(upload.id))
    running.set(upload.id, taken)
    return taken
  }
  const told = (id: string) => (error: unknown) => journal.error('upload', { id, error: faultText(error) })
  return {
    files,
    begunBy: (device) => begunBy(files, device),
    drop: ({ id }) => removeUpload(files.directory, id),
    finish: (upload) =>
      finish(upload).catch((error: unknown) => {
        told(upload.id)(error)
        throw error
      }),
    tidy: async () => {
      const now = msOf(store.clock.now())
      for (const id of await idsIn(files.directory)) {
        const upload = await files.getUpload(id).catch(() => null)
        const tidied =
          upload !== null && isWhole(upload) ? finish(upload) : removeOld(files.directory, id, now - keptMs)
        await tidied.catch(told(id))
      }
    },
  }
}

/** Whose it is stands in its name: what a machine has begun is counted without opening what others have. */
export const uploadName = (device: string): string => `${markOf(device)}${randomBytes(16).toString('hex')}`

const markOf = (device: string): string => createHash('sha256').update(device).digest('hex').slice(0, 16)

async function begunBy(files: FileStore, device: string): Promise<readonly StoredUpload[]> {
  const ids = [...(await idsIn(files.directory))].filter((id) => id.startsWith(markOf(device)))
  // One that was finished meanwhile is none.
  const begun = await Promise.all(ids.map((id) => files.getUpload(id).catch(() => null)))
  return begun.filter((upload) => upload !== null)
}

async function takeUpload(store: BlobStore, files: FileStore, upload: StoredUpload): Promise<Result<null>> {
  const address = upload.metadata?.['address'] ?? ''
  const device = upload.metadata?.['device'] ?? ''
  const taken = await takeIn(store, { path: join(files.directory, upload.id), address, device }).catch(
    async (error: unknown) => {
      // Another server on this folder was quicker.
      if (isMissing(error) && (await findBlob(store, address)) !== null) return ok(null)
      throw error
    },
  )
  await rm(join(files.directory, `${upload.id}.json`), { force: true })
  return taken
}

/** An upload is two files: what came of it, and what it is to become. Either may be left alone. */
async function idsIn(folder: string): Promise<ReadonlySet<string>> {
  const names = await readdir(folder).catch(unlessMissing([]))
  return new Set(names.map((name) => name.replace(/\.json$/, '')))
}

const pathsOf = (folder: string, id: string): readonly string[] => [join(folder, id), join(folder, `${id}.json`)]

async function removeOld(folder: string, id: string, before: number): Promise<void> {
  const touched = await Promise.all(
    pathsOf(folder, id).map((path) => stat(path).then(({ mtimeMs }) => mtimeMs, unlessMissing(0))),
  )
  if (Math.max(...touched) < before) await removeUpload(folder, id)
}

async function removeUpload(folder: string, id: string): Promise<void> {
  for (const path of pathsOf(folder, id)) await rm(path, { force: true })
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'

const unlessMissing =
  <T>(value: T) =>
  (error: unknown): T => {
    if (isMissing(error)) return value
    throw error
  }
