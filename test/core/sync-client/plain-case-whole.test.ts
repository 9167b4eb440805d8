import { expect, it } from 'vitest'
import { exchange } from '#core/sync-client/round.ts'
import { must } from '#shared/lib/assert.ts'
import { parseCanonical } from '#shared/sync/canonical-json.ts'
import type { EnvelopeContent } from '#shared/sync/envelope.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { readRecords } from '#shared/sync/records.ts'
import { type Entry, PlainServer, plainFeed } from '#test/support/sync/plain-server.ts'
import { type TestReplica, testReplica } from '#test/support/sync/test-replica.ts'

const plain = 'case:018f0000-0000-7000-8000-000000000001'
const secret = 'case:018f0000-0000-7000-8000-000000000002'
const person = 'person:018f0000-0000-7000-8000-0000000000aa'
const strict = secret as FeedName

async function settled(...replicas: readonly TestReplica[]) {
  for (const { client } of replicas) expect(await exchange(client, 'all')).toMatchObject({ ok: true })
}

it('S12 SYNC-RECOVER-2 the copy of a plain case stays whole when a strict case of the same complainant is decided', async () => {
  const server = new PlainServer()
  const a = testReplica(server, { device: 'machine-a', projections: [] })
  const b = testReplica(server, { device: 'machine-b', projections: [] })
  /** The first event of an entry, in another feed. */
  const showIn = (feed: FeedName, { header, events }: Entry, kind: 'earlier' | 'commit') => {
    const named = must(header.kind === 'commit' ? header.events[0] : null, 'a commit has events')
    const bytes = must(events[0], 'with their bytes')
    const envelope = parseCanonical(bytes.envelope) as EnvelopeContent
    const { commit } = envelope
    server.show({ ...named, commit, events: [bytes], envelopes: [envelope], verdict: 'accepted', kind, feed })
  }
  // A plain registration with its complainant, in one commit, as the desktop writes it.
  a.append(
    { stream: person, type: 'person.recorded', facts: {}, private: { name: 'سعاد' } },
    { stream: plain, type: 'received', facts: { n: 1 } },
  )
  await settled(a)
  // A strict case of his: its feed has the complainant as earlier history, and the case.
  showIn(strict, must(server.feeds.get(plainFeed)?.[0], 'his registration'), 'earlier')
  a.append({ stream: secret, type: 'received', facts: { n: 2 } })
  await settled(a)
  showIn(strict, must(server.feeds.get(plainFeed)?.[1], 'the strict case'), 'commit')
  server.feeds.get(plainFeed)?.splice(1, 1)
  await settled(b)
  const restore = () => {
    server.logEpoch += 1
    server.feeds.set(plainFeed, [])
    server.feeds.delete(strict)
    server.outcomes.clear()
    server.seen.clear()
    server.positions.clear()
    server.decided = []
  }
  const offeredOf = (stream: string) =>
    server.offered.splice(0).flatMap((page) => {
      const records = readRecords(page) as readonly (Uint8Array | null)[]
      const all = records.flatMap((bytes, at) =>
        at % 3 === 0 && bytes !== null ? [parseCanonical(bytes) as EnvelopeContent] : [],
      )
      const commits = new Set(all.filter((event) => event.stream === stream).map(({ commit }) => commit))
      return all
        .filter(({ commit }) => commits.has(commit))
        .map(({ type, index, count }) => `${type} ${index + 1}/${count}`)
    })
  restore()
  await settled(b, b)
  const whole = ['person.recorded 1/2', 'received 2/2']
  expect(offeredOf(plain)).toEqual(whole)
  // The central unit drops the copy of the strict case; that of the plain one goes on waiting.
  server.decided = [secret]
  await settled(b, b)
  // Restored once more, loudly: the offers are lost, and this machine holds the last copy.
  restore()
  server.offered.splice(0)
  await settled(b, b)
  expect(offeredOf(plain)).toEqual(whole)
})
