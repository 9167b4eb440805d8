import { expect, test } from 'vitest'
import { readPageTo, readRecentPage } from '#server/engine/read-feed.ts'
import { must } from '#shared/lib/assert.ts'
import { toHex } from '#shared/sync/bytes.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { readFeedPage } from '#shared/sync/feed-page.ts'
import { noLink } from '#shared/sync/link.ts'
import { provePage } from '#shared/sync/prove-page.ts'
import { office } from '#test/support/case-world.ts'
import { sha256 } from '#test/support/sync/test-device.ts'
import { SyncedCase, joinedOffice, testServer } from '#test/support/sync/test-office.ts'
import { referred, registration } from '#test/support/sync/engine-steps.ts'

test('SYNC-PULL-1 SYNC-PULL-2 a page is cut at a number of bytes, whatever is asked for, and proves itself all the same', async () => {
  const server = testServer()
  const { engine, log } = server
  const device = await joinedOffice(server)
  referred(new SyncedCase(), device)
  await server.push(device, 1, 1000)
  const feed = `office:${office}` as FeedName
  const { signing } = engine.ports
  const isSignedByServer = (bytes: Uint8Array, signature: string) =>
    signing.verify(signing.publicKey, bytes, Buffer.from(signature, 'hex'))
  let place = { feed, server: engine.server.id, logEpoch: engine.server.logEpoch, cursor: 0, hash: noLink }
  const end = must((await log.read((reader) => reader.feedEnds([feed])))[0], 'the feed has entries').sequence
  const cuts: number[] = []
  while (place.cursor < end) {
    const asked = { feed, after: place.cursor, limit: 5000, end, mostBytes: 3000 }
    const { bytes } = await log.read((reader) => readPageTo(engine, reader, asked))
    const page = must(readFeedPage(bytes), 'a page')
    const proven = provePage({ hash: sha256, isSignedByServer, holds: () => false }, place, page)
    if (proven.kind === 'broken') throw new Error(proven.why)
    cuts.push(page.entries.length)
    place = { ...place, cursor: page.head.sequence, hash: must(proven.hashes.at(-1), 'an entry at least') }
  }
  expect(cuts.length).toBeGreaterThan(2)
  expect(cuts.reduce((sum, count) => sum + count, 0)).toBe(end)
})

test('SYNC-LINK-6 the end of a feed that was read is signed while its entries go to the disk: whoever follows does not wait for it', async () => {
  const server = testServer()
  const { engine, log } = server
  const device = await joinedOffice(server)
  const feed = `office:${office}` as FeedName
  const endOf = async () => must((await log.read((reader) => reader.feedEnds([feed])))[0], 'the feed has entries')
  const { sequence: after } = await endOf()
  await log.read((reader) => readPageTo(engine, reader, { feed, after: 0, limit: 5000, end: after }))
  registration(new SyncedCase(), device)
  await server.push(device, 1)
  const { sequence, hash } = await endOf()
  expect(engine.heads.get(feed)).toMatchObject({ sequence, hash: toHex(hash) })
  // Nobody has read that of the central unit.
  expect(engine.heads.has('central' as FeedName)).toBe(false)
  const { bytes } = must(readRecentPage(engine, { feed, after, limit: 200 }), 'just appended')()
  const page = must(readFeedPage(must(bytes, 'a page for whoever follows')), 'a page')
  expect(page.head.signature).toBe(engine.heads.get(feed)?.signature)
})
