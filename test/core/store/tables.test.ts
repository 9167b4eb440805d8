import { readdirSync, rmSync, truncateSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Projection } from '#core/store/projection.ts'
import { buildTables, nextTablesFile } from '#core/store/tables.ts'
import { temporaryStore } from '#test/support/temporary-store.ts'

const counts = (version: number): Projection => ({
  name: 'counts',
  version,
  create: [
    'CREATE TABLE counts (type TEXT PRIMARY KEY, n INTEGER NOT NULL)',
    'CREATE VIRTUAL TABLE words USING fts5 (text)',
  ],
  apply: (db, recorded) => {
    for (const { type, facts } of recorded) {
      db.run('INSERT INTO counts VALUES (?, ?) ON CONFLICT (type) DO UPDATE SET n = n + excluded.n', type, version)
      db.run('INSERT INTO words VALUES (?)', String(facts['text']))
    }
  },
})

const tableNames = (folder: string) => readdirSync(folder).filter((name) => /^tables-\d+\.db$/.test(name))

function filled(events = 5) {
  const made = temporaryStore({ projections: [counts(1)] })
  for (let count = 0; count < events; count += 1) made.append({}, {})
  const count = () => made.store.db.value<number>('SELECT n FROM counts')
  return { made, count }
}

describe('tables of projections', () => {
  it('are written with the commit and found again after opening', () => {
    const { made, count } = filled()
    expect(count()).toBe(10)
    made.reopen()
    expect(count()).toBe(10)
    const reader = made.store.openReader()
    expect(reader.value('SELECT count(*) FROM words WHERE words MATCH ?', 'حفرة')).toBe(10)
    reader.close()
  })

  it('roll back with the commit', () => {
    const { made, count } = filled()
    const { db } = made.store
    const failing = () => {
      db.run('UPDATE counts SET n = 0')
      throw new Error('no')
    }
    expect(() => db.transaction(failing)).toThrow('no')
    expect(count()).toBe(10)
  })

  it('a new version is built anew at opening, and the old file goes', () => {
    const { made, count } = filled()
    made.reopen({ projections: [counts(2)] })
    expect(count()).toBe(20)
    expect(tableNames(made.folder)).toEqual(['tables-2.db'])
  })

  it.each([
    ['missing', (file: string) => rmSync(file)],
    ['cut short', (file: string) => truncateSync(file, 5000)],
  ])('a tables file that is %s stops nobody', (_, damage) => {
    const { made, count } = filled()
    made.store.close()
    damage(join(made.folder, 'tables-1.db'))
    made.reopen()
    expect(count()).toBe(10)
  })

  it('a long log opens at once; the tables are built beside it, brought up to date and exchanged', () => {
    const { made, count } = filled()
    const projections = [counts(2)]
    const store = made.reopen({ projections, buildAtOnce: 3 })
    expect([store.tablesReady, count()]).toEqual([false, undefined])
    made.append({})
    const log = store.openReader()
    const file = nextTablesFile(made.folder)
    expect(buildTables(log, store, { file })).toBe(true)
    log.close()
    made.append({})
    store.adoptTables(file)
    expect([store.tablesReady, count()]).toEqual([true, 24])
    made.append({})
    expect(count()).toBe(26)
    expect(tableNames(made.folder)).toHaveLength(1)
    made.reopen({ projections })
    expect(count()).toBe(26)
  })

  it('serve on while the same version is built anew, and cancelling leaves them alone', () => {
    const { made, count } = filled()
    const log = made.store.openReader()
    expect(buildTables(log, made.store, { file: nextTablesFile(made.folder), isCancelled: () => true })).toBe(false)
    log.close()
    made.append({})
    expect(count()).toBe(11)
  })

  it('catch up where the power took their last moments', () => {
    const { made, count } = filled()
    const { db } = made.store
    db.exec('BEGIN; UPDATE counts SET n = n - 2; UPDATE projected SET seq = seq - 2; COMMIT')
    made.reopen()
    expect(count()).toBe(10)
  })
})
