import { expect, it } from 'vitest'
import { findOwnCommit } from '#core/store/own-commits.ts'
import { readStream } from '#core/store/read-stream.ts'
import { verifyFeeds } from '#core/store/verify-feeds.ts'
import { verifyStore } from '#core/store/verify.ts'
import { exchange } from '#core/sync-client/round.ts'
import { must } from '#shared/lib/assert.ts'
import { canonicalBytes, parseCanonical } from '#shared/sync/canonical-json.ts'
import type { EnvelopeContent } from '#shared/sync/envelope.ts'
import type { EventBytes } from '#shared/sync/feed-entry.ts'
import type { Outcome } from '#shared/sync/outcome.ts'
import { PlainServer, plainFeed } from '#test/support/sync/plain-server.ts'
import { testReplica } from '#test/support/sync/test-replica.ts'
import type { TestReplica } from '#test/support/sync/test-replica.ts'

/* The central unit took other bytes under the ids of what a machine wrote, before that machine sent it. */

const one = 'case:018f0000-0000-7000-8000-000000000001'
const other = 'case:018f0000-0000-7000-8000-000000000002'

async function settled(...replicas: readonly TestReplica[]) {
  for (const { client } of replicas) expect(await exchange(client, 'all')).toMatchObject({ ok: true })
}

const foldedIn = ({ store }: TestReplica, stream: string) => readStream(store.db, stream).map(({ facts }) => facts['n'])

function proven({ store: { db } }: TestReplica, server: PlainServer) {
  expect(verifyStore(db).findings).toEqual([])
  expect(verifyFeeds(db, { id: server.id, publicKey: Buffer.from(server.publicKey, 'hex') }).findings).toEqual([])
}

/** Machine a wrote a commit on two cases; the server shows the second of its events with other facts. */
function withForged() {
  const server = new PlainServer()
  const [a, b] = ['machine-a', 'machine-b'].map((device) => testReplica(server, { device, projections: [] }))
  const [author, reader] = [must(a, 'a machine'), must(b, 'a machine')]
  const commit = author.append({ stream: other, facts: { n: 1 } }, { stream: one, facts: { n: 1 } })
  const events = author.store.db.all<EventBytes>('SELECT envelope, facts, private FROM events ORDER BY seq')
  const envelopes = events.map(({ envelope }) => parseCanonical(envelope) as EnvelopeContent)
  const forged = events.map((event, index) =>
    index === 0 ? event : { ...event, facts: canonicalBytes({ n: 'forged' }) },
  )
  const shown = { commit, envelopes, device: '!offered', epoch: 1, sequence: 1, verdict: 'accepted' } as const
  const showForged = () => server.show({ ...shown, events: forged })
  const refused: Outcome = { kind: 'refused', reason: { code: 'sync-bytes-differ', params: { id: commit } } }
  const judge = (): void => {
    server.judge = (asked) => (asked === commit ? refused : { kind: 'accepted', moved: [] })
  }
  judge()
  showForged()
  return { server, author, reader, commit, refused, showForged, judge }
}

it.for(['answered before its feed', 'told by its feed before'] as const)(
  'SYNC-PUSH-4 shows what was written as refused, keeps it, and shows the case as everyone has it: %s (S1, S2, S8)',
  async (order) => {
    const { server, author, reader, commit, refused } = withForged()
    author.append({ stream: one, facts: { n: 2 } })
    if (order === 'told by its feed before') expect(await exchange(author.client, 'pull')).toMatchObject({ ok: true })
    await settled(author, reader, author)
    for (const machine of [author, reader])
      expect([foldedIn(machine, other), foldedIn(machine, one)]).toEqual([[1], ['forged', 2]])
    expect(findOwnCommit(author.store.db, commit)).toMatchObject({ standing: 'refused', outcome: refused })
    const written = author.store.db.all<{ facts: Uint8Array }>('SELECT facts FROM events ORDER BY seq LIMIT 2')
    expect(written.map(({ facts }) => parseCanonical(facts))).toEqual([{ n: 1 }, { n: 1 }])
    proven(author, server)
    proven(reader, server)
  },
)

it('SYNC-PUSH-4 SYNC-RECOVER-2 is taken by a server that was restored to before the other (S8, S12)', async () => {
  const { server, author, reader, commit } = withForged()
  await settled(author, reader, author)
  server.logEpoch += 1
  server.feeds.set(plainFeed, [])
  for (const known of [server.outcomes, server.ends, server.seen, server.positions]) known.clear()
  server.judge = () => ({ kind: 'accepted', moved: [] })
  await settled(author, author, reader, reader)
  for (const machine of [author, reader]) expect([foldedIn(machine, other), foldedIn(machine, one)]).toEqual([[1], [1]])
  expect(findOwnCommit(author.store.db, commit)).toBeNull()
  proven(author, server)
  proven(reader, server)
})

it('SYNC-PUSH-4 stands as it was where its feeds are read anew (S2)', async () => {
  const { server, author, reader, commit, refused, showForged } = withForged()
  await settled(author, reader)
  server.logEpoch += 1
  server.feeds.set(plainFeed, [])
  server.append(
    plainFeed,
    { kind: 'withdrawn', stream: 'case:018f0000-0000-7000-8000-000000000009', at: '2026-01-04T07:00:00.000Z' },
    [],
  )
  showForged()
  await settled(author, author)
  expect([foldedIn(author, other), foldedIn(author, one)]).toEqual([[1], ['forged']])
  expect(findOwnCommit(author.store.db, commit)).toMatchObject({ standing: 'refused', outcome: refused })
  proven(author, server)
})
