import { expect, it } from 'vitest'
import type { LogWriter, ServerLog } from '#server/log/server-log.ts'
import { append, appendAll, makeCommit, makeEvent, newFeed, newStream } from './log-fixture.ts'

/** All or nothing, who waits for whom, what a reader sees. */
export function transactionContract(theLog: () => ServerLog): void {
  it('SYNC-APPEND-1 what throws leaves nothing behind and is thrown on', async () => {
    const made = makeCommit([newStream(), newStream()])
    const feed = newFeed()
    const failing = theLog().write(async (log) => {
      await appendAll(log, [made], [feed])
      await log.takeDuties([`duty ${made.commit}`])
      throw new Error('the engine stopped')
    })
    await expect(failing).rejects.toThrow('the engine stopped')
    const left = await theLog().read(async (log) => ({
      streams: await log.readStreams(made.events.map(({ stream }) => stream)),
      events: await log.findEvents(made.events.map(({ id }) => id)),
      commits: await log.readCommits([made.commit]),
      ends: await log.deviceEnds(made.device),
      feeds: await log.feedEnds([feed]),
      entries: await log.readEntries({ feed, after: 0, limit: 10 }),
      duties: await log.takenDuties([`duty ${made.commit}`]),
    }))
    expect(left).toEqual({
      streams: [],
      events: new Map(),
      commits: [],
      ends: [],
      feeds: [],
      entries: [],
      duties: new Set(),
    })
  })

  it('SYNC-APPEND-1 a failed transaction fails alone: those beside it are kept', async () => {
    const feed = newFeed()
    const commits = Array.from({ length: 6 }, () => makeCommit([newStream()]))
    const results = await Promise.allSettled(
      commits.map((made, index) =>
        theLog().write(async (log) => {
          await appendAll(log, [made], [feed])
          if (index % 2 === 0) throw new Error('refused')
        }),
      ),
    )
    expect(results.map(({ status }) => status)).toEqual([
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
      'rejected',
      'fulfilled',
    ])
    const entries = await theLog().read((log) => log.readEntries({ feed, after: 0, limit: 10 }))
    expect(entries.map(({ sequence }) => sequence)).toEqual([1, 2, 3])
    const kept = commits.filter((_, index) => index % 2 === 1).map(({ commit }) => commit)
    expect((await theLog().read((log) => log.readCommits(kept))).length).toBe(3)
  })

  it('SYNC-APPEND-1 a fault of the store inside a transaction rolls it back and leaves the log usable', async () => {
    const stream = newStream()
    const feed = newFeed()
    const event = makeEvent(stream)
    await append(theLog(), makeCommit([stream], { events: [event] }), [feed])
    const again = append(theLog(), makeCommit([stream], { events: [event] }), [feed])
    // By its own name, however late it is found: what may be tried again is known by it.
    await expect(again).rejects.toMatchObject({ code: '23505' })
    await append(theLog(), makeCommit([stream]), [feed])
    expect((await theLog().read((log) => log.readEvents([stream]))).map(({ position }) => position)).toEqual([1, 2])
  })

  it('SYNC-APPEND-1 a transaction reads what it wrote', async () => {
    const made = makeCommit([newStream()])
    const feed = newFeed()
    const seen = await theLog().write(async (log) => {
      await appendAll(log, [made], [feed])
      return {
        events: (await log.readEvents(made.events.map(({ stream }) => stream))).length,
        found: (await log.findEvents(made.events.map(({ id }) => id))).size,
        entries: (await log.readEntries({ feed, after: 0, limit: 9 })).length,
        end: (await log.feedEnds([feed]))[0]?.sequence,
      }
    })
    expect(seen).toEqual({ events: 1, found: 1, entries: 1, end: 1 })
  })

  it('SYNC-APPEND-10 a locked stream is waited for, and the next sees its new length', async () => {
    const stream = newStream()
    const feed = newFeed()
    const lengths: number[] = []
    const one = (): Promise<unknown> =>
      theLog().write(async (log) => {
        lengths.push((await log.lockStreams([stream]))[0]?.length ?? -1)
        await appendOne(log, stream)
      })
    await Promise.all([one(), one(), one(), one()])
    expect(lengths.toSorted((left, right) => left - right)).toEqual([0, 1, 2, 3])
    expect((await theLog().read((log) => log.feedEnds([feed]))).length).toBe(0)
  })

  it('SYNC-APPEND-10 a transaction is answered in the order in which it asks: what follows a lock sees what its holder wrote', async () => {
    const stream = newStream()
    const lengths: (readonly [number | undefined, number | undefined])[] = []
    const one = (): Promise<unknown> =>
      theLog().write(async (log) => {
        const [locked, read] = await Promise.all([log.lockStreams([stream]), log.readStreams([stream])])
        lengths.push([locked[0]?.length, read[0]?.length ?? 0])
        await appendOne(log, stream)
      })
    await Promise.all([one(), one(), one()])
    expect(lengths.toSorted(([left = 0], [right = 0]) => left - right)).toEqual(
      [0, 1, 2].map((length) => [length, length]),
    )
  })

  it('SYNC-APPEND-10 transactions that wait for each other in a circle both end', async () => {
    const [left, right] = [newStream(), newStream()]
    const inOrder = (first: string, second: string): Promise<void> =>
      theLog().write(async (log) => {
        await log.lockStreams([first])
        await log.lockStreams([second])
        await appendOne(log, second)
      })
    await Promise.all([inOrder(left, right), inOrder(right, left)])
    const rows = await theLog().read((log) => log.readStreams([left, right]))
    expect(rows.map(({ length }) => length)).toEqual([1, 1])
  })

  it('SYNC-APPEND-10 streams come back in the order asked, new ones with length 0', async () => {
    const [known, fresh] = [newStream(), newStream()]
    const feed = newFeed()
    await append(theLog(), makeCommit([known, known]), [feed])
    const rows = await theLog().write((log) => log.lockStreams([fresh, known]))
    expect(rows).toEqual([
      { stream: fresh, length: 0, feeds: [], notes: [] },
      { stream: known, length: 2, feeds: [feed], notes: ['open'] },
    ])
    expect((await theLog().read((log) => log.readStreams([fresh, known]))).map(({ stream }) => stream)).toEqual([known])
  })

  it('SYNC-PULL-1 a reader sees one state, whatever is written meanwhile', async () => {
    const stream = newStream()
    const feed = newFeed()
    await append(theLog(), makeCommit([stream]), [feed])
    let written: Promise<unknown> = Promise.resolve()
    const seen = await theLog().read(async (log) => {
      const before = await log.readEvents([stream])
      written = append(theLog(), makeCommit([stream]), [feed])
      if (theLog().kind !== 'pglite') await written
      const after = await log.readEvents([stream])
      const [end] = await log.feedEnds([feed])
      const entries = await log.readEntries({ feed, after: 0, limit: 10 })
      return [before.length, after.length, end?.sequence, entries.length]
    })
    expect(seen).toEqual([1, 1, 1, 1])
    await written
    expect((await theLog().read((log) => log.readEvents([stream]))).length).toBe(2)
  })

  it('SYNC-FEED-1 a fault of the engine is caught: wrong position, wrong sequence, stream not locked, locked too late', async () => {
    const stream = newStream()
    const feed = newFeed()
    const [event] = makeCommit([stream]).events
    const stored = {
      ...makeEvent(stream),
      ...event,
      position: 2,
      commit: stream.slice(5),
      device: 'd',
      epoch: 1,
      sequence: 1,
    }
    const faults: ((log: LogWriter) => Promise<unknown>)[] = [
      (log) => log.insertEvents([stored]),
      async (log) => {
        await log.lockStreams([stream])
        await log.insertEvents([stored])
      },
      async (log) => {
        await log.takeFeeds([feed])
        await log.lockStreams([stream])
      },
      async (log) => {
        await log.takeFeeds([feed])
        const bytes = new Uint8Array(32)
        await log.insertEntries([{ feed, sequence: 2, hash: bytes, header: bytes, withPrivate: [] }])
      },
    ]
    for (const fault of faults) await expect(theLog().write(fault)).rejects.toThrow('broken invariant')
    expect(await theLog().read((log) => log.readStreams([stream]))).toEqual([])
  })
}

async function appendOne(log: LogWriter, stream: string): Promise<void> {
  const [row] = await log.lockStreams([stream])
  const length = row?.length ?? 0
  const made = makeCommit([stream])
  const [event] = made.events
  if (event === undefined) return
  const { commit, device } = made
  await log.insertEvents([{ ...event, position: length + 1, commit, device, epoch: 1, sequence: 1 }])
  await log.setStreams([{ stream, length: length + 1, feeds: [], notes: [] }])
}
