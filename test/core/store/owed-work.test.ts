import { cpSync } from 'node:fs'
import { join } from 'node:path'
import { setImmediate as turn } from 'node:timers/promises'
import { describe, expect, it, onTestFinished } from 'vitest'
import { appendCommit } from '#core/store/append-commit.ts'
import { attempt } from '#core/store/attempt.ts'
import { buildTables, nextTablesFile, projectEvents, projectedSeq } from '#core/store/tables.ts'
import type { Projection } from '#core/store/projection.ts'
import { lastSeq } from '#core/store/read-stream.ts'
import { openReader, openStore } from '#core/store/open-store.ts'
import { silentLog, systemIds } from '#core/system-ports.ts'
import { ok } from '#shared/lib/result.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { newEvent, temporaryStore } from '#test/support/temporary-store.ts'

const notes: Projection = {
  name: 'notes',
  version: 1,
  create: ['CREATE TABLE notes (seq INTEGER PRIMARY KEY, filler BLOB NOT NULL) STRICT'],
  apply: (db, recorded) => {
    for (const { seq } of recorded) db.run('INSERT INTO notes VALUES (?, zeroblob(100000))', seq)
  },
}

/** A store whose commits owe their tables, as the services write them. */
function owingStore() {
  const made = temporaryStore({ projections: [notes] })
  const { db, projections } = made.store
  const commit = () => {
    const recorded = db.transaction(() =>
      appendCommit(db, made.chain, { commit: systemIds.uuid(), events: [newEvent({})] }),
    )
    db.owe(() => projectEvents(db, projections, recorded))
  }
  /** What another connection finds on disk, without asking the writer. */
  const onDisk = () => {
    const reader = openReader(made.store)
    const found = { log: lastSeq(reader), tables: projectedSeq(reader) }
    reader.close()
    return found
  }
  const count = () => db.value<number>('SELECT count(*) FROM notes')
  return { made, db, commit, onDisk, count }
}

describe('S1: what follows a commit is owed, not waited for', () => {
  it('the commit is on disk before its tables, and whoever asks the writer finds both', () => {
    const { commit, onDisk, count } = owingStore()
    commit()
    expect(onDisk()).toEqual({ log: 1, tables: 0 })
    expect(count()).toBe(1)
    expect(onDisk()).toEqual({ log: 1, tables: 1 })
  })

  it('is done by itself at the end of the turn, and before the next commit', async () => {
    const { commit, onDisk } = owingStore()
    commit()
    commit()
    expect(onDisk()).toEqual({ log: 2, tables: 1 })
    await turn()
    expect(onDisk()).toEqual({ log: 2, tables: 2 })
  })

  it('is done before another connection of the store is opened', () => {
    const { made, commit } = owingStore()
    commit()
    const reader = made.store.openReader()
    onTestFinished(() => reader.close())
    expect(projectedSeq(reader)).toBe(1)
  })

  it('is caught up at the next opening when the process ends in between', () => {
    const { made, commit } = owingStore()
    commit()
    const copy = join(temporaryFolder(), 'office')
    cpSync(made.folder, copy, { recursive: true, filter: (source) => !/lock\.db|-shm$/.test(source) })
    const opened = openStore({ folder: copy, key: made.key, projections: [notes], log: silentLog })
    if (!opened.ok) throw new Error(opened.refusal.code)
    onTestFinished(opened.value.close)
    expect(opened.value.db.value('SELECT count(*) FROM notes')).toBe(1)
  })

  it('any other failure stops nobody: the log has the commit, and the tables are told to be built anew', () => {
    const { made, db, commit, onDisk, count } = owingStore()
    let lost = 0
    made.store.onTablesLost(() => (lost += 1))
    commit()
    expect(count()).toBe(1)
    db.run("INSERT INTO notes VALUES (2, x'')")
    commit()
    expect(lastSeq(db)).toBe(2)
    expect([made.store.tablesReady, lost]).toEqual([false, 1])
    db.run('DELETE FROM notes WHERE seq = 2')
    const file = nextTablesFile(made.folder)
    const log = made.store.openReader()
    expect(buildTables(log, made.store, { file })).toBe(true)
    log.close()
    made.store.adoptTables(file)
    expect([made.store.tablesReady, count()]).toEqual([true, 2])
    expect(onDisk()).toEqual({ log: 2, tables: 2 })
  })

  it('on a full disk: nothing is written before it, what is there can be read, and it is done when there is room', () => {
    const { db, commit, count, onDisk } = owingStore()
    commit()
    expect(count()).toBe(1)
    db.get('PRAGMA tables.max_page_count = 1')
    commit()
    expect(count()).toBe(1)
    expect(attempt(db, () => ok(null))).toMatchObject({ refusal: { code: 'disk-full' } })
    expect(() => db.run('DELETE FROM notes')).toThrow('full')
    expect(onDisk()).toEqual({ log: 2, tables: 1 })
    db.get('PRAGMA tables.max_page_count = 10000')
    expect(count()).toBe(2)
  })
})
