import { describe, expect, it } from 'vitest'
import { readFeeds } from '#core/store/feeds.ts'
import { areOpenCasesHere } from '#core/store/open-cases.ts'
import { readStream } from '#core/store/read-stream.ts'
import { verifyFeeds } from '#core/store/verify-feeds.ts'
import { verifyStore } from '#core/store/verify.ts'
import { exchange } from '#core/sync-client/round.ts'
import { PlainServer, plainFeed } from '#test/support/sync/plain-server.ts'
import { type TestReplica, testReplica } from '#test/support/sync/test-replica.ts'

const streams = Array.from({ length: 6 }, (_, n) => `case:018f0000-0000-7000-8000-00000000000${n}`)

/** A server of 22 commits over six cases, and a machine that has none of them yet. */
async function filledServer() {
  const server = new PlainServer()
  const a = testReplica(server, { device: 'machine-a', projections: [] })
  for (let n = 0; n < 22; n += 1)
    a.append({ stream: streams[n % 6] ?? '', facts: { n }, private: n % 3 === 0 ? { text: `${n}` } : null })
  expect(await exchange(a.client, 'all')).toMatchObject({ ok: true })
  const fresh = testReplica(server, { device: 'machine-b', projections: [], snapshotFrom: 10 })
  return { server, a, fresh }
}

const historiesOf = ({ store }: TestReplica) =>
  streams.map((stream) => readStream(store.db, stream).map(({ id, facts, private: secret }) => ({ id, facts, secret })))

const cursorOf = ({ store }: TestReplica) => readFeeds(store.db).map(({ cursor }) => cursor)

const proven = ({ store }: TestReplica, server: PlainServer) => {
  expect(verifyStore(store.db).findings).toEqual([])
  expect(verifyFeeds(store.db, { id: server.id, publicKey: Buffer.from(server.publicKey, 'hex') }).findings).toEqual([])
}

describe('a first fill', () => {
  it('SYNC-SNAP-1 SYNC-MERGE-2 open cases come first, whole; the feed brings them again and nothing is stored twice', async () => {
    const { server, a, fresh } = await filledServer()
    server.openStreams = streams.slice(4)
    server.partsLeft = 1
    expect(await exchange(fresh.client, 'all')).toMatchObject({ refusal: { code: 'sync-unreachable' } })
    expect([areOpenCasesHere(fresh.store.db, plainFeed), cursorOf(fresh)]).toEqual([true, [0]])
    expect(historiesOf(fresh)).toEqual(historiesOf(a).map((history, index) => (index < 4 ? [] : history)))
    server.partsLeft = Infinity
    expect(await exchange(fresh.client, 'all')).toMatchObject({ ok: true })
    expect(historiesOf(fresh)).toEqual(historiesOf(a))
    expect(server.askedParts.filter((part) => part === 'open')).toEqual(['open'])
    expect(fresh.store.db.value('SELECT count(*) FROM events')).toBe(22)
    proven(fresh, server)
  })

  it('SYNC-SNAP-2 it goes on where it stopped, also in the middle of a part', async () => {
    const { server, a, fresh } = await filledServer()
    server.partsLeft = 2
    expect(await exchange(fresh.client, 'all')).toMatchObject({ refusal: { code: 'sync-unreachable' } })
    expect(cursorOf(fresh)).toEqual([8])
    // A page that came live moved the cursor into a part.
    server.pageSize = 2
    server.partsLeft = 0
    const { snapshotFrom: _, ...plainly } = fresh.client
    const asked: number[] = []
    const pull = plainly.wire.pull.bind(plainly.wire)
    const once = {
      ...plainly.wire,
      pull: (place: Parameters<typeof pull>[0]) => (asked.push(place.after) > 1 ? cut() : pull(place)),
    }
    await exchange({ ...plainly, wire: once }, 'pull')
    expect(cursorOf(fresh)).toEqual([10])
    server.pageSize = 1000
    server.partsLeft = Infinity
    // Pages give the two entries alone that no whole part has yet.
    asked.length = 0
    expect(
      await exchange(
        { ...fresh.client, wire: { ...plainly.wire, pull: (place) => (asked.push(place.after), pull(place)) } },
        'all',
      ),
    ).toMatchObject({ ok: true })
    expect(asked[0]).toBe(20)
    expect(server.askedParts).toEqual([1, 5, 9, 13, 17].map((from) => `${plainFeed} ${from}`))
    expect(historiesOf(fresh)).toEqual(historiesOf(a))
    proven(fresh, server)
  })

  it('SYNC-SNAP-2 parts that were made anew meanwhile stop nothing: plain pages go on', async () => {
    const { a, fresh } = await filledServer()
    const { wire } = fresh.client
    const client = { ...fresh.client, wire: { ...wire, part: () => Promise.resolve(gone) } }
    expect(await exchange(client, 'all')).toMatchObject({ ok: true })
    expect(historiesOf(fresh)).toEqual(historiesOf(a))
  })

  it('SYNC-RECOVER-1 SYNC-SNAP-1 a server that is restored while it gives open cases is greeted anew; that is no broken feed', async () => {
    const { server, a, fresh } = await filledServer()
    server.openStreams = streams.slice(4)
    const { wire } = fresh.client
    const part: typeof wire.part = (asked) => {
      server.logEpoch = 2
      return wire.part(asked)
    }
    const restored = { ...fresh.client, wire: { ...wire, part } }
    expect(await exchange(restored, 'all')).toMatchObject({ refusal: { code: 'sync-server-restored' } })
    expect(await exchange(fresh.client, 'all')).toMatchObject({ ok: true })
    expect(historiesOf(fresh)).toEqual(historiesOf(a))
    proven(fresh, server)
  })

  it('SYNC-PULL-2 a part that the server did not sign stops the fill, and nothing of it is applied', async () => {
    const { server, fresh } = await filledServer()
    server.openStreams = streams.slice(4)
    const { wire } = fresh.client
    const part: typeof wire.part = async (asked) => {
      const given = await wire.part(asked)
      if (!given.ok) return given
      const bytes = Buffer.from(given.value)
      bytes[bytes.lastIndexOf('"n":') + 4] = 57
      return { ok: true, value: bytes }
    }
    expect(await exchange({ ...fresh.client, wire: { ...wire, part } }, 'all')).toMatchObject({
      refusal: { code: 'sync-feed-broken' },
    })
    expect(fresh.store.db.value('SELECT count(*) FROM events')).toBe(0)
  })
})

const cut = () =>
  Promise.resolve({ ok: false as const, refusal: { code: 'sync-unreachable' as const, params: { detail: '' } } })
const gone = { ok: false as const, refusal: { code: 'sync-part-gone' as const, params: {} } }
