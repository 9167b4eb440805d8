import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { UserSet } from '#shared/domain/access/events.ts'
import { userSet } from '#shared/domain/case/shipped-office.ts'
import { FeedName } from '#shared/sync/feed-entry.ts'
import { askRunning } from '#server/admin/ask-running.ts'
import { deviceUsers } from '#server/log/schema/device-tables.ts'
import { namedRow } from '#server/engine/notes.ts'
import { administer, enrolTestDevice, refusalOf, startTestServer, serverPatience } from '#test/support/test-server.ts'
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

const rana = UserSet.parse({
  id: 'user-rana',
  username: 'rana',
  name: { ar: 'رنا', en: 'Rana' },
  unit: 'office-no',
  groups: [],
  active: true,
  staffId: null,
  language: 'ar',
})
const strict = FeedName.parse('case:018f0000-0000-7000-8000-0000000000aa')

/** What the engine notes when a strict case names a user, or names him no more. */
const nameUser = (user: string, notes: readonly string[], length: number) =>
  server.server.log.write(async (tx) => {
    await tx.lockStreams([namedRow(user)])
    await tx.setStreams([{ stream: namedRow(user), length, feeds: [], notes }])
  })

describe('live channel', () => {
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

  test('SYNC-ENROL-2 a revocation closes the channel at once, also when nothing is written after it', async () => {
    const device = await enrolTestDevice(server, north)
    const channel = await openChannel(server, device)
    channel.follow([{ feed: office, sequence: (await endOf(office)) - 1 }])
    expect('page' in (await channel.next())).toBe(true)
    const asked = { name: 'device revoke', input: { device: device.id, anyway: true } }
    expect(await askRunning(folder, asked)).toMatchObject({ ok: true })
    expect(await channel.closed).toBe(4403)
  })

  test('SYNC-FEED-6 a strict case’s feed stops the moment its last named user here is named no more, or leaves (R-08)', async () => {
    const user = 'user-rana'
    const set = (active: boolean) => server.admin.writeOwn([userSet({ ...rana, active })])
    expect((await set(true)).ok).toBe(true)
    const device = await enrolTestDevice(server, north)
    await server.server.db.insert(deviceUsers).values({ device: device.id, user, lastProven: '2026-01-01T00:00:00Z' })
    await nameUser(user, [strict], 1)
    const channel = await openChannel(server, device)
    const isTold = async () => 'notice' in (await channel.next())
    const pull = () => device.client.sync.pull({ feed: strict, after: 0, limit: 10 })
    channel.follow([{ feed: strict, sequence: await endOf(strict) }])
    await appendTestEntries(server.server, { feed: strict, count: 1, bytes: 100 })
    expect('page' in (await channel.next())).toBe(true)
    await nameUser(user, [], 2)
    await appendTestEntries(server.server, { feed: strict, count: 1, bytes: 100 })
    expect(await channel.next()).toEqual({ notice: { kind: 'feeds' } })
    expect(await refusalOf(pull())).toBe('sync-feed-not-yours')
    await nameUser(user, [strict], 3)
    await append(1, 100)
    expect(await isTold()).toBe(true)
    expect((await pull()).size).toBeGreaterThan(0)
    channel.follow([{ feed: strict, sequence: (await endOf(strict)) - 1 }])
    expect('page' in (await channel.next())).toBe(true)
    await set(false)
    expect(await isTold()).toBe(true)
    expect(await refusalOf(pull())).toBe('sync-feed-not-yours')
    await appendTestEntries(server.server, { feed: strict, count: 1, bytes: 100 })
    await set(true)
    expect(await isTold()).toBe(true)
    channel.close()
  })

  test('SYNC-LINK-6 a frame that is none of the channel’s ends it', async () => {
    const channel = await openChannel(server, await enrolTestDevice(server, north))
    channel.follow([{ feed: 'not a feed' as FeedName, sequence: 0 }])
    expect(await channel.closed).toBe(4400)
  })
})
