import { expect, it } from 'vitest'
import { createRecentEntries, mostRecent } from '#server/engine/recent-entries.ts'
import { readRecentPage } from '#server/engine/read-feed.ts'
import { FeedName } from '#shared/sync/feed-entry.ts'
import { departmentA, office } from '#test/support/case-world.ts'
import { referred } from '#test/support/sync/engine-steps.ts'
import { SyncedCase, joinedOffice, testServer } from '#test/support/sync/test-office.ts'

const feed = FeedName.parse('office:office-amm')
const hashOf = (sequence: number) => new Uint8Array(32).fill(sequence)
const before = (sequence: number) => ({ feed, sequence, hash: hashOf(sequence) })
const entry = (sequence: number) => ({ sequence, hash: hashOf(sequence), headerBytes: new Uint8Array(), events: [] })
const sequencesOf = (found: { readonly entries: readonly { readonly sequence: number }[] } | null) =>
  found?.entries.map(({ sequence }) => sequence) ?? null

it('SYNC-LINK-6 what was appended a moment ago goes on from where a machine stands, or is not given', () => {
  const recent = createRecentEntries()
  recent.keep(before(7), [entry(8), entry(9)], 1000)
  recent.keep(before(9), [entry(10)], 1100)
  expect(sequencesOf(recent.after(feed, 7, 1200))).toEqual([8, 9, 10])
  expect(recent.after(feed, 9, 1200)?.hash).toEqual(hashOf(9))
  expect(sequencesOf(recent.after(feed, 9, 1200))).toEqual([10])
  for (const place of [6, 10, 11]) expect(recent.after(feed, place, 1200)).toBeNull()
  // Another server process appended the eleventh: what it was is in the log.
  recent.keep(before(11), [entry(12)], 1300)
  expect(recent.after(feed, 9, 1300)).toBeNull()
  expect(sequencesOf(recent.after(feed, 11, 1300))).toEqual([12])
})

it('SYNC-FEED-5 what may be shown no more, what is older than two seconds and what is too much is read from the log', () => {
  const recent = createRecentEntries()
  recent.keep(before(0), [entry(1)], 0)
  expect(sequencesOf(recent.after(feed, 0, 1999))).toEqual([1])
  expect(recent.after(feed, 0, 2000)).toBeNull()
  recent.keep(before(1), [entry(2)], 5000)
  recent.forget(feed)
  expect(recent.after(feed, 1, 5000)).toBeNull()
  const many = Array.from({ length: mostRecent + 1 }, (_, index) => entry(index + 3))
  recent.keep(before(2), many, 6000)
  expect(recent.after(feed, 2, 6000)).toBeNull()
})

it('SYNC-FEED-5 a transaction after which feeds show less leaves nothing of theirs in memory: what was taken away is not sent live (R-08)', async () => {
  const server = testServer()
  const device = await joinedOffice(server)
  const world = new SyncedCase()
  referred(world, device)
  const feeds = [`office:${office}`, `department:${departmentA}`, 'central'].map((name) => FeedName.parse(name))
  const ends = await server.log.read((log) => log.feedEnds(feeds))
  const endOf = (name: FeedName): number => ends.find((end) => end.feed === name)?.sequence ?? 0
  const recent = (name: FeedName) => readRecentPage(server.engine, { feed: name, after: endOf(name), limit: 200 })
  await server.push(device, 1)
  for (const name of feeds) expect(recent(name), name).not.toBeNull()
  world.on(device, 'set_confidentiality', {
    input: { level: 'strict', users: ['salma'], note: '' } as never,
    user: 'salma',
  })
  expect(await server.push(device, device.commits.length - 1)).toMatchObject([{ outcome: { kind: 'accepted' } }])
  for (const name of feeds) expect(recent(name), name).toBeNull()
})
