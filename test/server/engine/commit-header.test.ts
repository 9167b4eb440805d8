import { expect, test } from 'vitest'
import { writeHeader } from '#server/engine/commit-header.ts'
import { canonicalBytes } from '#shared/sync/canonical-json.ts'
import { entryHash } from '#shared/sync/feed-entry.ts'
import type { EntryHeader, FeedName } from '#shared/sync/feed-entry.ts'
import { nextLink, noLink } from '#shared/sync/link.ts'
import { nextUuid, sha256 } from '#test/support/sync/test-device.ts'

const device = 'جهاز "1"\\'

test('SYNC-FEED-2 a header written by hand has the bytes of canonical JSON', () => {
  const event = (position: number) => ({
    id: nextUuid(),
    stream: `list:مكتب"/channels`,
    position,
    content: 'a'.repeat(64),
    device,
    epoch: 2,
    sequence: 17 + position,
  })
  const header: EntryHeader = {
    kind: 'earlier',
    commit: nextUuid(),
    verdict: 'conflict',
    facts: ['referral:"x"', 'سبب'],
    at: '2026-01-05T08:00:00.000Z',
    doubtful: true,
    events: [event(1), event(2)],
  }
  for (const each of [
    header,
    { ...header, facts: [], doubtful: false },
    { kind: 'withdrawn', stream: 'user:x', at: header.at },
  ])
    expect(Buffer.from(writeHeader(each as EntryHeader)).toString()).toBe(Buffer.from(canonicalBytes(each)).toString())
})

test('SYNC-FEED-2 S15 places in chains are hashed as canonical JSON', () => {
  const place = { device, epoch: 3, sequence: 9 }
  const content = sha256(Buffer.from('content'))
  expect(nextLink(sha256, noLink, { place, contentHash: content })).toEqual(
    sha256(Buffer.concat([noLink, content, canonicalBytes(['event', device, 3, 9])])),
  )
  const feed = `office:${device}` as FeedName
  const header = Buffer.from('header')
  expect(entryHash(sha256, noLink, { feed, sequence: 5, header })).toEqual(
    sha256(Buffer.concat([noLink, canonicalBytes(['entry', feed, 5]), sha256(header)])),
  )
})
