import { expect, it } from 'vitest'
import { readStream } from '#core/store/read-stream.ts'
import { changeMembership } from '#core/sync-client/membership.ts'
import { exchange } from '#core/sync-client/round.ts'
import { wouldHide } from '#core/sync-client/would-hide.ts'
import { PlainServer, plainFeed } from '#test/support/sync/plain-server.ts'
import { testReplica } from '#test/support/sync/test-replica.ts'

const casesFrom = (first: number): readonly string[] =>
  Array.from({ length: 12 }, (_, n) => `case:018f0000-0000-7000-8000-0000000001${first + n}`)
const [withdrawn, lost] = [casesFrom(10), casesFrom(30)]

/**
 * A server that came back from its backup lacks twelve cases of another machine, and a commit of this one's, which sends
 * it again in the same exchange; meanwhile it withdraws twelve others. Each twelve alone would need nobody's word.
 */
async function restoredWhile() {
  const server = new PlainServer()
  const machine = testReplica(server, { device: 'machine-a', projections: [] })
  const other = testReplica(server, { device: 'machine-b', projections: [] })
  const settle = async (of: typeof machine) => expect(await exchange(of.client, 'all')).toMatchObject({ ok: true })
  for (const stream of withdrawn) other.append({ stream, facts: { n: 1 } })
  await settle(other)
  for (const stream of lost) other.append({ stream, facts: { n: 1 } })
  const own = machine.append({ stream: 'case:018f0000-0000-7000-8000-000000000099', facts: { n: 1 } })
  machine.append({ stream: 'case:018f0000-0000-7000-8000-000000000099', facts: { n: 2 } })
  await settle(other)
  await settle(machine)
  server.logEpoch += 1
  server.feeds.get(plainFeed)?.splice(withdrawn.length)
  server.seen.clear()
  server.positions.clear()
  server.outcomes.delete(own)
  const { wire } = machine.client
  const retry: typeof wire.retry = (commit) => {
    if (commit === own)
      for (const stream of withdrawn)
        server.append(plainFeed, { kind: 'withdrawn', stream, at: '2026-01-04T07:00:00.000Z' }, [])
    return wire.retry(commit)
  }
  const { db } = machine.store
  const held = (streams: readonly string[]): number => streams.filter((each) => readStream(db, each).length > 0).length
  return { db, held, go: () => exchange({ ...machine.client, wire: { ...wire, retry } }, 'all') }
}

it('SYNC-MERGE-7 what a recovery hid counts with what the same exchange hides behind it (S18)', async () => {
  const { held, go } = await restoredWhile()
  expect(await go()).toMatchObject({ refusal: { code: 'sync-would-hide', params: { count: 24 } } })
  expect([held(lost), held(withdrawn)]).toEqual([0, 12])
})

it('SYNC-MERGE-7 a person’s word holds to the end of the exchange, and no longer (S18)', async () => {
  const { db, held, go } = await restoredWhile()
  db.transaction(() => changeMembership(db, { mayHide: true }))
  expect(await go()).toMatchObject({ ok: true })
  expect([held(lost), held(withdrawn)]).toEqual([0, 0])
  expect(db.value<string>("SELECT value FROM settings WHERE key = 'sync-membership'")).toContain('"mayHide":false')
})

it('SYNC-MERGE-7 a case of which a recovery leaves only what was not sent yet is hidden by it, for its beginning is not there any more (S18); seed 549', async () => {
  const server = new PlainServer()
  const machine = testReplica(server, { device: 'machine-a', projections: [] })
  const other = testReplica(server, { device: 'machine-b', projections: [] })
  const cases = [...withdrawn, ...lost]
  for (const stream of cases) other.append({ stream, type: 'received', facts: { n: 1 } })
  for (const { client } of [other, machine]) await exchange(client, 'all')
  for (const stream of cases) machine.append({ stream, type: 'moved_to_unit', facts: { n: 2 } })
  server.logEpoch += 1
  server.feeds.get(plainFeed)?.splice(0)
  server.seen.clear()
  server.positions.clear()
  expect(await exchange(machine.client, 'all')).toMatchObject({
    refusal: { code: 'sync-would-hide', params: { count: 24, of: 24 } },
  })
})

it('SYNC-MERGE-7 twenty cases are asked about where they are more than 5 % of an office’s, nineteen never, and twenty of four hundred not (S18)', () => {
  const machine = testReplica(new PlainServer(), { device: 'machine-a', projections: [] })
  const cases = Array.from({ length: 400 }, (_, n) => `case:018f0000-0000-7000-8000-${String(n).padStart(12, '0')}`)
  const hold = (from: number, to: number) =>
    machine.append(...cases.slice(from, to).map((stream) => ({ stream, facts: { n: 1 } })))
  const asked = (count: number, before = 0) =>
    wouldHide(machine.store.db, cases.slice(0, count), { cases: before, isAllowed: false })
  const refused = (count: number, of: number) => ({ refusal: { code: 'sync-would-hide', params: { count, of } } })
  hold(0, 100)
  expect(asked(19)).toBeNull()
  expect(asked(20)).toMatchObject(refused(20, 100))
  hold(100, 399)
  expect(asked(20)).toMatchObject(refused(20, 399))
  hold(399, 400)
  expect(asked(20)).toBeNull()
  expect(asked(21)).toMatchObject(refused(21, 400))
  // With what the same exchange hid before, of as many as there were then.
  expect(asked(1, 19)).toBeNull()
  expect(asked(1, 20)).toBeNull()
  expect(asked(2, 19)).toMatchObject(refused(21, 419))
})
