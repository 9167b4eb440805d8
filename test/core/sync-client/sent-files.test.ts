import { expect, it } from 'vitest'
import { noteDone, offerAgain } from '#core/store/blob-queue.ts'
import { noteAsked, sentAndDue } from '#core/store/sent-files.ts'
import { exchange } from '#core/sync-client/round.ts'
import { PlainServer } from '#test/support/sync/plain-server.ts'
import { testReplica } from '#test/support/sync/test-replica.ts'

const [one, two] = ['case:018f0000-0000-7000-8000-000000000001', 'case:018f0000-0000-7000-8000-000000000002'] as const
const address = 'a'.repeat(64)

it('SYNC-RECOVER-2 S16 a file that went over is asked of again until a put-back to before its arrival would be known by the feeds; seed 269', async () => {
  const server = new PlainServer()
  const { client, append, store } = testReplica(server, { device: 'machine-a', projections: [] })
  const other = testReplica(server, { device: 'machine-b', projections: [] })
  const { db } = store
  const write = async (replica: typeof other, stream: string) => {
    replica.append({ stream, facts: { n: 1 } })
    expect(await exchange(replica.client, 'all')).toMatchObject({ ok: true })
  }
  /** Whether a greeting has the server asked; it has it. */
  const isAsked = async () => {
    expect(await exchange(client, 'all')).toMatchObject({ ok: true })
    const isDue = sentAndDue(db).includes(address)
    db.transaction(() => noteAsked(db, address))
    return isDue
  }
  append({ stream: one, facts: { n: 1 } })
  expect(await exchange(client, 'all')).toMatchObject({ ok: true })
  const insert =
    "INSERT INTO blob_queue (address, stream, place, direction, size, state) VALUES (?, ?, 1, 'up', 9, 'waiting')"
  db.transaction(() => db.run(insert, address, one))
  // Logged before its arrival, heard behind it: that tells nothing.
  await write(other, two)
  noteDone(db, address, true)
  expect([await isAsked(), await isAsked(), await isAsked()]).toEqual([true, true, true])
  await write(other, two)
  // What was logged behind it comes with this exchange, so the next one knows.
  expect([await isAsked(), await isAsked(), await isAsked()]).toEqual([true, false, false])
  noteDone(db, address, true)
  expect(await isAsked()).toBe(true)
})

it('R-09 SYNC-MERGE-6 nothing of a case that is leaving is offered again: it would stay for its file each time; seed 62', () => {
  const { store } = testReplica(new PlainServer(), { device: 'machine-a', projections: [] })
  const { db } = store
  const stateOf = () => db.value<string>('SELECT state FROM blob_queue WHERE address = ?', address)
  db.transaction(() => {
    db.run(
      "INSERT INTO blob_queue (address, stream, place, direction, size, state) VALUES (?, ?, 1, 'up', 9, 'done')",
      address,
      one,
    )
    db.run("INSERT INTO withdrawals (stream, at) VALUES (?, '2026-01-04T07:00:00.000Z')", one)
    offerAgain(db, address)
  })
  expect(stateOf()).toBe('done')
  db.transaction(() => {
    db.run('DELETE FROM withdrawals')
    offerAgain(db, address)
  })
  expect(stateOf()).toBe('waiting')
})
