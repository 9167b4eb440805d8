import { expect, test } from 'vitest'
import { readPageTo } from '#server/engine/read-feed.ts'
import { must } from '#shared/lib/assert.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { readFeedPage } from '#shared/sync/feed-page.ts'
import { noLink } from '#shared/sync/link.ts'
import { provePage } from '#shared/sync/prove-page.ts'
import { office } from '#test/support/case-world.ts'
import { sha256 } from '#test/support/sync/test-device.ts'
import { SyncedCase, joinedOffice, testServer } from '#test/support/sync/test-office.ts'
import { referred } from '#test/support/sync/engine-steps.ts'

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
