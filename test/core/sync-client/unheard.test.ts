import { expect, it } from 'vitest'
import { countByStanding } from '#core/store/own-commits.ts'
import { judgeAgain, withdrawHeld } from '#core/sync-client/held-commits.ts'
import { exchange } from '#core/sync-client/round.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import type { Outcome } from '#shared/sync/outcome.ts'
import { PlainServer } from '#test/support/sync/plain-server.ts'
import { testReplica } from '#test/support/sync/test-replica.ts'

/* What an answer alone has said is not known by any place of a chain or feed: a server that is put back to before it looks the same. */

const one = 'case:018f0000-0000-7000-8000-000000000001'
const reason = { code: 'sync-ground-lacking', params: { stream: one, event: '' } }
const held: Outcome = { kind: 'held', reason }

/** A machine with a held commit, and what it asks of it. */
async function withHeld() {
  const server = new PlainServer()
  const { client, append, store } = testReplica(server, { device: 'machine-a', projections: [] })
  server.judge = () => held
  const commit = append({ stream: one, facts: { n: 1 } })
  const settled = async () => expect(await exchange(client, 'all')).toMatchObject({ ok: true })
  await settled()
  const asked: string[] = []
  const { retry, withdraw } = client.wire
  client.wire.retry = (id) => (asked.push('retry'), retry(id))
  client.wire.withdraw = (back) => (asked.push('withdraw'), withdraw(back))
  const heard = (outcome: Outcome): void => {
    const header = { kind: 'outcome', commit, outcome, at: '2026-01-04T07:00:00.000Z' } as const
    server.append('device:machine-a' as FeedName, header, [])
  }
  return { server, client, commit, settled, asked, heard, standing: () => countByStanding(store.db) }
}

it('SYNC-RECOVER-2 S2 what was taken back, and no feed has said so yet, is taken back again by every exchange until one does; seed 814', async () => {
  const { server, client, commit, settled, asked, heard, standing } = await withHeld()
  const taken = await withdrawHeld(client, commit, 'خطأ')
  // Put back by its own means to the moment before: no chain and no feed ends elsewhere.
  server.outcomes.set(commit, held)
  await settled()
  expect(server.outcomes.get(commit)).toEqual(taken.ok ? taken.value : null)
  expect([standing().refused, asked]).toEqual([1, ['withdraw', 'withdraw']])
  if (taken.ok) heard(taken.value)
  await settled()
  await settled()
  expect(asked).toEqual(['withdraw', 'withdraw', 'withdraw'])
})

it('SYNC-RECOVER-2 S2 so is what a person had judged again, and a server that does not know it is asked no more', async () => {
  const { server, client, commit, settled, asked, standing } = await withHeld()
  server.outcomes.set(commit, { kind: 'conflict', facts: [] })
  await judgeAgain(client, commit)
  expect(standing()).toMatchObject({ conflict: 1 })
  server.outcomes.set(commit, held)
  await settled()
  expect([standing().held, asked]).toEqual([1, ['retry', 'retry']])
  server.outcomes.delete(commit)
  await settled()
  await settled()
  expect(asked).toEqual(['retry', 'retry', 'retry'])
})

it('SYNC-RECOVER-2 SYNC-RECOVER-7 S2 so is what a restored server judged when it was asked for it; seed 1144', async () => {
  const { server, commit, settled, asked, standing } = await withHeld()
  // Restored: asked for all that no feed shows, it takes what it held before.
  server.logEpoch += 1
  server.outcomes.set(commit, { kind: 'conflict', facts: [] })
  await settled()
  expect(standing()).toMatchObject({ conflict: 1 })
  // Put back by its own means to the moment before.
  server.outcomes.set(commit, held)
  const before = asked.length
  await settled()
  expect([standing().held, asked.length]).toEqual([1, before + 1])
})
