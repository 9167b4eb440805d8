import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { findBlob, noteFiles } from '#core/store/blob-queue.ts'
import { readHolder } from '#core/store/lock.ts'
import { allMigrations } from '#core/store/migrations/all-migrations.ts'
import { openReadable, openWritable } from '#core/store/driver.ts'
import { migrate, openStore } from '#core/store/open-store.ts'
import { storeFile } from '#core/store/store-file.ts'
import { readAll } from '#core/store/read-stream.ts'
import { verifyStore } from '#core/store/verify.ts'
import { silentLog } from '#core/system-ports.ts'
import { endWithMe } from '#test/support/end-with-me.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { temporaryStore } from '#test/support/temporary-store.ts'

const options = (folder: string, key: Uint8Array) => ({ folder, key, projections: [], log: silentLog })

function filled(events = 50) {
  const made = temporaryStore()
  for (let count = 0; count < events; count += 1) made.append({ private: { name: 'سعاد '.repeat(40) } })
  return made
}

/** A process that holds the folder until it is killed. */
async function holdInProcess(folder: string, key: Uint8Array): Promise<() => Promise<void>> {
  const script = `
    import { openWritable } from '#core/store/driver.ts'
import { migrate, openStore } from '#core/store/open-store.ts'
    const log = { info() {}, warn() {}, error() {} }
    const key = Buffer.from(${JSON.stringify(Buffer.from(key).toString('hex'))}, 'hex')
    const opened = openStore({ folder: ${JSON.stringify(folder)}, key, projections: [], log, socketPath: '/tmp/insaf.sock' })
    console.log(JSON.stringify(opened.ok))
    setInterval(() => {}, 1000)`
  const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  endWithMe(child)
  await new Promise((resolve) => child.stdout.once('data', resolve))
  return async () => {
    const ended = new Promise((resolve) => child.once('exit', resolve))
    child.kill('SIGKILL')
    await ended
  }
}

describe('opening a store', () => {
  it('bad input: nothing of an event can be read from the files', () => {
    const made = filled(3)
    made.reopen()
    for (const name of readdirSync(made.folder).filter((found) => found !== 'lock.db')) {
      const bytes = readFileSync(join(made.folder, name))
      for (const plain of ['سعاد', 'note_added', 'SQLite format 3'])
        expect(bytes.includes(plain), `${plain} in ${name}`).toBe(false)
    }
  })

  it('searches stay quick: each connection keeps 64 MB of pages in memory, of the log and of the tables', () => {
    const { store, folder, key } = filled(1)
    const schemas = store.db.all<{ name: string }>('PRAGMA database_list').map(({ name }) => name)
    for (const name of schemas.filter((each) => each !== 'temp'))
      expect(store.db.value(`PRAGMA ${name}.cache_size`), name).toBe(-65_536)
    const reading = openReadable({ file: storeFile(folder), key })
    expect(reading.value('PRAGMA cache_size')).toBe(-65_536)
    reading.close()
  })

  it('bad input: a wrong key is told from a damaged file', () => {
    const made = filled(1)
    made.store.close()
    expect(openStore(options(made.folder, randomBytes(32)))).toMatchObject({
      ok: false,
      refusal: { code: 'wrong-key' },
    })
    expect(openStore(options(made.folder, made.key)).ok).toBe(true)
  })

  it.each([
    ['cut to nothing', (file: string) => truncateSync(file, 0)],
    ['cut inside the first page', (file: string) => truncateSync(file, 1000)],
    ['cut in the middle', (file: string) => truncateSync(file, 4096 * 8)],
    ['cut inside a page', (file: string) => truncateSync(file, 4096 * 8 + 100)],
    ['emptied at its start', (file: string) => overwrite(file, 0, 4096)],
    ['altered in its first page', (file: string) => overwrite(file, 200, 16)],
  ])('bad input: a file %s is refused as damaged and left as it is', (_, damage) => {
    const made = filled()
    made.store.close()
    const file = storeFile(made.folder)
    damage(file)
    const before = readFileSync(file)
    const result = openStore(options(made.folder, made.key))
    expect(result).toMatchObject({ ok: false, refusal: { code: 'store-damaged' } })
    expect(readFileSync(file).equals(before)).toBe(true)
  })

  it('bad input: after an unclean stop damage in the middle is found before anything is written', () => {
    const made = filled()
    made.store.close()
    const file = storeFile(made.folder)
    overwrite(file, 4096 * 7 + 500, 16)
    writeFileSync(join(made.folder, 'running.json'), '')
    expect(openStore(options(made.folder, made.key))).toMatchObject({ ok: false, refusal: { code: 'store-damaged' } })
  })

  it('S15 a last commit whose link was altered is refused as damaged', () => {
    const made = filled(2)
    made.store.db.exec('DROP TRIGGER events_keep_their_bytes; UPDATE events SET link = zeroblob(32) WHERE seq = 2')
    made.store.close()
    expect(openStore(options(made.folder, made.key))).toMatchObject({
      refusal: { code: 'store-damaged', params: { detail: 'the chain is broken at event 2' } },
    })
  })

  it('refuses a missing store, and to make one where one is', () => {
    const made = filled(1)
    made.store.close()
    const key = made.key
    expect(openStore(options(temporaryFolder(), key))).toMatchObject({ refusal: { code: 'store-missing' } })
    expect(openStore({ ...options(made.folder, key), create: true })).toMatchObject({
      refusal: { code: 'store-exists' },
    })
  })

  it('SYNC-ENROL-3 S1 a store without its first page is none, and is taken away; beside tables or a log it was cut short', () => {
    for (const beside of ['tables-1.db', 'insaf.db-wal']) {
      const made = filled(1)
      made.store.close()
      for (const name of readdirSync(made.folder).filter((each) => /^(?:tables-|insaf\.db-)/.test(each)))
        rmSync(join(made.folder, name))
      truncateSync(storeFile(made.folder), 100)
      writeFileSync(join(made.folder, beside), 'more')
      expect(openStore(options(made.folder, made.key))).toMatchObject({ refusal: { code: 'store-damaged' } })
      rmSync(join(made.folder, beside))
      expect(openStore(options(made.folder, made.key))).toMatchObject({ refusal: { code: 'store-missing' } })
      expect(existsSync(storeFile(made.folder))).toBe(false)
    }
  })

  it('one process holds a folder; SIGKILL gives it free and is noticed as an unclean stop', async () => {
    const made = filled(2)
    made.store.close()
    const kill = await holdInProcess(made.folder, made.key)
    const refused = openStore(options(made.folder, made.key))
    expect(refused).toMatchObject({ refusal: { code: 'folder-in-use', params: { pid: readHolder(made.folder)?.pid } } })
    expect(readHolder(made.folder)?.socketPath).toBe('/tmp/insaf.sock')
    await kill()
    const opened = openStore(options(made.folder, made.key))
    if (!opened.ok) throw new Error(opened.refusal.code)
    expect(opened.value.stoppedUncleanly).toBe(true)
    opened.value.close()
    expect(readHolder(made.folder)).toBeNull()
  })

  it('S1 what was committed is there after the process was killed before any checkpoint', () => {
    const made = filled(5)
    const copy = temporaryFolder()
    cpSync(made.folder, copy, { recursive: true })
    const opened = openStore(options(copy, made.key))
    if (!opened.ok) throw new Error(opened.refusal.code)
    let count = 0
    readAll(opened.value.db, 1, () => void (count += 1))
    opened.value.close()
    expect(count).toBe(5)
  })

  it('migrations: a newer file is refused, an older one is copied first and then brought up', () => {
    const made = filled(2)
    const next = {
      version: 9,
      reason: 'test',
      up: (db: { exec(script: string): void }) => db.exec('CREATE TABLE added (a)'),
    }
    const { db } = made.reopen({ migrations: [...allMigrations, next] })
    expect(db.value('PRAGMA user_version')).toBe(9)
    expect(existsSync(join(made.folder, 'before-migration', 'insaf-schema-8.db'))).toBe(true)
    made.store.close()
    expect(openStore(options(made.folder, made.key))).toMatchObject({
      refusal: { code: 'store-newer', params: { found: 9, known: 8 } },
    })
  })

  it('0001 event log, 0002 exchange with a server: a new store has exactly its tables', () => {
    const { store } = temporaryStore()
    const names = store.db.all<{ name: string }>(
      "SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name",
    )
    const own = ['chains', 'commits', 'events', 'settings']
    const held = ['held_acts', 'held_ends']
    const exchange = [
      'blob_queue',
      'feed_pages',
      'feeds',
      ...held,
      'moved_cases',
      'names_elsewhere',
      'sync_changes',
      'sync_state',
      'withdrawals',
    ]
    expect(names.map(({ name }) => name)).toEqual([...own, ...exchange].toSorted())
  })

  it('0003 files on their way: the queue follows the log from its beginning', () => {
    const made = temporaryStore()
    made.store.close()
    for (const suffix of ['', '-wal', '-shm']) rmSync(storeFile(made.folder) + suffix, { force: true })
    const before = openWritable({ file: storeFile(made.folder), key: made.key, create: true })
    migrate(before, allMigrations.slice(0, 2), 0)
    before.run(
      'INSERT INTO chains (device, epoch, public_key, opened_after) VALUES (?, 1, ?, 0)',
      made.chain.device,
      made.chain.publicKey,
    )
    before.close()
    const { db } = made.reopen()
    expect(db.value('SELECT files_noted FROM sync_state')).toBe(0)
    const file = 'ab'.repeat(32)
    made.append({ type: 'file_added', facts: { file, size: 5 }, private: { name: 'n', key: 'k' } })
    expect([noteFiles(db), noteFiles(db)]).toEqual([true, false])
    expect(findBlob(db, file)).toMatchObject({ direction: 'up', size: 5, upload: null, tries: 0 })
  })

  it('0002 exchange with a server: a log of before goes on as it is, and goes on proving itself', () => {
    const made = temporaryStore()
    made.store.close()
    for (const suffix of ['', '-wal', '-shm']) rmSync(storeFile(made.folder) + suffix, { force: true })
    const before = openWritable({ file: storeFile(made.folder), key: made.key, create: true })
    migrate(before, allMigrations.slice(0, 1), 0)
    before.exec("INSERT INTO settings VALUES ('kept', '1')")
    before.run(
      'INSERT INTO chains (device, epoch, public_key, opened_after) VALUES (?, 1, ?, 0)',
      made.chain.device,
      made.chain.publicKey,
    )
    before.close()
    const { db } = made.reopen()
    expect(db.value('PRAGMA user_version')).toBe(allMigrations.length)
    expect(db.value("SELECT value FROM settings WHERE key = 'kept'")).toBe('1')
    made.append({}, {})
    expect(db.get('SELECT standing, outcome FROM commits')).toEqual({ standing: 'pending', outcome: null })
    expect(verifyStore(db).findings).toEqual([])
  })
})

function overwrite(file: string, offset: number, length: number): void {
  const bytes = readFileSync(file)
  bytes.fill(0, offset, offset + length)
  writeFileSync(file, bytes)
}
