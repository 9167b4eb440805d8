import { expect, it } from 'vitest'
import { must } from '#shared/lib/assert.ts'
import { noLink } from '#shared/sync/link.ts'
import { entryHash, type FeedName } from '#shared/sync/feed-entry.ts'
import type { ServerLog } from '#server/log/server-log.ts'
import {
  append,
  appendAll,
  inOrder,
  makeCommit,
  makeEvent,
  newDevice,
  newFeed,
  newStream,
  sha256,
} from './log-fixture.ts'
import { effort } from '#test/support/effort.ts'

const writers = 12

/** Many at once, on all server processes of the store. */
export function writersContract(theLogs: () => readonly ServerLog[]): void {
  const logOf = (index: number): ServerLog => must(theLogs()[index % theLogs().length], 'a log')

  it('SYNC-FEED-1 SYNC-APPEND-10 twelve writers lose nothing, and no reader ever sees a hole in a feed', async () => {
    const feeds = [newFeed(), newFeed()]
    const shared = newStream()
    const each = 10 * effort
    let isWriting = true
    const watched = Promise.all(theLogs().flatMap((log) => feeds.map((feed) => watch(log, feed, () => isWriting))))
    const commits = await Promise.all(
      Array.from({ length: writers }, async (_, index) => {
        const made: string[] = []
        const device = newDevice()
        for (let turn = 0; turn < each; turn += 1) {
          const commit = makeCommit([newStream(), shared], { device, first: 1 + turn * 2 })
          await append(logOf(index), commit, turn % 2 === 0 ? feeds : feeds.toReversed())
          made.push(commit.commit)
        }
        return made
      }),
    )
    isWriting = false
    const looks = await watched
    expect(Math.min(...looks)).toBeGreaterThan(0)
    const [log] = theLogs()
    await must(log, 'a log').read(async (reader) => {
      for (const feed of feeds) {
        const entries = await reader.readEntries({ feed, after: 0, limit: 100_000 })
        expect(entries.map(({ sequence }) => sequence)).toEqual(entries.map((_, index) => index + 1))
        const shown = entries.map(({ header }) => JSON.parse(new TextDecoder().decode(header)).commit)
        expect(shown.toSorted(inOrder)).toEqual(commits.flat().toSorted(inOrder))
      }
      const positions = (await reader.readEvents([shared])).map(({ position }) => position)
      expect(positions).toEqual(Array.from({ length: writers * each }, (_, index) => index + 1))
    })
  })

  it('SYNC-PUSH-4 the same commit sent at once from two sides stands once, and the later side finds it', async () => {
    for (let turn = 0; turn < 5; turn += 1) {
      const made = makeCommit([newStream()], { events: [makeEvent(newStream())] })
      const feed = newFeed()
      const send = (log: ServerLog): Promise<string> =>
        log.write(async (writer) => {
          const known = await writer.readCommits([made.commit])
          if (known.length > 0) return 'known'
          await appendAll(writer, [made], [feed])
          return 'taken'
        })
      const answers = await Promise.all([0, 1, 2].map((side) => send(logOf(side))))
      expect(answers.toSorted(inOrder)).toEqual(['known', 'known', 'taken'])
    }
  })
}

/** Follows a feed from its beginning while it grows. Out: how many entries it saw. */
async function watch(log: ServerLog, feed: FeedName, isWriting: () => boolean): Promise<number> {
  let after = 0
  let hash: Uint8Array = noLink
  for (let isLast = false; !isLast;) {
    isLast = !isWriting()
    const page = await log.read((reader) => reader.readEntries({ feed, after, limit: 50 }))
    for (const entry of page) {
      expect(entry.sequence).toBe(after + 1)
      after = entry.sequence
      hash = entryHash(sha256, hash, { feed, sequence: after, header: entry.header })
      expect(Buffer.from(entry.hash).equals(Buffer.from(hash))).toBe(true)
    }
    if (page.length === 50) isLast = false
    if (!isLast) await new Promise((resolve) => setTimeout(resolve, 2))
  }
  return after
}
