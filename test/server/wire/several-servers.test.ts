import { copyFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { wireVersion } from '#shared/contract/wire/contract.ts'
import { FeedName } from '#shared/sync/feed-entry.ts'
import { openServer } from '#server/open-server.ts'
import { silentJournal } from '#server/system-ports.ts'
import { openChannel } from '#test/support/live-channel.ts'
import { realPostgres } from '#test/support/real-postgres.ts'
import { appendTestEntries } from '#test/support/test-entries.ts'
import { administer, enrolTestDevice, startTestServer, wireClient, serverPatience } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

const postgres = await realPostgres()
const folders = ['one', 'two', 'three'].map((name) => mkdtempSync(join(tmpdir(), `insaf-server-${name}-`)))
const [one = '', two = '', three = ''] = folders
const north = { kind: 'office', code: 'NO' } as const
const office = FeedName.parse('office:office-no')

describe.skipIf(postgres === null)('several servers on one PostgreSQL', () => {
  const url = postgres?.url ?? ''
  let first: TestServer
  let second: TestServer

  beforeAll(async () => {
    first = await startTestServer(one, url)
    await administer(first, 'office add', { code: 'NO', name: 'مكتب الشمال' })
    copyFileSync(join(one, 'server.key'), join(two, 'server.key'))
    second = await startTestServer(two, url)
  }, serverPatience)

  afterAll(async () => {
    await first.stop()
    await second.stop()
    await postgres?.stop()
    for (const folder of folders) rmSync(folder, { recursive: true, force: true })
  })

  test('SYNC-ENROL-1 they are one server to a machine: either answers it', async () => {
    const device = await enrolTestDevice(first, north)
    const hello = { wire: wireVersion, epoch: 1, waiting: 0 }
    const other = wireClient(second.address, device.credential)
    const [here, there] = [await device.client.sync.hello(hello), await other.sync.hello(hello)]
    expect(there.server).toEqual(here.server)
    expect(there.feeds).toEqual(here.feeds)
  })

  test('SYNC-LINK-6 what one appends wakes the live channel of the other', async () => {
    const channel = await openChannel(second, await enrolTestDevice(second, north))
    const ends = await first.server.log.read((log) => log.feedEnds([office]))
    const sequence = ends[0]?.sequence ?? 0
    channel.follow([{ feed: office, sequence }])
    await appendTestEntries(first.server, { feed: office, count: 1, bytes: 100 })
    const frame = await channel.next()
    expect('page' in frame && frame.page.head.sequence).toBe(sequence + 1)
    channel.close()
  })

  test('SYNC-ENROL-2 a revocation at one is told by the other with the next page', async () => {
    const device = await enrolTestDevice(second, north)
    const channel = await openChannel(second, device)
    channel.follow([{ feed: office, sequence: 0 }])
    await channel.next()
    await administer(first, 'device revoke', { device: device.id })
    await appendTestEntries(first.server, { feed: office, count: 1, bytes: 100 })
    expect(await channel.closed).toBe(4403)
  })

  test('SYNC-NUM-1 blocks are given once, whoever is asked; their own chain goes on from either', async () => {
    const device = await enrolTestDevice(first, north)
    const other = wireClient(second.address, device.credential)
    const clients = [device.client, other, device.client, other]
    const blocks = await Promise.all(clients.map((client) => client.numbers.take({ year: 2040 })))
    expect(new Set(blocks.map(({ from }) => from)).size).toBe(4)
    await Promise.all([
      administer(first, 'office add', { code: 'EA', name: 'الشرق' }),
      administer(second, 'office add', { code: 'WE', name: 'الغرب' }),
      administer(first, 'office add', { code: 'SO', name: 'الجنوب' }),
    ])
    const { units } = await second.admin.access()
    expect([...units.keys()]).toEqual(expect.arrayContaining(['office-ea', 'office-we', 'office-so']))
  })

  test('S14 a folder without the key does not become the database’s server', async () => {
    const opened = await openServer({ folder: three, databaseUrl: url, journal: silentJournal })
    expect(opened).toMatchObject({ ok: false, refusal: { code: 'server-key-missing' } })
  })
})
