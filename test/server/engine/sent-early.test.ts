import { expect, test } from 'vitest'
import { createMemoryLog } from '#server/log/memory-log.ts'
import type { ServerLog } from '#server/log/server-log.ts'
import { departmentA } from '#test/support/case-world.ts'
import { entriesOf, referred } from '#test/support/sync/engine-steps.ts'
import { SyncedCase, joinedOffice, testServer } from '#test/support/sync/test-office.ts'

/** Notes how many events each insertion carries. */
function noting(log: ServerLog, counts: number[]): ServerLog {
  return {
    ...log,
    write: (work) =>
      log.write((writer) =>
        work({
          ...writer,
          insertEvents: (events) => {
            counts.push(events.length)
            return writer.insertEvents(events)
          },
        }),
      ),
  }
}

test('SYNC-APPEND-1 SYNC-FEED-3 events that went to the log while their push was judged are shown once, and all of them', async () => {
  const counts: number[] = []
  const server = testServer(noting(createMemoryLog(), counts), { eventsAtOnce: 1 })
  const device = await joinedOffice(server)
  const world = new SyncedCase()
  referred(world, device)
  const [first, last] = [device.commits.length - 4, device.commits.length]
  await server.push(device, first, last - 2)
  counts.length = 0
  const answers = await server.push(device, last - 2, last)
  expect(answers.map(({ outcome }) => outcome.kind)).toEqual(['accepted', 'accepted'])
  // Classifying went before referring was judged, which shows the department all that stood before.
  expect(counts).toHaveLength(2)
  const shown = (await entriesOf(server, `department:${departmentA}`)).flatMap(({ header }) =>
    'events' in header ? header.events.filter(({ stream }) => stream === world.stream) : [],
  )
  const ids = shown.map(({ id }) => id)
  expect(new Set(ids).size).toBe(ids.length)
  const types = new Map(world.events.map(({ id, type }) => [id, type]))
  expect(ids.map((id) => types.get(id))).toEqual(expect.arrayContaining(['registered', 'classified', 'referred']))
})

test('SYNC-APPEND-1 a push that fails leaves nothing of what went to the log before', async () => {
  const log = createMemoryLog()
  const failing: ServerLog = {
    ...log,
    write: (work) =>
      log.write((writer) => work({ ...writer, insertCommits: () => Promise.reject(new Error('the disk is full')) })),
  }
  const server = testServer(log, { eventsAtOnce: 1 })
  const device = await joinedOffice(server)
  const broken = testServer(failing, { eventsAtOnce: 1 })
  const world = new SyncedCase()
  referred(world, device)
  await expect(broken.push(device, device.commits.length - 4)).rejects.toThrow('the disk is full')
  expect(await log.read((reader) => reader.readEvents([world.stream]))).toEqual([])
  expect((await server.push(device, device.commits.length - 4)).map(({ outcome }) => outcome.kind)).toEqual(
    Array.from({ length: 4 }, () => 'accepted'),
  )
})
