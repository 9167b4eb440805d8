import { expect, it } from 'vitest'
import { exchange } from '#core/sync-client/round.ts'
import { must } from '#shared/lib/assert.ts'
import { refuse } from '#shared/lib/result.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { PlainServer, plainFeed } from '#test/support/sync/plain-server.ts'
import { type TestReplica, testReplica } from '#test/support/sync/test-replica.ts'

const one = 'case:018f0000-0000-7000-8000-000000000001'
const strict = one as FeedName

async function settled(...replicas: readonly TestReplica[]) {
  for (const { client } of replicas) expect(await exchange(client, 'all')).toMatchObject({ ok: true })
}
const keptIn = ({ store: { db } }: TestReplica): readonly string[] =>
  db
    .all<{ facts: Uint8Array }>('SELECT facts FROM events WHERE stream = ? AND length(facts) > 0 ORDER BY seq', one)
    .map(({ facts }) => Buffer.from(facts).toString())

it('SYNC-RECOVER-2 S12 a word that was heard before the server was restored once more, and not carried out, is no word', async () => {
  const server = new PlainServer()
  const [a, b] = ['machine-a', 'machine-b'].map((device) => testReplica(server, { device, projections: [] })) as [
    TestReplica,
    TestReplica,
  ]
  a.append({ stream: one, facts: { n: 1 }, private: { text: 'words' } })
  await settled(a)
  server.showFirstAgain(strict)
  must(server.feeds.get(strict)?.[0], 'shown')
  server.feeds.set(plainFeed, [])
  await settled(b)
  const restore = () => {
    server.logEpoch += 1
    server.feeds.delete(strict)
    server.outcomes.clear()
    server.decided = []
  }
  restore()
  await settled(b, b)
  expect(keptIn(b)).toEqual(['{"n":1}'])
  // The word is heard; the line breaks behind the greeting.
  server.decided = [one]
  const { pull } = b.client.wire
  b.client.wire.pull = () => Promise.resolve(refuse('sync-unreachable', { detail: 'cut' }))
  expect((await exchange(b.client, 'all')).ok).toBe(false)
  b.client.wire.pull = pull
  restore()
  await settled(b)
  await settled(b)
  expect([server.offered.length, keptIn(b)]).toEqual([2, ['{"n":1}']])
})
