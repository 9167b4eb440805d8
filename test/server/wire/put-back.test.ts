import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zstdCompressSync, zstdDecompressSync } from 'node:zlib'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wireVersion } from '#shared/contract/wire/contract.ts'
import { writeLivePush } from '#shared/contract/wire/live.ts'
import { blockSize } from '#shared/domain/numbering/number-blocks.ts'
import { must } from '#shared/lib/assert.ts'
import { FeedName } from '#shared/sync/feed-entry.ts'
import { readFeedPage } from '#shared/sync/feed-page.ts'
import type { SignedHead } from '#shared/sync/feed-page.ts'
import { numberCounters } from '#server/log/schema/device-tables.ts'
import { openDatabase } from '#server/log/open-database.ts'
import { lookAtLogEnd } from '#server/log-witness.ts'
import { storeOf } from '#server/open-server.ts'
import { ownPush } from '#server/devices/own-push.ts'
import { writeFact } from '#server/devices/server-facts.ts'
import { openChannel } from '#test/support/live-channel.ts'
import { putBackFeed } from '#test/support/put-back-feed.ts'
import { realPostgres } from '#test/support/real-postgres.ts'
import { appendTestEntries } from '#test/support/test-entries.ts'
import { administer, enrolTestDevice, serverPatience, startTestServer, wireClient } from '#test/support/test-server.ts'
import type { TestDevice, TestServer, WireClient } from '#test/support/test-server.ts'

const office = FeedName.parse('office:office-no')
const postgres = await realPostgres()
const stores = [
  { store: 'PGlite', url: null, servers: 1 },
  { store: 'PostgreSQL, two servers', url: postgres?.url ?? null, servers: 2 },
] as const

/** It looks by itself every minute. */
const withoutItsOwnLook = 30_000
const someEvent = { stream: 'unit:x', type: 'x', version: 1, facts: {}, private: null }

/** The server's word on where the office's feed ends, as a machine keeps it. */
async function headAt({ sync }: WireClient, after = 0): Promise<SignedHead> {
  const blob = await sync.pull({ feed: office, after, limit: 1000 })
  const page = must(readFeedPage(zstdDecompressSync(Buffer.from(await blob.arrayBuffer()))), 'a page')
  const { feed, logEpoch, sequence, hash, signature } = page.head
  return { feed, logEpoch, sequence, hash, signature }
}

const hello = ({ sync }: WireClient, heads?: readonly SignedHead[]) =>
  sync.hello({ wire: wireVersion, epoch: 1, waiting: 0, ...(heads === undefined ? {} : { heads: [...heads] }) })

const epochOf = async (client: WireClient, heads?: readonly SignedHead[]): Promise<number> =>
  (await hello(client, heads)).server.logEpoch

describe.each(stores)('a log that was put back: $store', ({ url, servers }) => {
  const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
  let server: TestServer
  let other: TestServer
  let device: TestDevice
  let there: WireClient

  const alarms = async () => (await administer<{ alarms: number }>(server, 'status', {})).alarms
  const append = (count: number) => appendTestEntries(server.server, { feed: office, count, bytes: 50 })

  beforeAll(async () => {
    if (servers > 1 && url === null) return
    server = await startTestServer(folder, url)
    await administer(server, 'office add', { code: 'NO', name: 'مكتب الشمال' })
    other = servers > 1 ? await startTestServer(folder, url) : server
    device = await enrolTestDevice(server, { kind: 'office', code: 'NO' })
    there = wireClient(other.address, device.credential)
  }, serverPatience)

  afterAll(async () => {
    if (servers > 1 && url === null) return
    if (other !== server) await other.stop()
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
    if (servers > 1) await postgres?.stop()
  })

  const proves = test.skipIf(servers > 1 && url === null)

  proves('SYNC-RECOVER-10 what its log holds, and what it never signed, proves nothing', async () => {
    await append(3)
    const head = await headAt(device.client)
    const before = { ...head, sequence: head.sequence - 1 }
    const beyond = { ...head, sequence: head.sequence + 9 }
    const later = { ...head, logEpoch: head.logEpoch + 1 }
    // Asked for what comes behind a place that is not there it signs too, that nothing is there.
    const nowhere = await headAt(device.client, head.sequence + 20)
    expect(nowhere.sequence).toBe(head.sequence + 20)
    expect(await epochOf(device.client, [nowhere])).toBe(1)
    expect(await epochOf(device.client)).toBe(1)
    expect(await epochOf(device.client, [head])).toBe(1)
    await append(1)
    expect(await epochOf(device.client, [head, before, beyond, later])).toBe(1)
    expect(await alarms()).toBe(0)
  })

  proves(
    'SYNC-RECOVER-10 one that ends before what it signed begins a new log epoch, once, for every server on it (S12)',
    async () => {
      await append(2)
      const head = await headAt(there)
      await putBackFeed(server.server, office, head.sequence - 1)
      expect(await epochOf(device.client)).toBe(1)
      const given = await device.client.numbers.take({ year: 2041 })
      const told = await Promise.all([device.client, there, device.client, there].map((each) => epochOf(each, [head])))
      expect(new Set(told).size).toBe(1)
      expect(told[0]).toBeGreaterThan(1)
      expect(await epochOf(there)).toBe(told[0])
      expect(await alarms()).toBe(1)
      // Whatever was given since the copy was made, it is not given again (SYNC-RECOVER-5).
      const next = await there.numbers.take({ year: 2041 })
      expect(next.from - given.from).toBeGreaterThan(100 * blockSize)
      expect((await there.numbers.take({ year: 2020 })).from).toBeGreaterThan(100 * blockSize)
      expect(await headAt(there)).toMatchObject({ logEpoch: told[0] })
      // Known by now: the same head says nothing new.
      expect(await epochOf(device.client, [head])).toBe(told[0])
    },
  )

  proves(
    'R-01 SYNC-RECOVER-10 a block that was given is not given again by a database that knows of it no more, of whichever server it is asked; seed 1133',
    async () => {
      const of = { year: 2042 }
      const given = [await device.client.numbers.take(of), await there.numbers.take(of)]
      const isOfYear = sql`${numberCounters.year} = ${of.year}`
      await server.server.db.delete(numberCounters).where(isOfYear)
      const { from } = await there.numbers.take(of)
      expect(given.map((block) => block.from)).not.toContain(from)
      await server.server.db.update(numberCounters).set({ given: 0 }).where(isOfYear)
      expect((await device.client.numbers.take(of)).from).toBe(from + blockSize)
    },
  )

  proves(
    'SYNC-RECOVER-10 so does one that says something else where it signed, also if it is longer; what followed it ends',
    async () => {
      await append(2)
      const head = await headAt(device.client)
      const channel = await openChannel(other, device)
      channel.follow([{ feed: office, sequence: head.sequence }])
      await putBackFeed(server.server, office, head.sequence - 1)
      await append(3)
      expect(await epochOf(there, [head])).toBeGreaterThan(head.logEpoch)
      expect(await channel.closed).toBe(1001)
      expect(await alarms()).toBe(2)
    },
  )

  /** The log is put back, and one server of it hears so by a hello. Out: the log epoch that it opened. */
  async function putBackAt(client: WireClient): Promise<number> {
    await append(2)
    const head = await headAt(client)
    await putBackFeed(server.server, office, head.sequence - 1)
    return epochOf(client, [head])
  }

  // Where one server runs there is no other.
  const provesOfAnother = servers === 1 ? () => {} : proves

  provesOfAnother(
    'SYNC-RECOVER-10 another server on it, which nobody has greeted, goes on in the new log epoch with the next call, live page or live push, or by itself (S12)',
    async () => {
      await hello(device.client)
      const called = await putBackAt(device.client)
      expect(await headAt(there)).toMatchObject({ logEpoch: called })
      const follower = await openChannel(other, device)
      follower.follow([{ feed: office, sequence: (await headAt(there)).sequence }])
      const followed = await putBackAt(device.client)
      await append(1)
      expect(await follower.closed).toBe(1001)
      expect(other.server.identity.logEpoch).toBe(followed)
      const writer = await openChannel(other, device)
      const pushed = await putBackAt(device.client)
      const page = await ownPush(other.server.log, other.server.ports, [someEvent])
      writer.send(writeLivePush(1, zstdCompressSync(page)))
      expect(await writer.closed).toBe(1001)
      expect(other.server.identity.logEpoch).toBe(pushed)
      const looked = await putBackAt(device.client)
      expect(await lookAtLogEnd(other.server)).toBe(looked)
    },
    withoutItsOwnLook,
  )

  proves(
    'SYNC-RECOVER-10 and one put back to before an earlier restore, whose epoch it does not know any more',
    async () => {
      const head = await headAt(device.client)
      const { db } = server.server
      await writeFact(db, { name: 'log-epoch', value: '1' })
      // By itself, for it has not stopped since; then a server that was started behind it, by the head alone.
      const next = await epochOf(device.client)
      expect(next).toBeGreaterThan(head.logEpoch)
      await writeFact(db, { name: 'log-epoch', value: '1' })
      expect(await lookAtLogEnd(server.server)).toBeGreaterThan(next)
      await writeFact(db, { name: 'log-epoch', value: '1' })
      await server.stop()
      server = await startTestServer(folder, url)
      if (servers === 1) other = server
      expect(await epochOf(wireClient(server.address, device.credential), [head])).toBeGreaterThan(head.logEpoch)
    },
  )

  proves(
    'SYNC-RECOVER-10 a server whose folder knows more than its database begins one at its start, before anybody greets it, and while it runs (R-01)',
    async () => {
      const central = FeedName.parse('central')
      const append = () => appendTestEntries(server.server, { feed: central, count: 2, bytes: 50 })
      const endOf = async () => (await server.server.log.read((log) => log.feedEnds([central])))[0]?.sequence ?? 0
      const start = async (): Promise<number> => {
        server = await startTestServer(folder, url)
        if (servers === 1) other = server
        return server.server.identity.logEpoch
      }
      await server.stop()
      const before = await start()
      await append()
      const end = await endOf()
      await server.stop()
      expect(await start()).toBe(before)
      await server.stop()
      const opened = await openDatabase(storeOf(folder, url))
      if (!opened.ok) throw new Error(opened.refusal.code)
      await putBackFeed(opened.value, central, end - 1)
      await opened.value.close()
      const next = await start()
      expect(next).toBeGreaterThan(before)
      // Known by now.
      await server.stop()
      expect(await start()).toBe(next)
      await append()
      expect(await lookAtLogEnd(server.server)).toBe(next)
      await putBackFeed(server.server, central, (await endOf()) - 1)
      expect(await lookAtLogEnd(server.server)).toBeGreaterThan(next)
    },
  )
})
