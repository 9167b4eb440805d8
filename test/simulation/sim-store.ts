import { randomBytes } from 'node:crypto'
import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { allProjections } from '#core/projections/all-projections.ts'
import { openWritable, vacuumInto, type WritableDb } from '#core/store/driver.ts'
import { allMigrations } from '#core/store/migrations/all-migrations.ts'
import type { Store } from '#core/store/open-store.ts'

/*
 * The real store's SQL, migrations, triggers and tables of all projections, in one file on a disk of memory where there
 * is one. A crash loses the open transaction and nothing else, as the real file does; what the disk does below that is
 * tested on real files.
 */
export interface SimStore extends Store {
  /** So many writes succeed, the next one throws: the machine dies in the middle of it. Null: none does. */
  crashAfter(writes: number | null): void
  /** A copy of the file as it is now: for a restore, or for a twin. */
  copy(): string
}

/** The machine or the server died in the middle of something. */
export class Crash extends Error {
  override readonly name = 'Crash'
}

const key = randomBytes(32)
const memoryDisk = '/dev/shm'
const folder = mkdtempSync(join(existsSync(memoryDisk) ? memoryDisk : tmpdir(), 'insaf-sim-'))
process.once('exit', () => rmSync(folder, { recursive: true, force: true }))
let files = 0
let template: string | null = null

const nextFile = (): string => join(folder, `${(files += 1)}.db`)

/** In: the copy of another store; without one, an empty store. */
export function openSimStore(copyOf?: string): SimStore {
  const file = nextFile()
  copyFileSync(copyOf ?? (template ??= makeTemplate()), file)
  const raw = openWritable({ file, key, safety: 'derived' })
  let left: number | null = null
  const db: WritableDb = {
    ...raw,
    run: (sql, ...params) => {
      if (left !== null && (left -= 1) < 0) {
        left = null
        throw new Crash('power lost')
      }
      return raw.run(sql, ...params)
    },
    get inTransaction() {
      return raw.inTransaction
    },
  }
  return {
    folder: '/nowhere',
    key,
    projections: allProjections,
    db,
    tablesReady: true,
    stoppedUncleanly: false,
    openReader: () => raw,
    adoptTables: () => {},
    close: () => {
      raw.close()
      for (const suffix of ['', '-wal', '-shm']) rmSync(file + suffix, { force: true })
    },
    crashAfter: (writes) => void (left = writes),
    copy: () => copyOfFile(raw),
  }
}

function copyOfFile(raw: WritableDb): string {
  const file = nextFile()
  vacuumInto(raw, file)
  raw.exec('PRAGMA query_only = OFF')
  return file
}

function makeTemplate(): string {
  const file = nextFile()
  const db = openWritable({ file, key, create: true, safety: 'derived' })
  for (const migration of allMigrations) db.transaction(() => migration.up(db))
  db.exec(
    'CREATE TABLE projected (id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL, change INTEGER NOT NULL) STRICT',
  )
  db.exec('INSERT INTO projected (id, seq, change) VALUES (1, 0, 0)')
  for (const { create } of allProjections) for (const statement of create) db.exec(statement)
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  db.close()
  return file
}
