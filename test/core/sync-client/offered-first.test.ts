import { describe, expect, it } from 'vitest'
import { casesOnOffer, withdrawOnceDecided } from '#core/store/offered-copies.ts'
import { findAnyCommit } from '#core/store/own-commits.ts'
import { readStream } from '#core/store/read-stream.ts'
import { verifyFeeds } from '#core/store/verify-feeds.ts'
import { verifyStore } from '#core/store/verify.ts'
import { exchange } from '#core/sync-client/round.ts'
import { systemIds } from '#core/system-ports.ts'
import { must } from '#shared/lib/assert.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { readRecords } from '#shared/sync/records.ts'
import { PlainServer, plainFeed } from '#test/support/sync/plain-server.ts'
import { type TestReplica, testReplica } from '#test/support/sync/test-replica.ts'

/* Before anything is taken away, a server that was restored is offered what it does not show any more. */

const one = 'case:018f0000-0000-7000-8000-000000000001'
const two = 'case:018f0000-0000-7000-8000-000000000002'
const strict = one as FeedName

function joined() {
  const server = new PlainServer()
  const [a, b] = ['machine-a', 'machine-b'].map((device) => testReplica(server, { device, projections: [] }))
  return { server, a: a as TestReplica, b: b as TestReplica }
}

async function settled(...replicas: readonly TestReplica[]) {
  for (const { client } of replicas) expect(await exchange(client, 'all')).toMatchObject({ ok: true })
}

const foldedIn = ({ store }: TestReplica) => readStream(store.db, one).map(({ facts }) => facts['n'])

/** What of the case has its bytes on the machine, in the fold or beside it. */
const keptIn = ({ store: { db } }: TestReplica): readonly string[] =>
  db
    .all<{ facts: Uint8Array }>('SELECT facts FROM events WHERE stream = ? AND length(facts) > 0 ORDER BY seq', one)
    .map(({ facts }) => Buffer.from(facts).toString())

const offeredTo = ({ offered }: PlainServer): readonly (readonly string[])[] =>
  offered.map((page) =>
    must(readRecords(page), 'records').flatMap((bytes, at) =>
      at % 3 === 1 ? [Buffer.from(bytes ?? []).toString()] : [],
    ),
  )

function proven({ store: { db } }: TestReplica, server: PlainServer) {
  expect(verifyStore(db).findings).toEqual([])
  expect(verifyFeeds(db, { id: server.id, publicKey: Buffer.from(server.publicKey, 'hex') }).findings).toEqual([])
}

describe('what a restored server does not show any more', () => {
  /** Machine b has a strict case of machine a's; the server is put back to before it, and machine a does not come again. */
  async function lostStrict() {
    const { server, a, b } = joined()
    a.append({ stream: one, facts: { n: 1 }, private: { text: 'words of a strict case' } })
    await settled(a)
    server.showFirstAgain(strict)
    const entry = must(server.feeds.get(strict)?.[0], 'it is shown')
    server.feeds.set(plainFeed, [])
    await settled(b)
    expect(foldedIn(b)).toEqual([1])
    const restore = () => {
      server.logEpoch += 1
      server.feeds.delete(strict)
      server.outcomes.clear()
    }
    restore()
    return { server, b, restore, entry }
  }

  it('SYNC-RECOVER-2 SYNC-FEED-6 a strict case is offered, and offered again to one that is restored once more, until the central unit has decided (S12, R-08)', async () => {
    const { server, b, restore } = await lostStrict()
    await settled(b, b)
    expect(offeredTo(server)).toEqual([['{"n":1}']])
    expect([foldedIn(b), keptIn(b)]).toEqual([[], ['{"n":1}']])
    expect(server.askedOnOffer.at(-1)).toEqual([one])
    restore()
    server.decided = [one]
    await settled(b)
    // What it said before it knew of the copy is no word on it.
    expect([offeredTo(server).length, keptIn(b)]).toEqual([2, ['{"n":1}']])
    await settled(b)
    expect(keptIn(b)).toEqual([])
    expect(b.renewedBackups).toBe(1)
    await settled(b)
    expect(server.askedOnOffer.at(-1)).toEqual([])
    proven(b, server)
  })

  it('SYNC-RECOVER-2 a strict case that is taken and shown again is held as before, and leaves with its feed (R-08)', async () => {
    const { server, b, entry } = await lostStrict()
    await settled(b)
    server.append(strict, entry.header, entry.events)
    server.decided = [one]
    await settled(b, b)
    expect(foldedIn(b)).toEqual([1])
    server.feeds.delete(strict)
    await settled(b)
    expect([foldedIn(b), keptIn(b)]).toEqual([[], []])
    expect(server.offered).toHaveLength(1)
  })

  it('SYNC-RECOVER-2 SYNC-MERGE-6 what came behind a withdrawal that it says again is offered before the case is withdrawn (S12, R-09)', async () => {
    const { server, a, b } = joined()
    a.append({ stream: one, facts: { n: 1 } })
    await settled(a)
    server.append(plainFeed, { kind: 'withdrawn', stream: one, at: '2026-01-04T07:00:00.000Z' }, [])
    const before = server.feeds.get(plainFeed)?.length ?? 0
    server.showFirstAgain()
    a.append({ stream: one, facts: { n: 2 } })
    await exchange(a.client, 'push')
    await settled(b)
    expect(foldedIn(b)).toEqual([1, 2])
    server.logEpoch += 1
    server.feeds.get(plainFeed)?.splice(before)
    server.outcomes.clear()
    await settled(b)
    expect(offeredTo(server)).toEqual([['{"n":2}']])
    expect([foldedIn(b), keptIn(b)]).toEqual([[], []])
    proven(b, server)
  })

  it('SYNC-RECOVER-2 that a copy waits, which its own feed says, changes nothing of what this machine wrote (S2)', async () => {
    const { server, a } = joined()
    const held = a.append({ stream: one, facts: { n: 1 } })
    const reason = { code: 'sync-fenced', params: {} }
    server.judge = () => ({ kind: 'held', reason })
    await settled(a)
    server.judge = () => ({ kind: 'accepted', moved: [] })
    const waiting = a.append({ stream: two, facts: { n: 2 } })
    const before = [held, waiting].map((commit) => findAnyCommit(a.store.db, commit))
    const outcome = { kind: 'held', reason: { code: 'sync-offered', params: {} } } as const
    const at = '2026-01-04T07:00:00.000Z'
    server.append('device:machine-a' as FeedName, { kind: 'outcome', commit: systemIds.uuid(), outcome, at }, [])
    expect(await exchange(a.client, 'pull')).toMatchObject({ ok: true })
    expect([held, waiting].map((commit) => findAnyCommit(a.store.db, commit))).toEqual(before)
    await settled(a)
    expect([held, waiting].map((commit) => findAnyCommit(a.store.db, commit)?.standing)).toEqual(['held', 'accepted'])
    proven(a, server)
  })

  it('SYNC-RECOVER-2 where more cases wait than a hello asks about, each has its turn (R-08)', () => {
    const { db } = joined().b.store
    const cases = ['a', 'b', 'c', 'd'].map((name) => `case:${name}`)
    db.transaction(() => cases.forEach((stream) => withdrawOnceDecided(db, stream)))
    const asked = Array.from({ length: 200 }, () => casesOnOffer(db, 2))
    expect(asked.every(({ length }) => length === 2)).toBe(true)
    expect([...new Set(asked.flat())].toSorted()).toEqual(cases)
  })
})
