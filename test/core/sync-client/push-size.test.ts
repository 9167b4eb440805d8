import { expect, it } from 'vitest'
import { countByStanding } from '#core/store/own-commits.ts'
import { pushBytes } from '#core/sync-client/push-size.ts'
import { exchange } from '#core/sync-client/round.ts'
import { refuse } from '#shared/lib/result.ts'
import { readRecords } from '#shared/sync/records.ts'
import { PlainServer, plainFeed } from '#test/support/sync/plain-server.ts'
import { type TestReplica, testReplica } from '#test/support/sync/test-replica.ts'

const stream = 'case:018f0000-0000-7000-8000-000000000001'
const most = 1024 * 1024
const silence = refuse('sync-unreachable', { detail: 'ETIMEDOUT' })

function machineWith(commits: number): TestReplica {
  const machine = testReplica(new PlainServer(), { device: 'machine-a', projections: [] })
  writeCommits(machine, commits)
  return machine
}

function writeCommits(machine: TestReplica, commits: number): void {
  for (let n = 0; n < commits; n += 1) machine.append({ stream, facts: { n, text: 'x'.repeat(9000) } })
}

/** Behind a proxy that takes every question at once, and has passed so much of it on when its call ends; what it passes on later arrives too. */
function behindProxy({ client }: TestReplica, passedOn: number) {
  const { wire } = client
  const sizes: number[] = []
  const push: typeof wire.push = async (page) => {
    sizes.push(page.length)
    if (page.length <= passedOn) return wire.push(page)
    if (sizes.length % 2 === 0) await wire.push(page)
    return silence
  }
  return { sizes, client: { ...client, wire: { ...wire, push } } }
}

it('S17 S10 SYNC-LINK-4 what ends in silence goes in halves until it gets through a proxy that buffers before a slow line, then as much at once as ever', async () => {
  const machine = machineWith(150)
  const { sizes, client } = behindProxy(machine, 300_000)
  for (let round = 0; round < 3; round += 1) await exchange(client, 'all')
  const { db } = machine.store
  expect(countByStanding(db)).toMatchObject({ accepted: 150, pending: 0, sent: 0 })
  expect(sizes[0]).toBeGreaterThan(900_000)
  // Half of it was too much as well, and half of that was not: all that waited went so, without trying again.
  expect(sizes.filter((bytes) => bytes > 300_000)).toHaveLength(4)
  expect(sizes.filter((bytes) => bytes <= 300_000).length).toBeGreaterThan(4)
  expect(pushBytes(client)).toBe(most)
})

it('S10 SYNC-LINK-4 a dead line makes nothing smaller than 64 KiB, and nothing at all of what was small', async () => {
  const machine = machineWith(1)
  const { sizes, client } = behindProxy(machine, 0)
  await exchange(client, 'push')
  expect(pushBytes(client)).toBe(most)
  writeCommits(machine, 60)
  for (let round = 0; round < 8; round += 1) await exchange(client, 'push')
  expect(sizes.at(-1)).toBeGreaterThan(50_000)
  expect(sizes.at(-1)).toBeLessThanOrEqual(64 * 1024)
  expect(pushBytes(client)).toBeGreaterThanOrEqual(64 * 1024)
})

it('SYNC-LINK-4 what fails in another way is sent as it was', async () => {
  const machine = machineWith(60)
  const { wire } = machine.client
  const push: typeof wire.push = async () => refuse('sync-unreachable', { detail: 'ECONNRESET' })
  const client = { ...machine.client, wire: { ...wire, push } }
  await exchange(client, 'push')
  expect(pushBytes(client)).toBe(most)
})

it('S17 SYNC-LINK-4 SYNC-RECOVER-2 offers are as small, whatever stands in one commit', async () => {
  const server = new PlainServer()
  const author = testReplica(server, { device: 'machine-a', projections: [] })
  const other = testReplica(server, { device: 'machine-b', projections: [] })
  writeCommits(author, 60)
  author.append(...Array.from({ length: 40 }, () => ({ stream, facts: { text: 'x'.repeat(9000) } })))
  writeCommits(author, 1)
  for (const { client } of [author, other]) expect(await exchange(client, 'all')).toMatchObject({ ok: true })
  server.logEpoch += 1
  server.feeds.set(plainFeed, [])
  server.seen.clear()
  server.positions.clear()
  server.outcomes.clear()
  expect(await exchange(other.client, 'all')).toMatchObject({ ok: true })
  const sizes = server.offered.map((page) => page.length)
  const large = sizes.filter((bytes) => bytes > 256 * 1024)
  expect([sizes.length, large.length]).toEqual([5, 1])
  const events = server.offered.flatMap((page) => readRecords(page) ?? []).length / 3
  expect(events).toBe(101)
})
