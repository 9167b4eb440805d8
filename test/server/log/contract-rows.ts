import { expect, it } from 'vitest'
import { must } from '#shared/lib/assert.ts'
import { FeedName } from '#shared/sync/feed-entry.ts'
import type { ServerLog, StreamRow } from '#server/log/server-log.ts'
import {
  accepted,
  append,
  appendAll,
  held,
  inOrder,
  keptOf,
  makeCommit,
  makeEvent,
  newDevice,
  newFeed,
  newId,
  newStream,
  plainly,
  storedCommit,
} from './log-fixture.ts'

/** What is put in comes out, byte by byte. */
export function rowsContract(theLog: () => ServerLog): void {
  it('SYNC-ENV-1 events come back with exactly their bytes, each stream in the order of positions', async () => {
    const [left, right] = [newStream(), newStream()]
    const odd = { ...makeEvent(left), facts: Uint8Array.from([0, 255, 0, 92, 39]), private: null }
    const large = makeEvent(left, 1_500_000)
    const made = makeCommit([], { events: [makeEvent(right), odd, large, makeEvent(right)] })
    const stored = await append(theLog(), made, [newFeed()])
    const read = await theLog().read((log) => log.readEvents([left, right]))
    for (const stream of [left, right]) expect(byStream(read, stream)).toEqual(byStream(stored, stream))
    expect(read.length).toBe(4)
  })

  it('SYNC-APPEND-4 events of a kind come in the order of acceptance', async () => {
    const feed = newFeed()
    const streams = [`group:${newId()}/b`, `unit:${newId()}`]
    const ids: string[] = []
    for (let turn = 0; turn < 3; turn += 1) {
      for (const stream of streams) {
        const [event] = await append(theLog(), makeCommit([stream]), [feed])
        ids.push(must(event, 'one event').id)
      }
    }
    await append(theLog(), makeCommit([`user:${newId()}`]), [feed])
    const read = await theLog().read((log) => log.readEventsOfKinds(['unit:', 'group:']))
    expect(read.map(({ id }) => id).filter((id) => ids.includes(id))).toEqual(ids)
    expect(read.every(({ stream }) => /^(group|unit):/.test(stream))).toBe(true)
  })

  it('SYNC-PUSH-4 commits, their links and the ends of chains are found again', async () => {
    const device = newDevice()
    const first = makeCommit([newStream(), newStream()], { device })
    const second = makeCommit([newStream()], { device, first: 3 })
    const third = makeCommit([newStream()], { device, epoch: 2 })
    for (const made of [first, second, third]) await append(theLog(), made, [newFeed()])
    await theLog().read(async (log) => {
      const commits = await log.readCommits([second.commit, newId(), first.commit])
      expect(plainly(new Map(commits.map((commit) => [commit.commit, commit])))).toEqual(
        plainly(new Map([first, second].map((made) => [made.commit, storedCommit(made)]))),
      )
      expect(plainly(await log.deviceEnds(device))).toEqual([
        { device, epoch: 1, sequence: 3, link: plainly(storedCommit(second).link) },
        { device, epoch: 2, sequence: 1, link: plainly(storedCommit(third).link) },
      ])
      expect(plainly(await log.linkAt({ device, epoch: 1, sequence: 2 }))).toEqual(plainly(storedCommit(first).link))
      expect(await log.linkAt({ device, epoch: 1, sequence: 1 })).toBeNull()
      const ids = first.events.map(({ id }) => id)
      expect(await log.findEvents([...ids, newId()])).toEqual(new Map(ids.map((id) => [id, first.commit])))
    })
  })

  it('S15 every feed, every chain and the commits of a chain can be walked', async () => {
    const device = newDevice()
    const feed = newFeed()
    const made = [1, 2, 3].map((first) => makeCommit([newStream()], { device, first }))
    for (const each of made) await append(theLog(), each, [feed])
    await theLog().read(async (log) => {
      const ends = await log.allFeedEnds()
      expect(ends.find((end) => end.feed === feed)?.sequence).toBe(3)
      expect(ends.map((end) => end.feed)).toEqual(ends.map((end) => end.feed).toSorted(inOrder))
      expect((await log.allDeviceEnds()).filter((end) => end.device === device).length).toBe(1)
      const commits = await log.readChain({ device, epoch: 1, after: 1, limit: 1 })
      expect(plainly(commits)).toEqual([plainly(storedCommit(must(made[1], 'three')))])
      expect((await log.readChain({ device, epoch: 1, after: 0, limit: 9 })).map(({ commit }) => commit)).toEqual(
        made.map(({ commit }) => commit),
      )
    })
  })

  it('SYNC-SNAP-1 streams of a feed come in the order of their names, by note and in pages', async () => {
    const [feed, other] = [newFeed(), newFeed()]
    const names = Array.from({ length: 4 }, newStream).toSorted(inOrder)
    await append(theLog(), makeCommit(names), [feed])
    const [first, second, third, last] = names
    const row = (stream: string | undefined, notes: string[], feeds = [feed]): StreamRow => {
      return { stream: must(stream, 'four'), length: 1, feeds, notes }
    }
    await theLog().write(async (log) => {
      await log.lockStreams(names)
      await log.setStreams([row(first, ['open', 'owner:o']), row(second, []), row(third, ['open'], [other])])
    })
    const asked = { feed, note: null, after: '', limit: 10 }
    const find = (change: Partial<typeof asked> | { note: string }): Promise<readonly string[]> =>
      theLog().read(async (log) => (await log.readStreamsOf({ ...asked, ...change })).map(({ stream }) => stream))
    expect(await find({})).toEqual([first, second, last])
    expect(await find({ note: 'open' })).toEqual([first, last])
    expect(await find({ limit: 1 })).toEqual([first])
    expect(await find({ after: must(second, 'four') })).toEqual([last])
    expect(await theLog().read((log) => log.readStreams([names[0] ?? '']))).toEqual([row(first, ['open', 'owner:o'])])
  })

  it('SYNC-APPEND-11 held commits are kept whole, listed oldest first, and leave the list with a new outcome', async () => {
    const device = newDevice()
    const made = [1, 2].map((first) => makeCommit([newStream()], { device, first }))
    const [older, newer] = [must(made[0], 'two'), must(made[1], 'two')]
    await theLog().write(async (log) => {
      await log.insertCommits([
        { ...storedCommit(newer, held), receivedAt: '2026-11-27T11:00:00.000Z' },
        { ...storedCommit(older, held), receivedAt: '2026-11-27T10:00:00.000Z' },
      ])
      await log.insertKept(made.map(keptOf))
    })
    await theLog().read(async (log) => {
      expect((await log.readHeld(device)).map(({ commit }) => commit)).toEqual([older.commit, newer.commit])
      expect((await log.readHeld(null)).map(({ commit }) => commit)).toEqual(
        expect.arrayContaining([older.commit, newer.commit]),
      )
      expect((await log.readHeld(device))[0]?.outcome).toEqual(held)
      expect(plainly(await log.readKept([older.commit]))).toEqual([plainly(keptOf(older))])
      expect((await log.findEvents(older.events.map(({ id }) => id))).size).toBe(1)
    })
    await theLog().write((log) => log.setOutcome(older.commit, accepted))
    await theLog().read(async (log) => {
      expect((await log.readHeld(device)).map(({ commit }) => commit)).toEqual([newer.commit])
      expect(await log.readKept([older.commit])).toEqual([])
      expect((await log.readCommits([older.commit]))[0]?.outcome).toEqual(accepted)
    })
  })

  it('SYNC-APPEND-9 a duty key is taken once', async () => {
    const key = `duty ${newId()}`
    await theLog().write((log) => log.takeDuties([key]))
    expect(await theLog().read((log) => log.takenDuties([key, 'another']))).toEqual(new Set([key]))
    await expect(theLog().write((log) => log.takeDuties([key]))).rejects.toThrow()
  })

  it('SYNC-FEED-3 an entry carries the bytes that its feed may hold, from any place, as many as asked', async () => {
    const office = newFeed()
    const department = FeedName.parse(`department:${newId()}`)
    const made = Array.from({ length: 5 }, () => makeCommit([newStream(), newStream()]))
    await theLog().write((log) => appendAll(log, made, [office, department]))
    await theLog().read(async (log) => {
      const entries = await log.readEntries({ feed: office, after: 1, limit: 3 })
      expect(entries.map(({ sequence }) => sequence)).toEqual([2, 3, 4])
      const shown = (commit: (typeof made)[number] | undefined, withPrivate: boolean): unknown =>
        plainly(
          commit?.events.map(({ envelope, facts, private: secret }) => {
            return { envelope, facts, private: withPrivate ? secret : null }
          }),
        )
      expect(plainly(entries.map(({ events }) => events))).toEqual(made.slice(1, 4).map((each) => shown(each, true)))
      const last = await log.readEntries({ feed: department, after: 4, limit: 3 })
      expect(plainly(last.map(({ events }) => events))).toEqual([shown(made[4], false)])
      expect(last[0]?.withPrivate).toEqual([false, false])
      const ends = await log.feedEnds([department])
      expect(plainly(ends)).toEqual([{ feed: department, sequence: 5, hash: plainly(last[0]?.hash) }])
    })
  })

  it('SYNC-PULL-5 what one chain wrote comes to it without its bytes, what it did not write with them', async () => {
    const feed = newFeed()
    const [own, other] = [makeCommit([newStream(), newStream()]), makeCommit([newStream()])]
    await theLog().write((log) => appendAll(log, [own, other], [feed]))
    const chain = { device: own.device, epoch: own.epoch }
    await theLog().read(async (log) => {
      const whole = await log.readEntries({ feed, after: 0, limit: 3 })
      const left = (chosen: typeof chain) => log.readEntriesFor({ feed, after: 0, limit: 3, own: chosen })
      expect(plainly(await left(chain))).toEqual(plainly([{ ...whole[0], events: null }, whole[1]]))
      expect(plainly(await left({ ...chain, epoch: chain.epoch + 1 }))).toEqual(plainly(whole))
      expect(plainly(await left({ ...chain, device: 'another' }))).toEqual(plainly(whole))
    })
  })

  it('SYNC-PEOPLE-1 who wants events of some types gets the bytes of these alone, as the feed shows them', async () => {
    const feeds = [FeedName.parse(`department:${newId()}`), newFeed()]
    const types = ['one', 'note.added', 'two', 'one']
    const stream = newStream()
    await append(theLog(), makeCommit([], { events: types.map((type) => makeEvent(stream, 9, type)) }), feeds)
    await theLog().read(async (log) => {
      for (const feed of feeds) {
        const [whole] = await log.readEntries({ feed, after: 0, limit: 3 })
        const [some] = await log.readEntriesOf({ feed, after: 0, limit: 3, types: ['one', 'two', 'three'] })
        const events = whole?.events.map((event, index) => (types[index] === 'note.added' ? null : event))
        expect(plainly(some)).toEqual(plainly({ ...whole, events }))
      }
    })
  })

  it('SYNC-FEED-5 an entry without events is an entry', async () => {
    const feed = newFeed()
    const header = new TextEncoder().encode('{"at":"2026-11-27T10:00:00.000Z","kind":"withdrawn","stream":"case:x"}')
    await theLog().write(async (log) => {
      await log.takeFeeds([feed])
      await log.insertEntries([{ feed, sequence: 1, hash: new Uint8Array(32).fill(7), header, withPrivate: [] }])
    })
    const [entry] = await theLog().read((log) => log.readEntries({ feed, after: 0, limit: 10 }))
    const row = { feed, sequence: 1, hash: new Uint8Array(32).fill(7), header, withPrivate: [], events: [] }
    expect(plainly(entry)).toEqual(plainly(row))
  })

  it('SYNC-FEED-7 forgetting takes the private parts of one stream from events and kept commits', async () => {
    const [gone, stays] = [newStream(), newStream()]
    const feed = newFeed()
    await append(theLog(), makeCommit([gone, stays]), [feed])
    const waiting = makeCommit([gone, stays])
    await theLog().write(async (log) => {
      await log.insertCommits([storedCommit(waiting, held)])
      await log.insertKept([keptOf(waiting)])
    })
    await theLog().write((log) => log.forgetPrivate(gone))
    await theLog().read(async (log) => {
      const events = await log.readEvents([gone, stays])
      expect(new Map(events.map((event) => [event.stream, event.private === null]))).toEqual(
        new Map([
          [gone, true],
          [stays, false],
        ]),
      )
      const [kept] = await log.readKept([waiting.commit])
      expect(kept?.events.map((event) => event.private === null)).toEqual([true, false])
      const [entry] = await log.readEntries({ feed, after: 0, limit: 1 })
      expect(entry?.events.map((event) => event.private === null)).toEqual([true, false])
    })
  })

  it('SYNC-APPEND-1 nothing asked is nothing found', async () => {
    const none = await theLog().write(async (log) => [
      await log.readStreams([]),
      await log.readEvents([]),
      await log.readCommits([]),
      [...(await log.findEvents([]))],
      await log.readKept([]),
      await log.feedEnds([]),
      [...(await log.takenDuties([]))],
      await log.lockStreams([]),
      await log.takeFeeds([]),
      await log.readEntries({ feed: newFeed(), after: 0, limit: 10 }),
    ])
    expect(none).toEqual(none.map(() => []))
  })
}

const byStream = (events: readonly { readonly stream: string }[], stream: string): unknown =>
  plainly(events.filter((event) => event.stream === stream))
