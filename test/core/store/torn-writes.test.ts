import { randomBytes } from 'node:crypto'
import { cpSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { openStore } from '#core/store/open-store.ts'
import { storeFile } from '#core/store/store-file.ts'
import { verifyStore } from '#core/store/verify.ts'
import { silentLog } from '#core/system-ports.ts'
import { effort } from '#test/support/effort.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { temporaryStore } from '#test/support/temporary-store.ts'

/*
 * What a loss of power leaves of the real files: what was synced before is whole; of the last write any part may have come
 * to the disk, in any order, and the rest may be old or garbage (S1).
 */

const page = 4096
const frame = page + 24
const walHeader = 32

const secret = { text: 'سعاد '.repeat(1500) }
const wal = (folder: string): string => `${storeFile(folder)}-wal`

const asItStands = (folder: string): string => {
  const copy = join(temporaryFolder(), 'office')
  cpSync(folder, copy, { recursive: true, filter: (source) => !/lock\.db|-shm$/.test(source) })
  return copy
}

/** A store with saved commits, one more on its way: the log's end before and after it, and the folder before it. */
function lastCommit() {
  const made = temporaryStore()
  for (let count = 0; count < 20; count += 1) made.append({ private: { name: `سعاد ${count}` } })
  const saved = made.store.db.value<number>('SELECT count(*) FROM events') ?? 0
  const before = readFileSync(wal(made.folder))
  const folder = asItStands(made.folder)
  made.append({ private: secret }, { private: secret }, { private: secret })
  return { made, saved, before, folder, after: readFileSync(wal(made.folder)) }
}

/** The folder as it is found when power is back: tables as before the commit, since they follow the log, and other bytes for the log. */
function found(folder: string, files: { readonly wal: Uint8Array; readonly db?: Uint8Array }): string {
  const copy = asItStands(folder)
  writeFileSync(wal(copy), files.wal)
  if (files.db !== undefined) writeFileSync(storeFile(copy), files.db)
  return copy
}

/** Opens what was found. Out: how many events it holds; it verifies. */
function eventsIn(folder: string, key: Uint8Array): number {
  const opened = openStore({ folder, key, projections: [], log: silentLog })
  if (!opened.ok) throw new Error(`${opened.refusal.code} ${JSON.stringify(opened.refusal.params)}`)
  const { db, stoppedUncleanly, close } = opened.value
  expect(stoppedUncleanly).toBe(true)
  const { events, findings } = verifyStore(db)
  expect(findings).toEqual([])
  close()
  return events
}

describe('power lost while a commit is written', () => {
  it('S1 however far the last commit came, all that were saved are there, and it is whole or not at all', () => {
    const { made, saved, before, folder, after } = lastCommit()
    expect((after.length - walHeader) % frame).toBe(0)
    expect(after.length - before.length).toBeGreaterThan(5 * frame)
    const step = frame / (effort === 1 ? 2 : 4)
    for (let cut = before.length; cut < after.length; cut += step) {
      const end = Math.floor(cut)
      const garbage = Buffer.concat([after.subarray(0, end), randomBytes(after.length - end)])
      const old = Buffer.concat([after.subarray(0, end), Buffer.alloc(after.length - end)])
      for (const left of [after.subarray(0, end), garbage, old])
        expect(eventsIn(found(folder, { wal: left }), made.key), `cut at ${end}`).toBe(saved)
    }
    expect(eventsIn(found(folder, { wal: after }), made.key)).toBe(saved + 3)
  })

  it('S1 where later pages of it came to the disk before earlier ones, it is not there', () => {
    const { made, saved, before, folder, after } = lastCommit()
    for (let at = before.length; at < after.length; at += frame) {
      const holed = Buffer.from(after)
      holed.fill(0, at, at + frame)
      expect(eventsIn(found(folder, { wal: holed }), made.key), `hole at ${at}`).toBe(saved)
    }
  })
})

describe('power lost while the log is moved into its file', () => {
  it('S1 pages that were half moved are taken from the log again', () => {
    const { made, saved, folder, after } = lastCommit()
    const old = readFileSync(storeFile(made.folder))
    made.store.db.exec('PRAGMA wal_checkpoint(PASSIVE)')
    const moved = readFileSync(storeFile(made.folder))
    expect(moved.length).toBeGreaterThan(old.length)
    for (let at = 0; at < moved.length; at += page) {
      // Everything before is moved, this page by half, what is behind as it was.
      const db = Buffer.concat([
        moved.subarray(0, at + page / 2),
        at + page / 2 < old.length ? old.subarray(at + page / 2) : Buffer.alloc(0),
      ])
      expect(eventsIn(found(folder, { wal: after, db }), made.key), `torn at page ${at / page}`).toBe(saved + 3)
    }
  })
})
