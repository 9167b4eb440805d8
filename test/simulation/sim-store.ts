import { randomBytes } from 'node:crypto'
import { allProjections } from '#core/projections/all-projections.ts'
import { attach, imageOf, openInMemory } from '#core/store/driver.ts'
import type { WritableDb } from '#core/store/driver.ts'
import { lastChange } from '#core/store/fold-slice.ts'
import { allMigrations } from '#core/store/migrations/all-migrations.ts'
import { migrate } from '#core/store/open-store.ts'
import type { Store } from '#core/store/open-store.ts'
import { catchUp } from '#core/store/tables.ts'
import { olderProjections } from './older-program.ts'

/*
 * The real schema, projections and SQL in memory. A crash loses the open transaction and nothing else, as the real file
 * does; what the disk does below that is tested on real files.
 */
export interface SimStore extends Store {
  /** So many writes succeed, the next one and all after it throw: the machine dies in the middle of it. */
  crashAfter(writes: number): void
  isDead(): boolean
  /** The lock of its folder, as a process has it while it lives. Out: whether nobody had it. */
  hold(): boolean
  letGo(): void
  /** Power is back: the tables catch up, as at every opening. */
  revive(): void
  /** The log as a backup would hold it now: for a restore, or for a twin. */
  copy(): Uint8Array
}

/** The machine or the server died in the middle of something. */
export class Crash extends Error {
  override readonly name = 'Crash'
}

const key = randomBytes(32)
let template: Uint8Array | null = null

function emptyImage(): Uint8Array {
  const db = openInMemory()
  migrate(db, allMigrations, 0)
  const image = imageOf(db)
  db.close()
  return image
}

const intoTables = (statement: string): string =>
  statement.replace(/^\s*CREATE (UNIQUE INDEX|INDEX|VIRTUAL TABLE|TABLE) /, 'CREATE $1 tables.')

/** Tables are no part of a copy: they are built from its log. */
function joinTables(db: WritableDb, projections: SimStore['projections']): void {
  attach(db, { file: ':memory:', key, schema: 'tables' })
  db.exec(
    'CREATE TABLE tables.projected (id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL, change INTEGER NOT NULL) STRICT',
  )
  db.run('INSERT INTO projected (id, seq, change) VALUES (1, 0, ?)', lastChange(db))
  for (const { create } of projections) for (const statement of create) db.exec(intoTables(statement))
  catchUp(db, db, { projections })
}

/** In: the copy of another store, without one an empty store; what alters its handle; whether an older program opens it. */
export function openSimStore(
  copyOf?: Uint8Array,
  alter: (db: WritableDb) => WritableDb = (db) => db,
  isOlder = false,
): SimStore {
  const projections = isOlder ? olderProjections : allProjections
  const bare = openInMemory(copyOf ?? (template ??= emptyImage()))
  joinTables(bare, projections)
  const raw = alter(bare)
  let [left, dead]: [number | null, boolean] = [null, false]
  let isHeld = false
  const db: WritableDb = {
    ...raw,
    run: (sql, ...params) => {
      if (left !== null && (left -= 1) < 0) [left, dead] = [null, true]
      if (dead) throw new Crash('power lost')
      return raw.run(sql, ...params)
    },
    // Memory is as durable as it gets: without the two pragmas that a file needs around it.
    transactionSoon: (work) => raw.transaction(work),
    // At once, so that the story alone says when: a crash between the two leaves a log that is ahead of its tables.
    owe: (...works) => db.transaction(() => works.forEach((work) => work())),
    get inTransaction() {
      return raw.inTransaction
    },
  }
  return {
    folder: '/nowhere',
    key,
    projections,
    db,
    tablesReady: true,
    onTablesLost: () => {},
    stoppedUncleanly: false,
    openReader: () => db,
    adoptTables: () => {},
    close: () => bare.close(),
    crashAfter: (writes) => void (left = writes),
    isDead: () => dead,
    hold: () => {
      const wasHeld = isHeld
      isHeld = true
      return !wasHeld
    },
    letGo: () => void (isHeld = false),
    revive: () => {
      dead = false
      catchUp(db, db, { projections })
    },
    copy: () => imageOf(bare),
  }
}
