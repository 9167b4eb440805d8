/**
 * The way back, into an empty folder and on any machine: by passphrase or recovery code. Nothing is taken over before the
 * last byte was proven; until then all stands in `restoring/`, which goes again when anything is wrong.
 * The machine becomes a new epoch of the device, with a key of its own; the setting `restored` keeps where it came from.
 */
import { createHash, type Hash } from 'node:crypto'
import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  writeSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { z } from 'zod'
import { Instant } from '#shared/domain/clock/instant.ts'
import { assert, must } from '#shared/lib/assert.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import type { Ids } from '#core/ports.ts'
import { openChain, readChains } from '#core/store/chain.ts'
import { checkLastCommit } from '#core/store/check-last-commit.ts'
import { renewCipher } from '#core/store/cipher.ts'
import { openWritable } from '#core/store/driver.ts'
import { dropKeptCopies } from '#core/store/kept-copies.ts'
import { allMigrations } from '#core/store/migrations/all-migrations.ts'
import { migrate, quickCheck } from '#core/store/open-store.ts'
import { storeFile } from '#core/store/store-file.ts'
import { writeSetting } from '#core/store/settings.ts'
import { storeFault } from '#core/store/store-fault.ts'
import { syncFolder } from '#core/store/sync-folder.ts'
import { openBySecret } from '#core/vault/slots.ts'
import { adoptKeys, type Vault } from '#core/vault/vault.ts'
import { type ByteReader, CutShort, openBytes } from './byte-reader.ts'
import { backupFormat, BackupHeader, backupMagic, BackupManifest, entryName, isSealed, sha256Hex } from './container.ts'

export interface RestoreInput {
  readonly file: string
  readonly folder: string
  /** Passphrase or recovery code, as typed. */
  readonly secret: string
  readonly now: Instant
  readonly ids: Ids
}

/** Setting `restored`: present in a folder that came from a backup. */
export const Restored = z.object({ at: Instant, backupOf: Instant, epoch: z.int() })
export type Restored = z.infer<typeof Restored>
export const restoredKey = 'restored'

export interface RestoreControl {
  /** Bytes of the backup that were read, of how many. */
  readonly onProgress?: (done: number, total: number) => void
  readonly isCancelled?: () => boolean
}

/**
 * Out: the vault of the new folder, ready for `openStore` (a way to open it unattended is the caller's to add).
 * Refuses: restore-folder-not-empty, backup-not-one, backup-newer, backup-damaged, wrong-passphrase,
 * wrong-recovery-code, recovery-code-mistyped, no-key-slot, disk-full, cancelled.
 */
export async function restoreBackup(input: RestoreInput, control: RestoreControl = {}): Promise<Result<Vault>> {
  const { folder } = input
  if (existsSync(folder) && readdirSync(folder).length > 0) return refuse('restore-folder-not-empty', { folder })
  if (!existsSync(input.file)) return refuse('not-found', { what: input.file })
  const isNewFolder = !existsSync(folder)
  const made = await guarded(input, control)
  if (!made.ok) {
    rmSync(folder, { recursive: true, force: true })
    if (!isNewFolder) mkdirSync(folder, { recursive: true, mode: 0o700 })
  }
  return made
}

async function guarded(input: RestoreInput, control: RestoreControl): Promise<Result<Vault>> {
  const reader = openBytes(input.file)
  try {
    return await restore(input, reader, control)
  } catch (error) {
    if (error instanceof CutShort) return damaged(input, 'it ends too early')
    const refusal = storeFault(error, input.folder)
    if (refusal === null) throw error
    return refusal.code === 'store-damaged' ? damaged(input, 'the store in it cannot be read') : { ok: false, refusal }
  } finally {
    reader.close()
  }
}

const damaged = (input: RestoreInput, detail: string): Result<never> =>
  refuse('backup-damaged', { file: input.file, detail })

async function restore(input: RestoreInput, reader: ByteReader, control: RestoreControl): Promise<Result<Vault>> {
  const header = readHeader(input, reader)
  if (!header.ok) return header
  const key = await openBySecret(header.value.header.keys, input.secret)
  if (!key.ok) return key
  const work = join(input.folder, 'restoring')
  mkdirSync(work, { recursive: true, mode: 0o700 })
  const taken = await takeEntries(input, { reader, work, control })
  if (!taken.ok) return taken
  const wrong = checkManifest(reader, { key: key.value, header: header.value.bytes, files: taken.value })
  if (wrong !== null) return damaged(input, wrong)
  for (const name of readdirSync(work)) renameSync(join(work, name), join(input.folder, name))
  rmSync(work, { recursive: true })
  syncFolder(input.folder)
  return beginEpoch(input, header.value.header, key.value)
}

const headerLimit = 1 << 20

function readHeader(input: RestoreInput, reader: ByteReader): Result<{ header: BackupHeader; bytes: Buffer }> {
  const start = startOf(reader)
  if (start === null || !start.subarray(0, backupMagic.length).equals(backupMagic))
    return refuse('backup-not-one', { file: input.file })
  const length = start.readUInt32BE(backupMagic.length)
  if (length > headerLimit) return damaged(input, 'its header')
  const bytes = reader.take(length)
  const json = jsonOf(bytes)
  const format = z.object({ format: z.int() }).safeParse(json)
  if (format.success && format.data.format > backupFormat) return refuse('backup-newer', { found: format.data.format })
  const header = BackupHeader.safeParse(json)
  if (!header.success) return damaged(input, 'its header')
  const { schema } = header.data
  return schema > (allMigrations.at(-1)?.version ?? 0)
    ? refuse('backup-newer', { found: schema })
    : ok({ header: header.data, bytes })
}

function startOf(reader: ByteReader): Buffer | null {
  try {
    return reader.take(backupMagic.length + 4)
  } catch (error) {
    if (error instanceof CutShort) return null
    throw error
  }
}

interface Taking {
  readonly reader: ByteReader
  readonly work: string
  readonly control: RestoreControl
}

async function takeEntries(
  input: RestoreInput,
  { reader, work, control }: Taking,
): Promise<Result<BackupManifest['files']>> {
  const files: BackupManifest['files'] = []
  for (;;) {
    const nameLength = reader.take(4).readUInt32BE()
    if (nameLength === 0) return ok(files)
    const name = nameLength <= 300 ? reader.take(nameLength).toString() : ''
    if (!entryName.test(name) || files.some((file) => file.name === name && name === 'insaf.db'))
      return damaged(input, 'a name in it')
    const size = Number(reader.take(8).readBigUInt64BE())
    const sha256 = await takeFile(reader, { path: join(work, name), size, control })
    if (sha256 === null) return refuse('cancelled')
    files.push({ name, size, sha256 })
  }
}

const chunkSize = 1 << 20

/** A piece a turn, so that others can ask how far it is and stop it. Out: the hash of the bytes; null when cancelled. */
async function takeFile(
  reader: ByteReader,
  file: { path: string; size: number; control: RestoreControl },
): Promise<string | null> {
  mkdirSync(dirname(file.path), { recursive: true, mode: 0o700 })
  const out = openSync(file.path, 'wx', 0o600)
  const hash: Hash = createHash('sha256')
  try {
    for (let done = 0; done < file.size;) {
      if (file.control.isCancelled?.() === true) return null
      const chunk = reader.take(Math.min(chunkSize, file.size - done))
      hash.update(chunk)
      for (let offset = 0; offset < chunk.length;) offset += writeSync(out, chunk, offset)
      done += chunk.length
      file.control.onProgress?.(reader.done(), reader.size)
      await nextTurn()
    }
    fsyncSync(out)
  } finally {
    closeSync(out)
  }
  return hash.digest('hex')
}

/** Out: what is wrong, or null. */
function checkManifest(
  reader: ByteReader,
  found: { key: Uint8Array; header: Uint8Array; files: BackupManifest['files'] },
): string | null {
  const bytes = reader.take(reader.take(4).readUInt32BE())
  if (!isSealed(found.key, bytes, reader.take(32))) return 'its table of contents'
  const manifest = BackupManifest.safeParse(jsonOf(bytes))
  if (!manifest.success || manifest.data.header !== sha256Hex(found.header)) return 'its header'
  const same = (left: BackupManifest['files'][number], right: BackupManifest['files'][number] | undefined): boolean =>
    left.name === right?.name && left.size === right.size && left.sha256 === right.sha256
  if (manifest.data.files.length !== found.files.length) return 'files are missing'
  const wrong = manifest.data.files.find((file, index) => !same(file, found.files[index]))
  if (wrong !== undefined) return wrong.name
  return manifest.data.files.some(({ name }) => name === 'insaf.db') ? null : 'the store is missing'
}

/** The store is proven once more by itself, then opened for a new epoch of the device that wrote last. */
function beginEpoch(input: RestoreInput, header: BackupHeader, key: Uint8Array): Result<Vault> {
  // The backup itself is the copy of before.
  if (renewCipher(storeFile(input.folder), key)) dropKeptCopies(input.folder)
  const db = openWritable({ file: storeFile(input.folder), key })
  try {
    const unreadable = quickCheck(db)
    if (unreadable !== null) return damaged(input, unreadable)
    migrate(db, allMigrations, header.schema)
    const wrong = checkLastCommit(db)
    if (wrong !== null) return damaged(input, wrong)
    const { device, epoch } = lastEpoch(readChains(db), input.ids)
    const vault = adoptKeys(input.folder, { keys: header.keys, key, ids: input.ids, device, epoch: epoch + 1 })
    db.transaction(() => {
      openChain(db, must(vault.signer, 'an epoch was just begun'))
      writeSetting(db, restoredKey, { at: input.now, backupOf: header.at, epoch: epoch + 1 } satisfies Restored)
      db.run("DELETE FROM settings WHERE key = 'tables'")
    })
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    return ok(vault)
  } finally {
    db.close()
  }
}

function lastEpoch(chains: ReturnType<typeof readChains>, ids: Ids): { device: string; epoch: number } {
  const last = chains.at(-1)
  assert(
    chains.every(({ device }) => device === last?.device),
    'a stand-alone log has one device',
  )
  return last ?? { device: ids.uuid(), epoch: 0 }
}

function jsonOf(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(bytes).toString())
  } catch {
    return null
  }
}
