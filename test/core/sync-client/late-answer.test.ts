import { expect, it } from 'vitest'
import { findAnyCommit } from '#core/store/own-commits.ts'
import { readStream } from '#core/store/read-stream.ts'
import { judgeAgain } from '#core/sync-client/held-commits.ts'
import { pullFeed } from '#core/sync-client/pull-feeds.ts'
import { exchange } from '#core/sync-client/round.ts'
import { ok } from '#shared/lib/result.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import type { Outcome } from '#shared/sync/outcome.ts'
import { PlainServer, plainFeed } from '#test/support/sync/plain-server.ts'
import { testReplica } from '#test/support/sync/test-replica.ts'

const stream = 'case:018f0000-0000-7000-8000-000000000001'
const fenced: Outcome = { kind: 'held', reason: { code: 'sync-fenced', params: {} } }

it('S2 SYNC-PUSH-4 an answer that a feed has overtaken changes nothing of what the feed told (seed 1457)', async () => {
  const machine = testReplica(new PlainServer(), { device: 'machine-a', projections: [] })
  await exchange(machine.client, 'all')
  const commit = machine.append({ stream, facts: { n: 1 } })
  const { wire } = machine.client
  const push: typeof wire.push = async (page) => {
    await wire.push(page)
    await pullFeed(machine.client, plainFeed)
    return ok({ outcomes: [{ commit, outcome: fenced }], rights: '' })
  }
  await exchange({ ...machine.client, wire: { ...wire, push } }, 'push')
  const { db } = machine.store
  expect(findAnyCommit(db, commit)).toMatchObject({ standing: 'accepted', outcome: { kind: 'accepted' } })
  expect(readStream(db, stream)).toMatchObject([{ verdict: 'accepted', facts: { n: 1 } }])
})

it('S2 SYNC-APPEND-11 an answer to “judge again” that a feed has overtaken changes nothing either', async () => {
  const server = new PlainServer()
  const feed = 'device:machine-a' as FeedName
  server.feeds.set(feed, [])
  server.judge = () => fenced
  const machine = testReplica(server, { device: 'machine-a', projections: [] })
  const commit = machine.append({ stream, facts: { n: 1 } })
  await exchange(machine.client, 'all')
  const { wire } = machine.client
  const retry: typeof wire.retry = async () => {
    const outcome: Outcome = { kind: 'conflict', facts: ['subject'] }
    server.append(feed, { kind: 'outcome', commit, outcome, at: '2026-01-04T07:00:00.000Z' }, [])
    await exchange(machine.client, 'all')
    return ok({ commit, outcome: fenced })
  }
  await judgeAgain({ ...machine.client, wire: { ...wire, retry } }, commit)
  expect(findAnyCommit(machine.store.db, commit)).toMatchObject({ standing: 'conflict' })
})
