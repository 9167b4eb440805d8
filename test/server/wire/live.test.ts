import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { FeedName } from '#shared/sync/feed-entry.ts'
import { administer, enrolTestDevice, startTestServer, serverPatience } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'
import { openChannel } from '#test/support/live-channel.ts'
import { appendTestEntries } from '#test/support/test-entries.ts'

let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
const office = FeedName.parse('office:office-no')

beforeAll(async () => {
  server = await startTestServer(folder)
  await administer(server, 'office add', { code: 'NO', name: 'مكتب الشمال' })
}, serverPatience)

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const north = { kind: 'office', code: 'NO' } as const
const append = (count: number, bytes: number) => appendTestEntries(server.server, { feed: office, count, bytes })

async function endOf(feed: FeedName): Promise<number> {
  return (await server.server.log.read((log) => log.feedEnds([feed])))[0]?.sequence ?? 0
}

describe('live channel', { timeout: 15_000 }, () => {
  test('SYNC-LINK-6 what is behind comes at once, and every new entry as it is appended', async () => {
    await append(3, 100)
    const channel = await openChannel(server, await enrolTestDevice(server, north))
    const start = (await endOf(office)) - 2
    channel.follow([{ feed: office, sequence: start }])
    const behind = await channel.next()
    expect('page' in behind && behind.page.entries.map(({ sequence }) => sequence)).toEqual([start + 1, start + 2])
    await append(1, 100)
    const live = await channel.next()
    expect('page' in live && live.page.head.sequence).toBe(start + 3)
    channel.close()
  })

  test('SYNC-LINK-6 above 64 KiB it says that there is more, and rests until the client has pulled', async () => {
    const device = await enrolTestDevice(server, north)
    const channel = await openChannel(server, device)
    channel.follow([{ feed: office, sequence: await endOf(office) }])
    await append(1, 70_000)
    const end = await endOf(office)
    expect(await channel.next()).toEqual({ notice: { kind: 'more', feed: office, end } })
    await append(1, 100)
    channel.follow([{ feed: office, sequence: end }])
    const live = await channel.next()
    expect('page' in live && [live.page.head.from, live.page.head.sequence]).toEqual([end + 1, end + 1])
    channel.close()
  })

  test('SYNC-FEED-3 a feed that is not the device’s is not followed', async () => {
    await administer(server, 'office add', { code: 'SO', name: 'مكتب الجنوب' })
    const channel = await openChannel(server, await enrolTestDevice(server, { kind: 'office', code: 'SO' }))
    const own = FeedName.parse('office:office-so')
    channel.follow([
      { feed: office, sequence: 0 },
      { feed: own, sequence: await endOf(own) },
    ])
    await append(1, 100)
    await appendTestEntries(server.server, { feed: own, count: 1, bytes: 100 })
    const first = await channel.next()
    expect('page' in first && first.page.head.feed).toBe(own)
    channel.close()
  })

  test('SYNC-ENROL-2 a revoked device’s channel is told so and closed, with no page more', async () => {
    const device = await enrolTestDevice(server, north)
    const channel = await openChannel(server, device)
    channel.follow([{ feed: office, sequence: await endOf(office) }])
    await administer(server, 'device revoke', { device: device.id })
    await append(1, 100)
    expect(await channel.next()).toMatchObject({ notice: { kind: 'refused', reason: { code: 'sync-device-revoked' } } })
    expect(await channel.closed).toBe(4403)
    const again = await openChannel(server, device)
    expect(await again.next()).toMatchObject({ notice: { kind: 'refused' } })
    expect(await again.closed).toBe(4403)
  })

  test('SYNC-LINK-6 a frame that is none of the channel’s ends it', async () => {
    const channel = await openChannel(server, await enrolTestDevice(server, north))
    channel.follow([{ feed: 'not a feed' as FeedName, sequence: 0 }])
    expect(await channel.closed).toBe(4400)
  })
})
