import {
  chmodSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { rawKey, renewCipher } from '#core/store/cipher.ts'
import { dropCopiesOlderThan } from '#core/store/kept-copies.ts'
import { openStore } from '#core/store/open-store.ts'
import { readAll } from '#core/store/read-stream.ts'
import { storeFile } from '#core/store/store-file.ts'
import { verifyStore } from '#core/store/verify.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { silentLog } from '#core/system-ports.ts'
import { plainFilesOf } from '#test/support/plain-pages.ts'
import { temporaryStore } from '#test/support/temporary-store.ts'

/** The store of a program before: a SQLCipher file, its last commits still in the write-ahead log. */
function olderStore(events: number) {
  const made = temporaryStore()
  for (let count = 0; count < events; count += 1) made.append({ private: { name: 'سعاد '.repeat(40) } })
  made.store.close()
  const file = storeFile(made.folder)
  const raw = new Database(file)
  raw.pragma("cipher = 'aegis'")
  raw.pragma(`key = "${rawKey(made.key)}"`)
  raw.pragma('journal_mode = DELETE')
  raw.pragma("cipher = 'sqlcipher'")
  raw.pragma('legacy = 4')
  raw.pragma(`rekey = "${rawKey(made.key)}"`)
  raw.pragma('journal_mode = WAL')
  raw.exec("INSERT INTO settings VALUES ('last', '1')")
  const copies = ['', '-wal'].map((suffix) => [suffix, readFileSync(file + suffix)] as const)
  raw.close()
  rmSync(`${file}-shm`, { force: true })
  for (const [suffix, bytes] of copies) writeFileSync(file + suffix, bytes)
  return { ...made, file }
}

const options = (folder: string, key: Uint8Array) => ({ folder, key, projections: [], log: silentLog })

describe('a store of an earlier cipher', () => {
  it('S1 is enciphered anew with all that it held, also what stood in its write-ahead log; it is kept as it was', () => {
    const { folder, key, file } = olderStore(30)
    const opened = openStore(options(folder, key))
    if (!opened.ok) throw new Error(opened.refusal.code)
    let count = 0
    readAll(opened.value.db, 1, () => void (count += 1))
    expect(count).toBe(30)
    expect(opened.value.db.value("SELECT value FROM settings WHERE key = 'last'")).toBe('1')
    expect(verifyStore(opened.value.db).findings).toEqual([])
    opened.value.close()
    const kept = join(folder, 'before-migration', 'insaf-sqlcipher.db')
    copyFileSync(kept, file)
    expect(openStore(options(folder, key)).ok, 'the kept file is whole').toBe(true)
  })

  it('S1 what fails on the way leaves the store as it was, and is done the next time', () => {
    const { folder, key, file } = olderStore(3)
    const beforeMigration = join(folder, 'before-migration')
    writeFileSync(beforeMigration, 'in the way')
    expect(() => renewCipher(file, key)).toThrow()
    rmSync(beforeMigration)
    // From here on the write-ahead log is home: the file is whole by itself.
    const before = readFileSync(file)
    mkdirSync(beforeMigration)
    chmodSync(file, 0o400)
    mkdirSync(join(beforeMigration, 'insaf-sqlcipher.db'))
    expect(() => renewCipher(file, key)).toThrow()
    expect(readFileSync(file).equals(before)).toBe(true)
    rmSync(beforeMigration, { recursive: true })
    chmodSync(file, 0o600)
    expect(renewCipher(file, key)).toBe(true)
    expect(readFileSync(file).equals(before)).toBe(false)
    expect(renewCipher(file, key), 'once').toBe(false)
  })

  it('S1 what an attempt left that the machine’s fall ended is no part of the next one', () => {
    const { folder, key, file } = olderStore(20)
    writeFileSync(`${file}.renewed`, 'half a copy')
    writeFileSync(`${file}.renewed-journal`, readFileSync(file))
    const opened = openStore(options(folder, key))
    if (!opened.ok) throw new Error(opened.refusal.code)
    expect(verifyStore(opened.value.db).findings).toEqual([])
    opened.value.close()
    expect(readdirSync(folder).filter((name) => name.includes('.renewed'))).toEqual([])
  })

  it('S19 the copy of before goes when it is older than a backup may be', () => {
    const { folder, key, file } = olderStore(1)
    expect(renewCipher(file, key)).toBe(true)
    const kept = join(folder, 'before-migration', 'insaf-sqlcipher.db')
    const day = 86_400_000
    dropCopiesOlderThan(folder, new Date(Date.now() - day).toISOString() as Instant)
    expect(existsSync(kept)).toBe(true)
    dropCopiesOlderThan(folder, new Date(Date.now() + day).toISOString() as Instant)
    expect(existsSync(kept)).toBe(false)
  })

  it('R-09 the search of raw bytes opens every page of the present cipher', () => {
    const made = temporaryStore()
    for (let count = 0; count < 30; count += 1) made.append({ private: { name: `سعاد ${count} `.repeat(300) } })
    const pages = plainFilesOf(made.folder, made.key)
    const wal = pages.find(({ name }) => name === 'insaf.db-wal')
    expect(wal?.bytes.includes('سعاد 29 سعاد 29')).toBe(true)
    made.store.close()
    const file = plainFilesOf(made.folder, made.key).find(({ name }) => name === 'insaf.db')
    for (const count of [0, 7, 29]) expect(file?.bytes.includes(`سعاد ${count} سعاد ${count}`)).toBe(true)
    expect(file?.bytes.includes('CREATE TABLE events')).toBe(true)
  })
})
