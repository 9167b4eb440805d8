import { describe, expect, it } from 'vitest'
import { readStream } from '#core/store/read-stream.ts'
import { verifyFeeds } from '#core/store/verify-feeds.ts'
import { verifyStore } from '#core/store/verify.ts'
import { exchange } from '#core/sync-client/round.ts'
import { must } from '#shared/lib/assert.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { readRecords } from '#shared/sync/records.ts'
import { PlainServer, plainFeed } from '#test/support/sync/plain-server.ts'
import { type TestReplica, testReplica } from '#test/support/sync/test-replica.ts'

/* A case that was plain and was raised to strict before the backup: its beginning stands in the office's feed too. */

const one = 'case:018f0000-0000-7000-8000-000000000001'
const other = 'case:018f0000-0000-7000-8000-000000000002'
const strict = one as FeedName
const at = '2026-01-04T07:00:00.000Z'

async function settled(...replicas: readonly TestReplica[]) {
  for (const { client } of replicas) expect(await exchange(client, 'all')).toMatchObject({ ok: true })
}

const foldedIn = ({ store }: TestReplica) => readStream(store.db, one).map(({ facts }) => facts['n'])

/** What of the case has its bytes on the machine, in the fold or beside it. */
const keptIn = ({ store: { db } }: TestReplica): readonly string[] =>
  db
    .all<{ facts: Uint8Array }>('SELECT facts FROM events WHERE stream = ? AND length(facts) > 0 ORDER BY seq', one)
    .map(({ facts }) => Buffer.from(facts).toString())

const offeredTo = ({ offered }: PlainServer): readonly string[] =>
  offered.flatMap((page) =>
    must(readRecords(page), 'records').flatMap((bytes, place) =>
      place % 3 === 1 ? [Buffer.from(bytes ?? []).toString()] : [],
    ),
  )

function proven({ store: { db } }: TestReplica, server: PlainServer) {
  expect(verifyStore(db).findings).toEqual([])
  expect(verifyFeeds(db, { id: server.id, publicKey: Buffer.from(server.publicKey, 'hex') }).findings).toEqual([])
}

/** Machine b has all of the case: somebody who is named has signed in there. */
async function raised(author: 'a' | 'b' = 'a') {
  const server = new PlainServer()
  const [a, b] = ['machine-a', 'machine-b'].map((device) => testReplica(server, { device, projections: [] })) as [
    TestReplica,
    TestReplica,
  ]
  const by = author === 'a' ? a : b
  by.append({ stream: one, facts: { n: 'plain' } })
  await settled(by, a, b)
  server.append(plainFeed, { kind: 'withdrawn', stream: one, at }, [])
  server.showFirstAgain(strict)
  const backup = must(server.feeds.get(plainFeed), 'it is there').length
  await settled(b)
  a.append({ stream: one, facts: { n: 'strict' } })
  await exchange(a.client, 'push')
  const raise = must(server.feeds.get(plainFeed)?.splice(backup)[0], 'the raise')
  server.append(strict, raise.header, raise.events)
  await settled(b)
  expect(foldedIn(b)).toEqual(['plain', 'strict'])
  /** As far as the put-back server knows, nobody who is named has signed in at machine b. */
  const restore = () => {
    server.logEpoch += 1
    server.feeds.delete(strict)
    server.feeds.get(plainFeed)?.splice(backup)
  }
  /** What the fold of machine b was, each time that it changed. */
  const seen: unknown[] = []
  Object.assign(b.client.effects, { onReceived: () => seen.push(foldedIn(b)) })
  return { server, a, b, raise, restore, seen }
}

describe('a case that was raised to strict, at a machine that a put-back server does not give it any more', () => {
  it.each(['a', 'b'] as const)(
    'SYNC-RECOVER-2 SYNC-FEED-6 stands in no fold as it was before, though the server names that, and its copies wait; registered at %s (R-08)',
    async (author) => {
      const { server, b, restore, seen } = await raised(author)
      restore()
      await settled(b)
      // In one step: not plain for a moment, where the line breaks behind it.
      expect(seen[0]).toEqual([])
      expect(seen).not.toContainEqual(['plain'])
      expect([offeredTo(server), keptIn(b)]).toEqual([['{"n":"strict"}'], ['{"n":"strict"}']])
      await settled(b, b)
      expect([foldedIn(b), keptIn(b)]).toEqual([[], ['{"n":"strict"}']])
      expect(server.askedOnOffer.at(-1)).toEqual([one])
      server.decided = [one]
      await settled(b)
      expect(keptIn(b)).toEqual([])
      proven(b, server)
    },
  )

  it('SYNC-RECOVER-2 its copies wait though the office’s feed says again that it was withdrawn, and are offered to each server (S12)', async () => {
    const { server, a, b, restore } = await raised()
    for (const round of [1, 2]) {
      // An entry of the office behind the backup: its feed is read anew.
      a.append({ stream: other, facts: { n: round } })
      await exchange(a.client, 'push')
      await settled(b)
      restore()
      await settled(b)
      expect([foldedIn(b), keptIn(b)]).toEqual([[], ['{"n":"strict"}']])
      expect(offeredTo(server).filter((facts) => facts === '{"n":"strict"}')).toHaveLength(round)
    }
    proven(b, server)
  })

  it('SYNC-RECOVER-2 SYNC-FEED-6 stands in the fold as far as its feed is given again, and leaves with it: its copies wait on (S12, R-08)', async () => {
    const { server, b, restore, seen } = await raised()
    restore()
    await settled(b)
    server.showFirstAgain(strict)
    await settled(b)
    expect(foldedIn(b)).toEqual(['plain'])
    server.feeds.delete(strict)
    await settled(b)
    expect([foldedIn(b), keptIn(b)]).toEqual([[], ['{"n":"strict"}']])
    const changes = seen.length
    await settled(b, b)
    expect(seen).toHaveLength(changes)
    proven(b, server)
  })

  it('SYNC-RECOVER-2 SYNC-FEED-6 comes back whole when it is taken and given again (R-08)', async () => {
    const { server, b, raise, restore } = await raised()
    restore()
    await settled(b)
    server.showFirstAgain(strict)
    server.append(strict, raise.header, raise.events)
    server.decided = [one]
    await settled(b, b)
    expect(foldedIn(b)).toEqual(['plain', 'strict'])
    proven(b, server)
  })
})
