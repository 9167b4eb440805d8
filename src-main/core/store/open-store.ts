/**
 * The way into a data folder, in this order and each step refusing on its own: lock, header, key (a store of an earlier
 * cipher is enciphered anew here, beside its copy), schema version,
 * (after an unclean stop) the whole file, the last commit's link and signature. Only then is anything written.
 */
import { closeSync, existsSync, mkdirSync, openSync, readSync, statSync } from 'node:fs'
import { ok, refuse, type Result } from '#shared/lib/result.ts'
import type { Log } from '#core/ports.ts'
import { checkLastCommit } from './check-last-commit.ts'
import { headerOf, renewCipher } from './cipher.ts'
import { type DriverOptions, openReadable, openWritable, type ReadableDb, type WritableDb } from './driver.ts'
import { keepCopyOf } from './kept-copies.ts'
import { noteLogEnd, noteLostTail } from './log-end.ts'
import { lockFolder, type FolderLock } from './lock.ts'
import { allMigrations } from './migrations/all-migrations.ts'
import type { Migration } from './migrations/migration.ts'
import { wasEverJoined } from './ever-joined.ts'
import { fingerprintOf, type Projection } from './projection.ts'
import { lastSeq } from './read-stream.ts'
import { storeFile } from './store-file.ts'
import { storeFault } from './store-fault.ts'
import {
  attachTables,
  catchUp,
  createTables,
  hasTables,
  knownBehindEnd,
  nextTablesFile,
  projectedSeq,
  removeDatabase,
  removeTables,
  serveTables,
  servingTables,
} from './tables.ts'

export interface OpenOptions {
  readonly folder: string
  readonly key: Uint8Array
  /** Makes a new store; refuses `store-exists`. Without it a missing one is refused. */
  readonly create?: boolean
  readonly projections: readonly Projection[]
  readonly log: Log
  /** Where other processes may speak to this one. */
  readonly socketPath?: string | null
  readonly migrations?: readonly Migration[]
  /** Up to this many events the tables are built at once while opening; above, `tablesReady` is false. */
  readonly buildAtOnce?: number
}

/** How the tables stand; the handle that owes them tells when they are lost. */
interface TablesState {
  ready: boolean
  onLost: () => void
}

type Opening = OpenOptions & { readonly tables: TablesState }

export interface Store {
  readonly folder: string
  readonly key: Uint8Array
  readonly projections: readonly Projection[]
  readonly db: WritableDb
  /** False while the tables must be built anew: `rebuildTables` of `core/workers` does it while the log goes on. */
  readonly tablesReady: boolean
  /** Called when a commit could not be brought into the tables, which then wait to be built anew; the log has it. */
  onTablesLost(listener: () => void): void
  readonly stoppedUncleanly: boolean
  /** Another connection for reading, tables joined. */
  openReader(): ReadableDb
  /** Puts a tables file that a worker built in place, brings it up to date, and marks the tables ready. */
  adoptTables(file: string): void
  close(): void
}

/** Refuses: folder-in-use, store-missing, store-exists, store-newer, wrong-key, store-damaged, disk-full. */
export function openStore(given: OpenOptions): Result<Store> {
  const options: Opening = { ...given, tables: { ready: false, onLost: () => {} } }
  const file = storeFile(options.folder)
  if (options.create === true && existsSync(file)) return refuse('store-exists', { folder: options.folder })
  if (options.create !== true && !existsSync(file)) return refuse('store-missing', { folder: options.folder })
  if (options.create === true) mkdirSync(options.folder, { recursive: true, mode: 0o700 })
  const locked = lockFolder(options.folder, { pid: process.pid, socketPath: options.socketPath ?? null })
  if (!locked.ok) return locked
  try {
    const opened =
      options.create === true ? ok(createLog(options, file)) : openLog(options, file, locked.value.stoppedUncleanly)
    if (opened.ok) return ok(joinTables(options, opened.value, locked.value))
    leave(locked.value)
    return opened
  } catch (error) {
    leave(locked.value)
    const refusal = storeFault(error, file)
    if (refusal !== null) return { ok: false, refusal }
    throw error
  }
}

/** A refusal changed nothing: what was a clean stop stays one. */
function leave(lock: FolderLock): void {
  if (lock.stoppedUncleanly) lock.release()
  else lock.releaseClean()
}

function createLog(options: Opening, file: string): WritableDb {
  const db = openWritable({ file, key: options.key, create: true, ...told(options) })
  migrate(db, options.migrations ?? allMigrations, 0)
  return db
}

function openLog(options: Opening, file: string, stoppedUncleanly: boolean): Result<WritableDb> {
  const migrations = options.migrations ?? allMigrations
  const known = migrations.at(-1)?.version ?? 0
  if (isNeverBegun(options.folder, file)) {
    removeDatabase(file)
    return refuse('store-missing', { folder: options.folder })
  }
  const checked = checkFile(options, file)
  if (!checked.ok) return checked
  const found = checked.value.version
  if (found > known) return refuse('store-newer', { found, known })
  const detail =
    (stoppedUncleanly ? quickCheck(checked.value.db) : null) ??
    (found === known ? checkLastCommit(checked.value.db) : null)
  checked.value.db.close()
  if (detail !== null) return refuse('store-damaged', { file, detail })
  const db = openWritable({ file, key: options.key, ...told(options) })
  if (found < known) {
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    keepCopyOf(file, `insaf-schema-${found}.db`)
    migrate(db, migrations, found)
    options.log.info('store migrated', { from: found, to: known })
  }
  // The log of an older program is read by this one's columns; its copy stands beside it.
  const wrong = found > 0 && found < known ? checkLastCommit(db) : null
  if (wrong === null) return ok(db)
  db.close()
  return refuse('store-damaged', { file, detail: wrong })
}

/** Cut off before its first page was on disk. Tables or a log beside it tell of a store that held more, and was cut short. */
function isNeverBegun(folder: string, file: string): boolean {
  const log = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0
  return statSync(file).size < firstPage && log === 0 && !hasTables(folder)
}

const firstPage = 4096

/** Header and key, through a connection that cannot write; a store of an earlier cipher is enciphered anew before. */
function checkFile(options: OpenOptions, file: string): Result<{ db: ReadableDb; version: number }> {
  const { size } = statSync(file)
  if (size < firstPage) return refuse('store-damaged', { file, detail: 'the file is cut short' })
  const start = readStart(file)
  if (start.every((byte) => byte === 0))
    return refuse('store-damaged', { file, detail: 'the start of the file is empty' })
  if (!start.equals(headerOf(options.key))) return refuse('wrong-key', { file })
  if (renewCipher(file, options.key)) options.log.info('store enciphered anew', { file })
  const db = openReadable({ file, key: options.key })
  const version = db.value<number>('PRAGMA user_version') ?? 0
  return ok({ db, version })
}

function readStart(file: string): Buffer {
  const handle = openSync(file, 'r')
  try {
    const start = Buffer.alloc(16)
    readSync(handle, start, 0, 16, 0)
    return start
  } finally {
    closeSync(handle)
  }
}

/** Reads the whole file once. Out: the first thing that is wrong, or null. */
export function quickCheck(db: ReadableDb): string | null {
  const found = db.value<string>('PRAGMA main.quick_check(1)') ?? 'no answer'
  return found === 'ok' ? null : found
}

/** Brings the log's schema from a version up to the last one given, or changes nothing. */
export function migrate(db: WritableDb, migrations: readonly Migration[], from: number): void {
  db.transaction(() => {
    for (const migration of migrations.filter(({ version }) => version > from)) {
      migration.up(db)
      db.exec(`PRAGMA user_version = ${migration.version}`)
    }
  })
}

function joinTables(options: Opening, db: WritableDb, lock: FolderLock): Store {
  const place = { folder: options.folder, key: options.key, projections: options.projections }
  const { tables } = options
  let isClosed = false
  noteWhatTablesKnow(options, db)
  const behind = (): number => lastSeq(db) - projectedSeq(db)
  const serving = servingTables(db, place)
  const file = serving ?? nextTablesFile(options.folder)
  if (serving === null) createTables(db, file, place)
  serveTables(db, place, file)
  if (behind() <= (options.buildAtOnce ?? 5000)) tables.ready = catchUp(db, db, place)
  else
    options.log.info('tables must be built anew', { fingerprint: fingerprintOf(options.projections), behind: behind() })
  return {
    ...place,
    db,
    stoppedUncleanly: lock.stoppedUncleanly,
    get tablesReady() {
      return tables.ready
    },
    onTablesLost: (listener) => void (tables.onLost = listener),
    openReader: () => {
      db.settle()
      return openReader(options)
    },
    adoptTables: (built) => {
      serveTables(db, place, built)
      tables.ready = catchUp(db, db, place)
    },
    close: () => {
      if (!isClosed) closeStore(db, lock)
      isClosed = true
    },
  }
}

/**
 * The log is on disk before its tables: where they know more, its end was taken away. What came from a server may be lost
 * with the power and comes again, so there it says nothing.
 */
function noteWhatTablesKnow(options: Opening, db: WritableDb): void {
  const known = wasEverJoined(db) ? null : knownBehindEnd(db, options)
  if (known === null) return
  options.log.error('the log lost its end', { known, last: lastSeq(db) })
  noteLostTail(db, known)
}

/** A connection for reading in another thread, tables joined. */
export function openReader({ folder, key }: Pick<OpenOptions, 'folder' | 'key'>): ReadableDb {
  const db = openReadable({ file: storeFile(folder), key })
  attachTables(db, { folder, key })
  return db
}

function closeStore(db: WritableDb, lock: FolderLock): void {
  noteLogEnd(db)
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  db.close()
  lock.releaseClean()
}

/**
 * Takes a half-made store away again: a set-up or a joining that did not come to its end. The log goes last: tables without
 * one are what a half-copied folder is known by.
 */
export function removeStore(folder: string): void {
  removeTables(folder)
  removeDatabase(storeFile(folder))
}

/** What the writer's handle tells of itself. */
function told({ log, tables }: Opening): Pick<DriverOptions, 'onSlow' | 'onLost'> {
  return {
    onSlow: slowLog(log),
    onLost: (error) => {
      log.error('a commit did not reach the tables, which must be built anew', { error: String(error) })
      tables.ready = false
      tables.onLost()
    },
  }
}

function slowLog(log: Log): (sql: string, ms: number) => void {
  return (sql, ms) => log.warn('slow query', { sql: sql.replace(/\s+/g, ' ').slice(0, 200), ms: Math.round(ms) })
}
