import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zstdDecompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { WebSocket } from 'ws'
import { deviceScheme } from '#shared/contract/wire/contract.ts'
import { LiveNotice, livePath } from '#shared/contract/wire/live.ts'
import { must } from '#shared/lib/assert.ts'
import { FeedName } from '#shared/sync/feed-entry.ts'
import { readFeedPage } from '#shared/sync/feed-page.ts'
import type { FeedPage } from '#shared/sync/feed-page.ts'
import { administer, enrolTestDevice, startTestServer } from '#test/support/test-server.ts'
import type { TestDevice, TestServer } from '#test/support/test-server.ts'
import { appendTestEntries } from '#test/support/test-entries.ts'

let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
const office = FeedName.parse('office:office-no')

beforeAll(async () => {
  server = await startTestServer(folder)
  await administer(server, 'office add', { code: 'NO', name: 'مكتب الشمال' })
})

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

type Frame = { readonly page: FeedPage } | { readonly notice: LiveNotice }

interface Channel {
  readonly follow: (feeds: readonly { feed: FeedName; sequence: number }[]) => void
  /** The next frame that came, or will come. */
  readonly next: () => Promise<Frame>
  readonly closed: Promise<number>
  readonly close: () => void
}

async function openChannel({ credential }: TestDevice): Promise<Channel> {
  const socket = new WebSocket(`${server.address.replace('http', 'ws')}${livePath}`, {
    headers: { authorization: `${deviceScheme} ${credential}` },
  })
  const came: Frame[] = []
  const waiting: ((frame: Frame) => void)[] = []
  socket.on('message', (data: Buffer, isBinary) => {
    const frame = isBinary
      ? { page: must(readFeedPage(zstdDecompressSync(data)), 'a page') }
      : { notice: LiveNotice.parse(JSON.parse(data.toString('utf8'))) }
    const first = waiting.shift()
    if (first === undefined) came.push(frame)
    else first(frame)
  })
  const closed = new Promise<number>((done) => socket.once('close', (code) => done(code)))
  const gone = closed.then((code): never => {
    throw new Error(`closed with ${code}`)
  })
  gone.catch(() => null)
  await new Promise((done) => socket.once('open', done))
  return {
    follow: (feeds) => socket.send(JSON.stringify({ kind: 'follow', feeds })),
    next: () =>
      Promise.race([
        gone,
        new Promise<Frame>((done) => {
          const first = came.shift()
          if (first === undefined) waiting.push(done)
          else done(first)
        }),
      ]),
    closed,
    close: () => socket.close(),
  }
}

const north = { kind: 'office', code: 'NO' } as const
const append = (count: number, bytes: number) => appendTestEntries(server.server, { feed: office, count, bytes })

async function endOf(feed: FeedName): Promise<number> {
  return (await server.server.log.read((log) => log.feedEnds([feed])))[0]?.sequence ?? 0
}

describe('live channel', { timeout: 15_000 }, () => {
  test('SYNC-LINK-6 what is behind comes at once, and every new entry as it is appended', async () => {
    await append(3, 100)
    const channel = await openChannel(await enrolTestDevice(server, north))
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
    const channel = await openChannel(device)
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
    const channel = await openChannel(await enrolTestDevice(server, { kind: 'office', code: 'SO' }))
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
    const channel = await openChannel(device)
    channel.follow([{ feed: office, sequence: await endOf(office) }])
    await administer(server, 'device revoke', { device: device.id })
    await append(1, 100)
    expect(await channel.next()).toMatchObject({ notice: { kind: 'refused', reason: { code: 'sync-device-revoked' } } })
    expect(await channel.closed).toBe(4403)
    const again = await openChannel(device)
    expect(await again.next()).toMatchObject({ notice: { kind: 'refused' } })
    expect(await again.closed).toBe(4403)
  })

  test('SYNC-LINK-6 a frame that is none of the channel’s ends it', async () => {
    const channel = await openChannel(await enrolTestDevice(server, north))
    channel.follow([{ feed: 'not a feed' as FeedName, sequence: 0 }])
    expect(await channel.closed).toBe(4400)
  })
})
