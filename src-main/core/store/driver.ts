/**
 * With `cipher.ts` the only file that knows which SQLite is underneath. Invariants:
 * - every file is encrypted (`cipher.ts`; a raw 256-bit key: no key derivation at each opening);
 * - the file's first 16 bytes are derived from the key, so a wrong key is told from a damaged file without writing;
 * - a write transaction is synchronous, takes the write lock at once and is on disk when it returns;
 * - reading and writing handles are different types.
 */
import Database from 'better-sqlite3'
import { assert } from '#shared/lib/assert.ts'
import { rawKey, unlock } from './cipher.ts'
import { owing } from './owed-work.ts'

export type SqlValue = string | number | bigint | Uint8Array | null
export type SqlParam = SqlValue | Readonly<Record<string, SqlValue>>

export interface ReadableDb {
  readonly file: string
  get<Row>(sql: string, ...params: readonly SqlParam[]): Row | undefined
  all<Row>(sql: string, ...params: readonly SqlParam[]): Row[]
  /** The first column of the first row; undefined without a row. */
  value<Value>(sql: string, ...params: readonly SqlParam[]): Value | undefined
  /** Rows one by one; nothing may be written through the same handle meanwhile. */
  each<Row>(sql: string, ...params: readonly SqlParam[]): IterableIterator<Row>
  /** Several reads that see one state. */
  snapshot<T>(work: () => T): T
  close(): void
}

export interface WritableDb extends ReadableDb {
  run(sql: string, ...params: readonly SqlParam[]): { readonly changes: number; readonly lastId: number }
  /** A script of statements without parameters: schema and pragmas. */
  exec(script: string): void
  /** The whole command in one transaction; a throw rolls back. Synchronous, not nested. */
  transaction<T>(work: () => T): T
  /**
   * The same for what can be had again (a page of a server): on disk with the next transaction that is durable, or when
   * the system writes it. Order is kept, so a later durable commit brings this one with it.
   */
  transactionSoon<T>(work: () => T): T
  readonly inTransaction: boolean
  /** Works for another transaction right after the last one, done before this handle is next used (`owed-work.ts`). */
  owe(...works: readonly (() => void)[]): void
  /** Does what is owed now: before another connection reads. */
  settle(): void
  /** The same handle for who reads nothing that is owed, and waits for none of it: of the log its events, whole. */
  readonly ahead: ReadableDb
}

export interface DriverOptions {
  readonly file: string
  readonly key: Uint8Array
  readonly create?: boolean
  /** `derived`: may lose its last commits with the power, never its consistency. Default `durable`. */
  readonly safety?: 'durable' | 'derived' | 'scratch'
  readonly onSlow?: ((sql: string, ms: number) => void) | undefined
  /** Work that was owed could not be done (`owed-work.ts`). Without it, it throws where it was noticed. */
  readonly onLost?: ((error: unknown) => void) | undefined
}

const slowMs = 20
const pageSize = 4096
const raws = new WeakMap<ReadableDb, Database.Database>()

/** Opens for writing, creating the file when asked to. Throws the driver's errors: `open-store.ts` names them. */
export function openWritable(options: DriverOptions): WritableDb {
  const raw = new Database(options.file, { fileMustExist: options.create !== true })
  try {
    unlock(raw, options.key)
    raw.pragma(`page_size = ${pageSize}`)
    const safety = options.safety ?? 'durable'
    raw.pragma(safety === 'scratch' ? 'journal_mode = OFF' : 'journal_mode = WAL')
    raw.pragma(`synchronous = ${{ durable: 'FULL', derived: 'NORMAL', scratch: 'OFF' }[safety]}`)
    tune(raw)
    raw.pragma('secure_delete = ON')
    raw.pragma('foreign_keys = ON')
  } catch (error) {
    raw.close()
    throw error
  }
  return writableOf(raw, options)
}

/** Opens for reading only: workers' own connections. */
export function openReadable(options: Omit<DriverOptions, 'create' | 'safety'>): ReadableDb {
  const raw = new Database(options.file, { readonly: true, fileMustExist: true })
  try {
    unlock(raw, options.key)
    tune(raw)
    raw.pragma('query_only = ON')
  } catch (error) {
    raw.close()
    throw error
  }
  return readableOf(raw, options)
}

/** A store that lives in memory only and is gone with its handle: empty, or from the image of another. For simulations. */
export function openInMemory(image?: Uint8Array): WritableDb {
  const raw = new Database(image === undefined ? ':memory:' : Buffer.from(image))
  raw.pragma('foreign_keys = ON')
  return writableOf(raw, { file: ':memory:', key: new Uint8Array(32) })
}

/** What a file of this store's log would hold now; files joined to it are not part of it. */
export const imageOf = (db: ReadableDb): Uint8Array => rawOf(db).serialize()

/** Joins another file of the same key under a schema name. In WAL the first file's commit is on disk before the other's. */
export function attach(db: ReadableDb, attached: { file: string; key: Uint8Array; schema: string }): void {
  const raw = rawOf(db)
  raw.prepare(`ATTACH ? AS ${attached.schema} KEY ?`).run(attached.file, rawKey(attached.key))
  if (!raw.readonly) {
    raw.pragma(`${attached.schema}.journal_mode = WAL`)
    raw.pragma(`${attached.schema}.synchronous = NORMAL`)
    raw.pragma(`${attached.schema}.secure_delete = ON`)
  }
  raw.pragma(`${attached.schema}.cache_size = -65536`)
}

export function detach(db: ReadableDb, schema: string): void {
  rawOf(db).exec(`DETACH ${schema}`)
}

/** An encrypted copy with the same key, through a connection that only reads: the writer goes on meanwhile. */
export function vacuumInto(db: ReadableDb, file: string): void {
  const raw = rawOf(db)
  raw.pragma('query_only = OFF')
  raw.prepare('VACUUM main INTO ?').run(file)
  raw.pragma('query_only = ON')
}

/**
 * Holds a file until this process ends, however it ends. Null when another holds it.
 * Never open that file by other means: closing any handle of it would give the lock back.
 */
export function holdExclusively(file: string): { release(): void } | null {
  const raw = new Database(file, { timeout: 0 })
  try {
    raw.pragma('journal_mode = MEMORY')
    raw.exec('BEGIN EXCLUSIVE')
    return { release: () => raw.close() }
  } catch (error) {
    raw.close()
    if (sqliteCode(error)?.startsWith('SQLITE_BUSY')) return null
    throw error
  }
}

/** The driver's code (`SQLITE_FULL`, …) of an error, or null. */
export function sqliteCode(error: unknown): string | null {
  return error instanceof Database.SqliteError ? error.code : null
}

function rawOf(db: ReadableDb): Database.Database {
  const raw = raws.get(db)
  assert(raw !== undefined, 'a handle comes from this driver')
  return raw
}

function tune(raw: Database.Database): void {
  raw.pragma('cache_size = -65536')
  raw.pragma('temp_store = MEMORY')
  raw.pragma('busy_timeout = 5000')
}

function readableOf(raw: Database.Database, options: DriverOptions): ReadableDb {
  const statement = statementsOf(raw)
  const timed = timer(options.onSlow)
  const db: ReadableDb = {
    file: options.file,
    get: <Row>(sql: string, ...params: readonly SqlParam[]) =>
      timed(sql, () => statement(sql).get(...params) as Row | undefined),
    all: <Row>(sql: string, ...params: readonly SqlParam[]) => timed(sql, () => statement(sql).all(...params) as Row[]),
    value: <Value>(sql: string, ...params: readonly SqlParam[]) =>
      timed(sql, () => firstColumn(statement(sql).get(...params)) as Value | undefined),
    // A fresh statement: a cached one could be asked for again while it is being walked.
    each: <Row>(sql: string, ...params: readonly SqlParam[]) =>
      raw.prepare(sql).iterate(...params) as IterableIterator<Row>,
    snapshot: (work) => raw.transaction(work).deferred(),
    close: () => raw.close(),
  }
  raws.set(db, raw)
  return db
}

function writableOf(raw: Database.Database, options: DriverOptions): WritableDb {
  const statement = statementsOf(raw)
  const timed = timer(options.onSlow)
  const plain = {
    ...readableOf(raw, options),
    run: (sql: string, ...params: readonly SqlParam[]) =>
      timed(sql, () => {
        const { changes, lastInsertRowid } = statement(sql).run(...params)
        return { changes, lastId: Number(lastInsertRowid) }
      }),
    exec: (script: string) => void raw.exec(script),
    transaction: <T>(work: () => T) => transact({ raw, statement }, work),
    transactionSoon: <T>(work: () => T) => {
      raw.pragma('main.synchronous = NORMAL')
      try {
        return transact({ raw, statement }, work)
      } finally {
        raw.pragma('main.synchronous = FULL')
      }
    },
    get inTransaction() {
      return raw.inTransaction
    },
  }
  const isFull = (error: unknown): boolean => sqliteCode(error) === 'SQLITE_FULL'
  const rethrow = (error: unknown): never => {
    throw error
  }
  const db = owing(plain, { isOpen: () => raw.open, isFull, onLost: options.onLost ?? rethrow })
  raws.set(db, raw)
  return db
}

interface Handle {
  readonly raw: Database.Database
  readonly statement: (sql: string) => Database.Statement<unknown[]>
}

function transact<T>({ raw, statement }: Handle, work: () => T): T {
  assert(!raw.inTransaction, 'a write transaction holds the whole command and is not nested')
  statement('BEGIN IMMEDIATE').run()
  try {
    const result = work()
    assert(!(result instanceof Promise), 'a write transaction is synchronous')
    statement('COMMIT').run()
    return result
  } catch (error) {
    // A full disk has rolled it back already.
    if (raw.inTransaction) statement('ROLLBACK').run()
    throw error
  }
}

function statementsOf(raw: Database.Database): (sql: string) => Database.Statement<unknown[]> {
  const prepared = new Map<string, Database.Statement<unknown[]>>()
  return (sql) => {
    let statement = prepared.get(sql)
    if (statement === undefined) {
      statement = raw.prepare<unknown[]>(sql)
      prepared.set(sql, statement)
    }
    return statement
  }
}

function timer(onSlow: DriverOptions['onSlow']): <T>(sql: string, work: () => T) => T {
  if (onSlow === undefined) return (_, work) => work()
  return (sql, work) => {
    const start = performance.now()
    const result = work()
    const ms = performance.now() - start
    if (ms >= slowMs) onSlow(sql, ms)
    return result
  }
}

function firstColumn(row: unknown): unknown {
  return row === undefined ? undefined : Object.values(row as object)[0]
}
