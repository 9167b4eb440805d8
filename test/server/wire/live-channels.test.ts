import { expect, test } from 'vitest'
import { ok } from '#shared/lib/result.ts'
import { FeedName } from '#shared/sync/feed-entry.ts'
import type { LiveSocket, ReadPage } from '#server/wire/live-channel.ts'
import { LiveChannels } from '#server/wire/live-channels.ts'

const feed = FeedName.parse('office:office-no')

/** A feed whose reads end when the test says so: what each shows was settled when it began. */
function slowFeed() {
  let end = 0
  const begun: (() => void)[] = []
  const readPage = (_: FeedName, after: number): Promise<ReadPage> => {
    const page = { bytes: new Uint8Array([end]), sequence: Math.max(after, end), end }
    return new Promise((resolve) => begun.push(() => resolve(page)))
  }
  return {
    append: () => (end += 1),
    endReads: () => begun.splice(0).forEach((finish) => finish()),
    channels: new LiveChannels({
      readPage,
      feedsOf: () => Promise.resolve(ok([feed])),
      revocations: () => Promise.resolve(0),
    }),
  }
}

function socketThat(hears: (data: string | Uint8Array) => void): LiveSocket {
  return { send: hears, close: () => {}, bufferedAmount: 0 }
}

const soon = (): Promise<void> => new Promise((go) => setTimeout(go, 5))

test('SYNC-LINK-6 a machine that is woken by an entry gets it, also while another still reads the feed as it was', async () => {
  const { channels, append, endReads } = slowFeed()
  const heard: (string | Uint8Array)[] = []
  const [quiet, busy] = [
    channels.open(
      'quiet',
      socketThat((data) => heard.push(data)),
    ),
    channels.open(
      'busy',
      socketThat(() => {}),
    ),
  ]
  const follow = JSON.stringify({ kind: 'follow', feeds: [{ feed, sequence: 0 }] })
  const followed = channels.heard(quiet, follow)
  await soon()
  endReads()
  await followed
  void channels.heard(busy, follow)
  await soon()
  append()
  const woken = channels.wake([feed])
  await soon()
  endReads()
  await soon()
  endReads()
  await woken
  expect(heard).toHaveLength(1)
})
