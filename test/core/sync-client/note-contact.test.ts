import { expect, it } from 'vitest'
import { readFeeds } from '#core/store/feeds.ts'
import { Driver } from '#core/sync-client/driver.ts'
import type { LiveEars } from '#core/sync-client/live-channel.ts'
import { readMembership } from '#core/sync-client/membership.ts'
import { exchange } from '#core/sync-client/round.ts'
import { instantFromMs, msOf } from '#shared/domain/clock/instant.ts'
import { testInstant } from '#test/support/temporary-store.ts'
import { plainFeed, PlainServer } from '#test/support/sync/plain-server.ts'
import { testReplica } from '#test/support/sync/test-replica.ts'

/** A machine that greeted its server at second 0; out: the second of its last contact, after an exchange at another. */
async function machineAt0() {
  const server = new PlainServer()
  const { client, store, append } = testReplica(server, { device: 'machine-a', projections: [] })
  const at = (second: number) => instantFromMs(msOf(testInstant) + second * 1000)
  const pushAt = async (second: number, work: 'all' | 'push' = 'push'): Promise<number> => {
    const ports = { ...client.ports, clock: { now: () => at(second) } }
    await exchange({ ...client, ports }, work)
    const last = readMembership(store.db)?.lastContact ?? ''
    return (Date.parse(last) - msOf(testInstant)) / 1000
  }
  const write = () => append({ stream: 'case:018f0000-0000-7000-8000-000000000001', facts: { n: 1 } })
  expect(await pushAt(0, 'all')).toBe(0)
  return { server, write, pushAt }
}

it('SYNC-LINK-6 every answer is a contact, noted at most every half minute', async () => {
  const { write, pushAt } = await machineAt0()
  for (const [second, noted] of [
    [29, 0],
    [30, 30],
    [59, 30],
    [61, 61],
  ] as const) {
    write()
    expect(await pushAt(second)).toBe(noted)
  }
})

it('SYNC-LINK-6 an exchange in which the server said nothing, or did not answer, is none', async () => {
  const { server, write, pushAt } = await machineAt0()
  expect(await pushAt(100)).toBe(0)
  write()
  server.isReachable = false
  expect(await pushAt(200)).toBe(0)
  server.isReachable = true
  expect(await pushAt(300)).toBe(300)
})

it('SYNC-LINK-6 S13 a clock that was set back is believed, or the machine would be without contact for years', async () => {
  const { write, pushAt } = await machineAt0()
  write()
  expect(await pushAt(-1000)).toBe(-1000)
})

it('SYNC-LINK-6 a page that comes by itself over the live line is a contact too', async () => {
  const server = new PlainServer()
  const [a, b] = ['machine-a', 'machine-b'].map((device) => testReplica(server, { device, projections: [] }))
  if (a === undefined || b === undefined) throw new Error('two machines')
  let second = 0
  const ports = { ...b.client.ports, clock: { now: () => instantFromMs(msOf(testInstant) + second * 1000) } }
  const client = { ...b.client, ports }
  const ears: LiveEars[] = []
  const driver = new Driver({
    client,
    round: (work) => exchange(client, work),
    after: () => () => {},
    jitter: () => 0,
    openLive: (opened) => (ears.push(opened), { follow: () => {}, close: () => {} }),
    onState: () => {},
  })
  driver.tell({ kind: 'join' })
  await expect.poll(() => driver.state.kind).toBe('resting')
  a.append({ stream: 'case:018f0000-0000-7000-8000-000000000001', facts: { n: 1 } })
  await exchange(a.client, 'all')
  second = 600
  const [followed] = readFeeds(b.store.db)
  ears.at(-1)?.page(server.page({ feed: plainFeed, after: followed?.cursor ?? 0 }))
  await expect.poll(() => readMembership(b.store.db)?.lastContact).toBe(ports.clock.now())
  driver.tell({ kind: 'leave' })
})
