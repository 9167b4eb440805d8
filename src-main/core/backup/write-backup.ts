/**
 * Writes a backup file: an encrypted copy of the log through a second connection (the writer goes on), then every
 * attachment. Everything goes to `FILE.partial` first and is renamed when it is whole and on disk, so a full disk, a
 * cancel or a crash leaves the backup before as it was.
 */
import { createHash } from 'node:crypto'
import {
  closeSync,
  createReadStream,
  existsSync,
  fsyncSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeSync,
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import { openReadable, type ReadableDb, vacuumInto } from '#core/store/driver.ts'
import { storeFile } from '#core/store/store-file.ts'
import { storeFault } from '#core/store/store-fault.ts'
import { removeDatabase } from '#core/store/tables.ts'
import { syncFolder } from '#core/store/sync-folder.ts'
import type { Keys } from '#core/vault/keys-file.ts'
import {
  backupFormat,
  type BackupHeader,
  backupMagic,
  type BackupManifest,
  sealManifest,
  sha256Hex,
  u32,
  u64,
} from './container.ts'

export interface BackupInput {
  readonly folder: string
  readonly key: Uint8Array
  /** `Vault.portable()`. */
  readonly keys: Keys
  readonly file: string
  readonly at: Instant
  /** `full` carries the attachments and must open elsewhere; `rolling` stays beside the data and carries the log. */
  readonly kind: BackupHeader['kind']
}

export interface BackupControl {
  readonly onProgress?: (done: number, total: number) => void
  readonly isCancelled?: () => boolean
}

export interface BackupMade {
  readonly file: string
  readonly size: number
  readonly files: number
}

/** Refuses: backup-without-way-back, disk-full, store-damaged, cancelled. */
export async function writeBackup(input: BackupInput, control: BackupControl = {}): Promise<Result<BackupMade>> {
  if (input.kind === 'full' && input.keys.slots.length === 0) return refuse('backup-without-way-back')
  const partial = `${input.file}.partial`
  const copy = `${input.file}.log.partial`
  try {
    const schema = copyLog(input, copy)
    const made = await writeContainer(input, { partial, copy, schema }, control)
    if (!made.ok) return made
    if (control.isCancelled?.() === true) return refuse('cancelled')
    renameSync(partial, input.file)
    syncFolder(dirname(input.file))
    return made
  } catch (error) {
    const refusal = storeFault(error, input.file)
    if (refusal !== null) return { ok: false, refusal }
    throw error
  } finally {
    rmSync(partial, { force: true })
    removeDatabase(copy)
  }
}

/** Out: the schema version of the copy. */
function copyLog({ folder, key }: BackupInput, copy: string): number {
  removeDatabase(copy)
  const db: ReadableDb = openReadable({ file: storeFile(folder), key })
  try {
    vacuumInto(db, copy)
    return db.value<number>('PRAGMA user_version') ?? 0
  } finally {
    db.close()
  }
}

interface Paths {
  readonly partial: string
  readonly copy: string
  readonly schema: number
}

interface Entry {
  readonly name: string
  readonly path: string
  readonly size: number
}

async function writeContainer(
  input: BackupInput,
  { partial, copy, schema }: Paths,
  control: BackupControl,
): Promise<Result<BackupMade>> {
  const entries = [entryOf('insaf.db', copy), ...(input.kind === 'full' ? attachmentsOf(input.folder) : [])]
  const total = entries.reduce((sum, { size }) => sum + size, 0)
  const header: BackupHeader = { format: backupFormat, at: input.at, kind: input.kind, schema, keys: input.keys }
  const headerBytes = Buffer.from(JSON.stringify(header))
  const files: BackupManifest['files'] = []
  const out = openSync(partial, 'w', 0o600)
  let done = 0
  const put = (bytes: Uint8Array): void => writeAll(out, bytes)
  try {
    for (const bytes of [backupMagic, u32(headerBytes.length), headerBytes]) put(bytes)
    for (const entry of entries) {
      const name = Buffer.from(entry.name)
      for (const bytes of [u32(name.length), name, u64(entry.size)]) put(bytes)
      const sha256 = await copyEntry(entry, (chunk) => {
        put(chunk)
        done += chunk.length
        control.onProgress?.(done, total)
        return control.isCancelled?.() !== true
      })
      if (sha256 === null) return refuse('cancelled')
      files.push({ name: entry.name, size: entry.size, sha256 })
    }
    const manifest = Buffer.from(JSON.stringify({ header: sha256Hex(headerBytes), files } satisfies BackupManifest))
    for (const bytes of [u32(0), u32(manifest.length), manifest, sealManifest(input.key, manifest)]) put(bytes)
    fsyncSync(out)
  } finally {
    closeSync(out)
  }
  return ok({ file: input.file, size: statSync(partial).size, files: files.length })
}

/** Out: the hash of what was copied; null when `take` answered false. */
async function copyEntry({ path, size }: Entry, take: (chunk: Buffer) => boolean): Promise<string | null> {
  const hash = createHash('sha256')
  const chunks = createReadStream(path, { highWaterMark: 1 << 20, end: size - 1 }) as AsyncIterable<Buffer>
  for await (const chunk of chunks) {
    hash.update(chunk)
    if (!take(chunk)) return null
  }
  return hash.digest('hex')
}

/** A full disk may take a part of the bytes before it says so. */
function writeAll(out: number, bytes: Uint8Array): void {
  for (let offset = 0; offset < bytes.length;) offset += writeSync(out, bytes, offset)
}

const entryOf = (name: string, path: string): Entry => ({ name, path, size: statSync(path).size })

/** Whole attachments only: what is still arriving stands in another folder. */
function attachmentsOf(folder: string): readonly Entry[] {
  const root = join(folder, 'files')
  if (!existsSync(root)) return []
  return readdirSync(root)
    .filter((name) => /^[0-9a-f]{2}$/.test(name))
    .flatMap((shelf) => readdirSync(join(root, shelf)).map((name) => join(root, shelf, name)))
    .filter((path) => /^[0-9a-f]{64}$/.test(basename(path)))
    .map((path) => entryOf(`files/${basename(dirname(path))}/${basename(path)}`, path))
    .filter(({ size }) => size > 0)
}
