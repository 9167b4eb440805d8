import { expect, it } from 'vitest'
import { createMemoryLog } from '#server/log/memory-log.ts'
import { logContract } from './contract.ts'
import { append, appendAll, makeCommit, newFeed, newStream } from './log-fixture.ts'

logContract('memory', () => {
  const log = createMemoryLog()
  return Promise.resolve({ logs: [log], close: () => log.close() })
})

it('SYNC-APPEND-10 transactions run side by side: the later to begin may be the first to commit', async () => {
  const log = createMemoryLog()
  const ended: string[] = []
  const slow = log.write(async (writer) => {
    for (let turn = 0; turn < 20; turn += 1) await writer.readStreams([])
    await appendAll(writer, [makeCommit(['list:central/a'])], [newFeed()])
    ended.push('slow')
  })
  const quick = log.write(async (writer) => {
    await appendAll(writer, [makeCommit([newStream()])], [newFeed()])
    ended.push('quick')
  })
  await Promise.all([slow, quick])
  expect(ended).toEqual(['quick', 'slow'])
})

it('SYNC-APPEND-1 a server that stops at any point of a transaction leaves nothing of it and holds no row', async () => {
  let left = Number.POSITIVE_INFINITY
  const log = createMemoryLog({
    pause: () => {
      left -= 1
      return left < 0 ? Promise.reject(new Error('power lost')) : Promise.resolve()
    },
  })
  const stream = newStream()
  const feed = newFeed()
  const made = makeCommit([stream])
  let stops = 0
  for (let point = 0; ; point += 1) {
    left = point
    const done = await append(log, made, [feed]).then(
      () => true,
      () => false,
    )
    left = Number.POSITIVE_INFINITY
    if (done) break
    stops += 1
    expect(await log.read((reader) => reader.readStreams([stream]))).toEqual([])
  }
  expect(stops).toBeGreaterThan(5)
  expect((await log.read((reader) => reader.readEntries({ feed, after: 0, limit: 9 }))).length).toBe(1)
})

it('S5 a log that begins with a copy draws higher numbers than the copy has, also where some were rolled back; seed 3579', async () => {
  const [one, other] = ['list:central/one', 'list:central/other']
  const first = createMemoryLog()
  for (let turn = 0; turn < 9; turn += 1)
    await first
      .write(async (writer) => {
        await appendAll(writer, [makeCommit([one])], [newFeed()])
        if (turn < 8) throw new Error('power lost')
      })
      .catch(() => null)
  const again = createMemoryLog({ image: first.tables })
  await append(again, makeCommit([other]), [newFeed()])
  const read = await again.read((log) => log.readEventsOfKinds(['list:']))
  expect(read.map(({ stream }) => stream)).toEqual([one, other])
})
