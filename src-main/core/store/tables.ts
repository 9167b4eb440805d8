/**
 * The tables of all projections stand in one file beside the log (`tables-N.db`, joined to every connection as schema
 * `tables`). What that buys:
 * - only the log is synced to disk at each commit; tables may lose their last moments with the power, and catch up;
 * - a new version is built in another file, by a worker, while everything goes on, and joined in its place at once;
 * - a damaged tables file is built anew and never stops anybody; backups need not hold it.
 * Invariant: `projected` in that file names the last event and the last change of order that its rows know. The log
 * commits first, so it is never ahead of the log; where it is behind, `catchUp` brings it up before anyone reads.
 */
import { existsSync, readdirSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { z } from 'zod'
import { assert } from '#shared/lib/assert.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import { attach, detach, openReadable, openWritable, type ReadableDb, type WritableDb } from './driver.ts'
import { applySlice, changedStreams, histories, lastChange, type Slice, sliceOf } from './fold-slice.ts'
import { fingerprintOf, type Projection } from './projection.ts'
import { lastSeq, readAfter } from './read-stream.ts'
import { readSetting, writeSetting } from './settings.ts'

const TablesSetting = z.object({ file: z.string(), fingerprint: z.string() })
type TablesSetting = z.infer<typeof TablesSetting>

const settingKey = 'tables'
const schema = 'tables'

export interface TablesPlace {
  readonly folder: string
  readonly key: Uint8Array
  readonly projections: readonly Projection[]
}

/** Which tables file serves, when there is a whole one that these projections built. */
export function servingTables(db: ReadableDb, { folder, key, projections }: TablesPlace): string | null {
  const setting = readSetting(db, settingKey, TablesSetting)
  if (setting === null || setting.fingerprint !== fingerprintOf(projections)) return null
  const file = join(folder, setting.file)
  const seq = projectedIn(file, key)
  return seq !== null && seq <= lastSeq(db) ? file : null
}

/** Place of the last event that the tables know, when the log ends before it; null otherwise. */
export function knownBehindEnd(db: ReadableDb, { folder, key }: TablesPlace): number | null {
  const setting = readSetting(db, settingKey, TablesSetting)
  const seq = setting === null ? null : projectedIn(join(folder, setting.file), key)
  return seq !== null && seq > lastSeq(db) ? seq : null
}

/** Joins the tables file that the log names, for a connection that only reads. */
export function attachTables(db: ReadableDb, { folder, key }: Pick<TablesPlace, 'folder' | 'key'>): void {
  const setting = readSetting(db, settingKey, TablesSetting)
  if (setting !== null) attach(db, { file: join(folder, setting.file), key, schema })
}

/** A new empty tables file with every projection's tables. Changes of the log so far are none to it. */
export function createTables(log: ReadableDb, file: string, { key, projections }: TablesPlace): void {
  removeDatabase(file)
  const db = openWritable({ file, key, create: true, safety: 'derived' })
  db.exec(
    'CREATE TABLE projected (id INTEGER PRIMARY KEY CHECK (id = 1), seq INTEGER NOT NULL, change INTEGER NOT NULL) STRICT',
  )
  db.run('INSERT INTO projected (id, seq, change) VALUES (1, 0, ?)', lastChange(log))
  for (const { create } of projections) for (const statement of create) db.exec(statement)
  db.close()
}

/** A free name for the next tables file. */
export function nextTablesFile(folder: string): string {
  const used = tablesFiles(folder).map((name) => Number(/\d+/.exec(name)?.[0] ?? 0))
  return join(folder, `tables-${Math.max(0, ...used) + 1}.db`)
}

/** Puts a tables file in the place of the one that serves, and lets the old one go. Outside any transaction. */
export function serveTables(db: WritableDb, place: TablesPlace, file: string): void {
  assert(!db.inTransaction, 'tables are exchanged between two transactions')
  if (isAttached(db)) detach(db, schema)
  attach(db, { file, key: place.key, schema })
  writeSetting(db, settingKey, {
    file: basename(file),
    fingerprint: fingerprintOf(place.projections),
  } satisfies TablesSetting)
  removeOtherTables(place.folder, basename(file))
}

/**
 * Applies events that the log just got, in the same transaction or the next. Tables that are behind (they are being built anew)
 * are left alone: they come to these events in their order.
 */
export function projectEvents(
  db: WritableDb,
  projections: readonly Projection[],
  recorded: readonly RecordedEvent[],
): void {
  const [first, last] = [recorded.at(0), recorded.at(-1)]
  if (first === undefined || last === undefined) return
  const { changes } = db.run('UPDATE projected SET seq = ? WHERE seq = ?', last.seq, first.seq - 1)
  if (changes === 1) applySlice(db, projections, { events: recorded, anew: new Map() })
}

/** From where to where a page moves the tables. */
export interface Moved {
  readonly from: Projected
  readonly to: Projected
}

/**
 * Applies what a page from the server brought, in the same transaction: events it added, streams it changed. Tables that
 * are behind are left alone, as above.
 */
export function projectSlice(
  db: WritableDb,
  projections: readonly Projection[],
  { from, to, slice }: Moved & { readonly slice: () => Slice },
): void {
  if (from.seq === to.seq && from.change === to.change) return
  const { changes } = db.run(
    'UPDATE projected SET seq = ?, change = ? WHERE seq = ? AND change = ?',
    to.seq,
    to.change,
    from.seq,
    from.change,
  )
  if (changes === 1) applySlice(db, projections, slice())
}

/** The last event and the last change of order that tables know. */
export interface Projected {
  readonly seq: number
  readonly change: number
}

/** Where the log stands: what tables that are not behind know. */
export const logPlace = (log: ReadableDb): Projected => ({ seq: lastSeq(log), change: lastChange(log) })

/** Place of the last event that the joined tables know. */
export function projectedSeq(db: ReadableDb): number {
  return db.value<number>('SELECT seq FROM projected') ?? 0
}

export interface BuildControl {
  progress?(done: number, total: number): void
  isCancelled?(): boolean
}

/**
 * Applies what the log has and the tables do not, `slice` events a transaction: first events, then streams whose order
 * changed. In: the log, the tables (the same handle, or a file of their own). Out: whether it came to the end (false when
 * cancelled).
 */
export function catchUp(
  log: ReadableDb,
  tables: WritableDb,
  work: { projections: readonly Projection[]; slice?: number } & BuildControl,
): boolean {
  const total = lastSeq(log)
  for (let done = projectedSeq(tables); done < total;) {
    if (work.isCancelled?.() === true) return false
    const events = readAfter(log, done, work.slice ?? 200)
    const last = events.at(-1)
    if (last === undefined) break
    const slice = sliceOf(log, done, events)
    tables.transaction(() => {
      tables.run('UPDATE projected SET seq = ?', last.seq)
      applySlice(tables, work.projections, slice)
    })
    done = last.seq
    work.progress?.(done, total)
  }
  return catchUpChanges(log, tables, work)
}

const changesAtOnce = 50

function catchUpChanges(
  log: ReadableDb,
  tables: WritableDb,
  work: { projections: readonly Projection[] } & BuildControl,
): boolean {
  for (;;) {
    if (work.isCancelled?.() === true) return false
    const change = tables.value<number>('SELECT change FROM projected') ?? 0
    const { streams, last } = changedStreams(log, change, changesAtOnce)
    if (last === change) return true
    const anew = histories(log, streams, projectedSeq(tables))
    tables.transaction(() => {
      tables.run('UPDATE projected SET change = ?', last)
      applySlice(tables, work.projections, { events: [], anew })
    })
  }
}

/** Builds a whole tables file from the log, in a file of its own: a worker's task. Out: false when cancelled. */
export function buildTables(log: ReadableDb, place: TablesPlace, work: { file: string } & BuildControl): boolean {
  createTables(log, work.file, place)
  const tables = openWritable({ file: work.file, key: place.key, safety: 'derived' })
  try {
    return catchUp(log, tables, { ...work, projections: place.projections, slice: 2000 })
  } finally {
    tables.close()
  }
}

export function removeDatabase(file: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(file + suffix, { force: true })
}

/** Null when the file is missing, damaged, or not finished. */
function projectedIn(file: string, key: Uint8Array): number | null {
  if (!existsSync(file)) return null
  try {
    const db = openReadable({ file, key })
    try {
      return projectedSeq(db)
    } finally {
      db.close()
    }
  } catch {
    return null
  }
}

function isAttached(db: ReadableDb): boolean {
  return db.all<{ name: string }>('PRAGMA database_list').some(({ name }) => name === schema)
}

function tablesFiles(folder: string): string[] {
  return readdirSync(folder).filter((name) => /^tables-\d+\.db$/.test(name))
}

export const hasTables = (folder: string): boolean => tablesFiles(folder).length > 0

/** Every tables file beside a log that is taken away. */
export function removeTables(folder: string): void {
  for (const name of tablesFiles(folder)) removeDatabase(join(folder, name))
}

function removeOtherTables(folder: string, current: string): void {
  for (const name of tablesFiles(folder)) {
    if (name === current) continue
    try {
      removeDatabase(join(folder, name))
    } catch {
      // Windows keeps a file that a worker still reads; the next exchange removes it.
    }
  }
}
