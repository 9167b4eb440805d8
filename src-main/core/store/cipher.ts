/**
 * How a file of the store is enciphered: AEGIS-256, page by page, each with its own nonce and tag, so that an altered page is
 * not read. It costs next to nothing where the processor knows AES (docs/decisions/0014). Stores of earlier programs are
 * SQLCipher files: each is enciphered anew once, as a copy that takes its place by one rename; the file as it was is kept.
 */
import { createHash } from 'node:crypto'
import { copyFileSync, renameSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import Database from 'better-sqlite3'
import { assert } from '#shared/lib/assert.ts'
import { keepCopyOf, syncFile } from './kept-copies.ts'
import { syncFolder } from './sync-folder.ts'

/** What stands in the first 16 bytes of every file of this key. */
export function headerOf(key: Uint8Array): Buffer {
  return createHash('sha256').update('insaf file header').update(key).digest().subarray(0, 16)
}

export function rawKey(key: Uint8Array): string {
  assert(key.length === 32, 'a database key has 32 bytes')
  return `x'${Buffer.from(key).toString('hex')}${headerOf(key).toString('hex')}'`
}

type Cipher = (raw: Database.Database) => void

const present: Cipher = (raw) => {
  raw.pragma("cipher = 'aegis'")
  raw.pragma("algorithm = 'aegis-256'")
}

const older: Cipher = (raw) => {
  raw.pragma("cipher = 'sqlcipher'")
  raw.pragma('legacy = 4')
}

/** Throws the driver's `SQLITE_NOTADB` for a file of another key or cipher. */
export function unlock(raw: Database.Database, key: Uint8Array, cipher: Cipher = present): void {
  cipher(raw)
  raw.pragma(`key = "${rawKey(key)}"`)
  raw.pragma('schema_version')
}

/** Enciphers a store of an earlier program anew; any other file it leaves as it is. Out: whether it did. */
export function renewCipher(file: string, key: Uint8Array): boolean {
  if (reads(file, key, present) || !reads(file, key, older)) return false
  keepOlder(file, key)
  const renewed = `${file}.renewed`
  // What an earlier attempt left would be rolled back into the new copy.
  removeWhole(renewed)
  try {
    copyFileSync(file, renewed)
    encipherAnew(renewed, key)
    renameSync(renewed, file)
  } catch (error) {
    removeWhole(renewed)
    throw error
  }
  syncFolder(dirname(file))
  return true
}

function removeWhole(file: string): void {
  for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(file + suffix, { force: true, recursive: true })
}

/** Through a connection that cannot write: one with a wrong cipher must not bring a write-ahead log home. */
function reads(file: string, key: Uint8Array, cipher: Cipher): boolean {
  const raw = new Database(file, { readonly: true, fileMustExist: true })
  try {
    unlock(raw, key, cipher)
    return true
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_NOTADB') return false
    throw error
  } finally {
    raw.close()
  }
}

function openOlder(file: string, key: Uint8Array): Database.Database {
  const raw = new Database(file, { fileMustExist: true })
  unlock(raw, key, older)
  return raw
}

/** Its write-ahead log is in the copy too. */
function keepOlder(file: string, key: Uint8Array): void {
  const raw = openOlder(file, key)
  try {
    raw.pragma('wal_checkpoint(TRUNCATE)')
  } finally {
    raw.close()
  }
  keepCopyOf(file, 'insaf-sqlcipher.db')
}

/** It takes the store's place only when every page of it can be read. */
function encipherAnew(file: string, key: Uint8Array): void {
  const raw = openOlder(file, key)
  try {
    // A file in WAL mode cannot change its key.
    raw.pragma('journal_mode = DELETE')
    present(raw)
    raw.pragma(`rekey = "${rawKey(key)}"`)
    const found = String(raw.pragma('quick_check(1)', { simple: true }))
    // A store that was damaged before is refused with the sentence for it, not taken for a fault of the program.
    if (found !== 'ok') throw new Database.SqliteError(found, 'SQLITE_CORRUPT')
  } finally {
    raw.close()
  }
  syncFile(file)
}
