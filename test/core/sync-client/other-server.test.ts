import { describe, expect, it } from 'vitest'
import { readStream } from '#core/store/read-stream.ts'
import { exchange } from '#core/sync-client/round.ts'
import type { Hello, Wire } from '#core/sync-client/wire.ts'
import { ok } from '#shared/lib/result.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { provePage } from '#shared/sync/prove-page.ts'
import { readFeedPage } from '#shared/sync/feed-page.ts'
import { noLink } from '#shared/sync/link.ts'
import { must } from '#shared/lib/assert.ts'
import { sha256 } from '#core/store/hash.ts'
import { PlainServer, plainFeed } from '#test/support/sync/plain-server.ts'
import { testReplica } from '#test/support/sync/test-replica.ts'

const one = 'case:018f0000-0000-7000-8000-000000000001'
const countEvents = 'SELECT count(*) FROM events'

/** A server with four commits of one case, and a machine that has joined it and has nothing yet. */
async function joined() {
  const server = new PlainServer()
  const a = testReplica(server, { device: 'machine-a', projections: [] })
  for (let n = 0; n < 4; n += 1) a.append({ stream: one, facts: { n } })
  expect(await exchange(a.client, 'all')).toMatchObject({ ok: true })
  const b = testReplica(server, { device: 'machine-b', projections: [], snapshotFrom: 2 })
  const over = (change: Partial<Wire>) => ({ ...b.client, wire: { ...b.client.wire, ...change } })
  return { server, b, over }
}

describe('a server that is another', () => {
  for (const [what, change] of [
    ['id', { id: 'server-2' }],
    ['key', { publicKey: 'ab'.repeat(32) }],
  ] as const)
    it(`SYNC-RECOVER-1 that greets with another ${what} stops the exchange: nothing is sent and nothing taken`, async () => {
      const { b, over } = await joined()
      b.append({ stream: 'case:018f0000-0000-7000-8000-000000000002', facts: { n: 1 } })
      const calls: string[] = []
      const { wire } = b.client
      const greetsAs = over({
        hello: async (input) => {
          const hello = await wire.hello(input)
          return hello.ok ? ok<Hello>({ ...hello.value, server: { ...hello.value.server, ...change } }) : hello
        },
        push: (page) => (calls.push('push'), wire.push(page)),
        pull: (place) => (calls.push('pull'), wire.pull(place)),
      })
      expect(await exchange(greetsAs, 'all')).toMatchObject({ refusal: { code: 'sync-other-server' } })
      expect(calls).toEqual([])
      expect(readStream(b.store.db, one)).toEqual([])
    })

  it('SYNC-PULL-2 SYNC-RECOVER-1 a page that says it is another server’s is no page of this one, whoever signed it', async () => {
    const { server } = await joined()
    const page = must(readFeedPage(server.page({ feed: plainFeed, after: 0 })), 'a page')
    const place = { feed: plainFeed, server: server.id, logEpoch: 1, cursor: 0, hash: noLink }
    const proofs = { hash: sha256, isSignedByServer: () => true, holds: () => true }
    expect(provePage(proofs, place, page)).toMatchObject({ kind: 'proven' })
    expect(provePage(proofs, { ...place, server: 'server-2' }, page)).toEqual({ kind: 'broken', why: 'other-server' })
  })

  it('SYNC-PULL-2 SYNC-RECOVER-1 pages of another server stop the feed, and nothing of them is applied', async () => {
    const { server, b, over } = await joined()
    const { wire } = b.client
    const pull: Wire['pull'] = async (place) => {
      const { id } = server
      server.id = 'server-2'
      const page = await wire.pull(place)
      server.id = id
      return page
    }
    const { snapshotFrom: _, ...plainly } = over({ pull })
    expect(await exchange(plainly, 'all')).toMatchObject({
      refusal: { code: 'sync-feed-broken', params: { why: 'other-server' } },
    })
    expect(b.store.db.value(countEvents)).toBe(0)
  })

  for (const [what, said] of [
    ['feed', { feed: one as FeedName }],
    ['server', { server: 'server-2' }],
  ] as const)
    it(`SYNC-SNAP-1 SYNC-PULL-2 open cases of another ${what} are not taken, though the server’s key signed them`, async () => {
      const { server, b } = await joined()
      server.openStreams = [one]
      server.openCasesSay = said
      expect(await exchange(b.client, 'all')).toMatchObject({
        refusal: { code: 'sync-feed-broken', params: { feed: plainFeed, why: 'content' } },
      })
      expect(b.store.db.value(countEvents)).toBe(0)
    })
})
