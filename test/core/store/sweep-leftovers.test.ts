import { describe, expect, it } from 'vitest'
import { openWritable } from '#core/store/driver.ts'
import { hasLeftovers, markLeftovers } from '#core/store/leftovers.ts'
import { storeFile } from '#core/store/store-file.ts'
import { sweepLeftovers } from '#core/store/sweep-leftovers.ts'
import type { Sweeping } from '#core/store/sweep-leftovers.ts'
import { temporaryStore } from '#test/support/temporary-store.ts'

/** Counts how many backups are renewed, and how many at once. */
function countedSweep(renewed: () => boolean = () => true) {
  const count = { renewals: 0, atOnce: 0, most: 0 }
  const effects: Sweeping = {
    noteForgotten: () => {},
    removeFiles: () => Promise.resolve(),
    sweepIndex: () => Promise.resolve(),
    renewBackups: async () => {
      count.renewals += 1
      count.atOnce += 1
      count.most = Math.max(count.most, count.atOnce)
      await new Promise((resolve) => setTimeout(resolve, 20))
      count.atOnce -= 1
      return renewed()
    },
  }
  return { count, effects }
}

describe('sweeping what was withdrawn or forgotten', () => {
  it('SYNC-MERGE-6 S19 two who ask for it at once share one sweep', async () => {
    const { db } = temporaryStore().store
    const { count, effects } = countedSweep()
    db.transaction(() => markLeftovers(db))
    await Promise.all([sweepLeftovers(db, effects), sweepLeftovers(db, effects)])
    expect(count).toMatchObject({ renewals: 1, most: 1 })
    expect(hasLeftovers(db)).toBe(false)
  })

  it('SYNC-MERGE-6 S19 what is marked during a sweep is swept by another after it', async () => {
    const { db } = temporaryStore().store
    let isMarked = false
    const { count, effects } = countedSweep(() => {
      if (!isMarked) db.transaction(() => markLeftovers(db))
      return (isMarked = true)
    })
    db.transaction(() => markLeftovers(db))
    await sweepLeftovers(db, effects)
    expect(count).toMatchObject({ renewals: 2, most: 1 })
    expect(hasLeftovers(db)).toBe(false)
  })

  it('SYNC-MERGE-6 S19 what could not be swept stays marked, and is swept at the next turn', async () => {
    const { db } = temporaryStore().store
    db.transaction(() => markLeftovers(db))
    expect(await sweepLeftovers(db, countedSweep(() => false).effects)).toBe(false)
    expect(hasLeftovers(db)).toBe(true)
    expect(await sweepLeftovers(db, countedSweep().effects)).toBe(true)
    expect(hasLeftovers(db)).toBe(false)
  })

  it('SYNC-MERGE-6 S19 while a reader holds a log it stays marked', async () => {
    const { store, folder, key, append } = temporaryStore()
    append({}, {})
    store.db.transaction(() => markLeftovers(store.db))
    const reader = openWritable({ file: storeFile(folder), key })
    reader.exec('BEGIN')
    reader.value('SELECT count(*) FROM events')
    append({}, {})
    await sweepLeftovers(store.db, countedSweep().effects)
    expect(hasLeftovers(store.db)).toBe(true)
    reader.exec('COMMIT')
    reader.close()
    await sweepLeftovers(store.db, countedSweep().effects)
    expect(hasLeftovers(store.db)).toBe(false)
  })
})
