import { expect, it } from 'vitest'
import { hurryBlobs, nextBlob, nextDue, noteFailed } from '#core/store/blob-queue.ts'
import { temporaryStore } from '#test/support/temporary-store.ts'

const bounds = { fileBytes: 1000, totalBytes: 1000 }

/* Seed 432 of the stories with files: a restored server lacked the event that names the file, and its machine went on asking. */
it('SYNC-BLOB-3 SYNC-RECOVER-2 a file whose event stands aside is not asked for until the event is taken back', () => {
  const made = temporaryStore()
  const { db } = made.store
  made.append({})
  const seq = db.value<number>('SELECT max(seq) FROM events') ?? 0
  const setAside = (aside: number) =>
    db.transaction(() => db.run('UPDATE events SET aside = ? WHERE seq = ?', aside, seq))
  db.transaction(() =>
    db.run(
      "INSERT INTO blob_queue (address, stream, place, direction, size, state) VALUES (?, 'case:1', ?, 'down', 5, 'waiting')",
      'ab'.repeat(32),
      seq,
    ),
  )
  setAside(1)
  expect([nextBlob(db, 1, bounds), nextDue(db, bounds)]).toEqual([null, null])
  setAside(0)
  expect(nextBlob(db, 1, bounds)).toMatchObject({ address: 'ab'.repeat(32), direction: 'down' })
  expect(nextDue(db, bounds)).toBe(0)
})

/* Seed 1052: a department returned the referral that named the file, and its machine went on asking for it. */
it('SYNC-BLOB-3 a file that the server does not give is not asked for again until a person presses the button', () => {
  const { db } = temporaryStore().store
  const address = 'cd'.repeat(32)
  db.transaction(() =>
    db.run(
      "INSERT INTO blob_queue (address, stream, place, direction, size, state) VALUES (?, 'case:1', 1, 'down', 5, 'waiting')",
      address,
    ),
  )
  const failed = (code: string) => noteFailed(db, address, { notBefore: 0, reason: { code, params: {} } })
  failed('sync-unreachable')
  expect(nextBlob(db, 1, bounds)).toMatchObject({ address })
  failed('sync-blob-not-named')
  expect([nextBlob(db, 1, bounds), nextDue(db, bounds)]).toEqual([null, null])
  hurryBlobs(db)
  expect(nextBlob(db, 1, bounds)).toMatchObject({ address })
})
