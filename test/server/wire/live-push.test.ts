import { randomBytes, randomUUID } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { UnitSet } from '#shared/domain/access/events.ts'
import { unitSet } from '#shared/domain/case/shipped-office.ts'
import { wireVersion } from '#shared/contract/wire/contract.ts'
import { livePushMostBytes, writeLivePush } from '#shared/contract/wire/live.ts'
import type { LiveNotice } from '#shared/contract/wire/live.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { pushBounds, writePushPage } from '#shared/sync/push-page.ts'
import { inviteDevice } from '#server/devices/invite.ts'
import { alarms } from '#server/log/schema/device-tables.ts'
import type { Journal } from '#server/ports.ts'
import { LiveChannels } from '#server/wire/live-channels.ts'
import { Tries } from '#server/wire/tries.ts'
import { office } from '#test/support/case-world.ts'
import { openChannel } from '#test/support/live-channel.ts'
import type { TestChannel } from '#test/support/live-channel.ts'
import { TestDevice } from '#test/support/sync/test-device.ts'
import { foundingEvents } from '#test/support/sync/test-office.ts'
import { administer, refusalOf, startTestServer, serverPatience, wireClient } from '#test/support/test-server.ts'
import type { TestServer, WireClient } from '#test/support/test-server.ts'

let server: TestServer
let machine: TestDevice
let stop = (): Promise<void> => server.stop()
let credential = ''
let client: WireClient
const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
const lines: unknown[] = []
const keeping: Journal['error'] = (message, fields) => void lines.push({ message, ...fields })

beforeAll(async () => {
  server = await startTestServer(folder)
  server.server.ports.journal.error = keeping
  expect(await server.admin.writeOwn([unitSet(officeUnit)])).toMatchObject({ ok: true })
  await enrol({ office, code: 'TST', cases: 0 })
  machine.write(foundingEvents())
  machine.confirmed = (await client.sync.push(new Blob([packed(0)]))).rights
}, serverPatience)

afterAll(async () => {
  await stop()
  rmSync(folder, { recursive: true, force: true })
})

type StandAlone = Parameters<WireClient['device']['enrol']>[0]['standAlone']

async function enrol(standAlone: StandAlone): Promise<void> {
  machine = new TestDevice(`machine-${randomUUID()}`, office)
  const { code } = await inviteDevice(server.server.db, server.server.ports, office)
  const enrolled = await wireClient(server.address).device.enrol({
    code,
    wire: wireVersion,
    device: machine.id,
    epoch: 1,
    publicKey: toHex(machine.signing.publicKey),
    program: 'test',
    standAlone,
  })
  credential = enrolled.credential
  client = wireClient(server.address, credential)
}

const officeUnit: UnitSet = {
  id: office as UnitSet['id'],
  kind: 'office',
  code: 'TST',
  name: { ar: 'مكتب', en: 'Office' },
  parent: 'central' as UnitSet['parent'],
  active: true,
  serves: [],
  contact: { phone: '', email: '', liaison: '' },
}

const channelOf = (by = credential): Promise<TestChannel> => openChannel(server, { credential: by })

/** Writes one commit. Out: its place. */
function record(): number {
  const facts = { kind: 'individual', complainantKind: 'beneficiary', language: 'ar' }
  const details = { kind: 'individual', name: { given: 'ليلى' }, complainantKind: 'beneficiary', language: 'ar' }
  const stream = `person:${randomUUID()}`
  machine.write([{ stream, type: 'person.recorded', facts, private: { details }, actor: 'rana' }])
  return machine.commits.length - 1
}

const packed = (at: number, { by = machine, count = 1 } = {}): Uint8Array<ArrayBuffer> =>
  new Uint8Array(zstdCompressSync(writePushPage(by.page(at, at + count))))

/** The next notice, in short. */
async function answer(channel: TestChannel): Promise<readonly unknown[]> {
  const frame = await channel.next()
  if (!('notice' in frame)) throw new Error('a page, where nothing is followed')
  return inShort(frame.notice)
}

function inShort(notice: LiveNotice): readonly unknown[] {
  if (notice.kind === 'pushed') return [notice.number, ...notice.outcomes.map(({ outcome }) => outcome.kind)]
  if (notice.kind === 'not_pushed') return [notice.number, notice.reason?.code ?? null]
  return [notice.kind]
}

async function pushed(channel: TestChannel, number: number, bytes: Uint8Array): Promise<readonly unknown[]> {
  channel.send(writeLivePush(number, bytes))
  return answer(channel)
}

describe('pushes over the live channel', () => {
  test('SYNC-LINK-7 S3 a push over the channel is answered by its number, and a call with the same page as it was', async () => {
    const channel = await channelOf()
    const [first, second] = [record(), record()]
    expect(await pushed(channel, 7, packed(first))).toEqual([7, 'accepted'])
    expect(await pushed(channel, 2 ** 32 - 1, packed(second))).toEqual([2 ** 32 - 1, 'accepted'])
    const { outcomes } = await client.sync.push(new Blob([packed(first)]))
    expect(outcomes.map(({ outcome }) => outcome.kind)).toEqual(['accepted'])
    expect(await (await fetch(`${server.address}/metrics`)).text()).toContain(
      'insaf_requests_total{route="live push",status="200"} 2',
    )
    channel.close()
  })

  test('SYNC-LINK-7 what comes at once is read in its order, also what came before it was known who calls', async () => {
    const places = Array.from({ length: 40 }, record)
    const [first = 0, second = 0, third = 0] = [places.at(0), places.at(-2), places.at(-1)]
    // A large one unpacks behind other work, a small one where it stands.
    const large = packed(first, { count: 38 })
    expect(large.length).toBeGreaterThan(4 * 1024)
    const pages = [large, packed(second), packed(third)]
    let letGo = (): void => {}
    const held = new Promise<void>((go) => (letGo = go))
    // While this goes on the database answers nobody else.
    const writing = server.server.log.write(() => held)
    const channel = await channelOf()
    channel.follow([])
    pages.forEach((page, number) => channel.send(writeLivePush(number, page)))
    await new Promise((soon) => setTimeout(soon, 50))
    letGo()
    await writing
    const answers = [await answer(channel), await answer(channel), await answer(channel)]
    expect(answers.map(([number]) => number)).toEqual([0, 1, 2])
    expect(new Set(answers.flatMap(([, ...kinds]) => kinds))).toEqual(new Set(['accepted']))
    channel.close()
  })

  test('SYNC-LINK-7 SYNC-PUSH-3 SYNC-PUSH-4 SYNC-PUSH-6 what a call would be refused for is refused, and the channel goes on', async () => {
    const channel = await channelOf()
    const [missing, next] = [record(), record()]
    expect(await pushed(channel, 1, packed(next))).toEqual([1, 'sync-chain-ahead'])
    expect(await pushed(channel, 2, randomBytes(500))).toEqual([2, 'sync-page-malformed'])
    const bomb = zstdCompressSync(new Uint8Array(pushBounds.plainBytes + 1))
    expect(await pushed(channel, 3, bomb)).toEqual([3, 'sync-page-too-large'])
    const clone = new TestDevice(machine.id, office)
    clone.write(foundingEvents(), machine.commits[0]?.commit)
    expect(await pushed(channel, 4, packed(0, { by: clone }))).toEqual([4, 'sync-bytes-differ'])
    const raised = await server.server.db.select().from(alarms).where(eq(alarms.device, machine.id))
    expect(raised).toMatchObject([{ code: 'sync-bytes-differ' }])
    expect(await pushed(channel, 5, packed(missing))).toEqual([5, 'accepted'])
    expect(await pushed(channel, 6, packed(next))).toEqual([6, 'accepted'])
    channel.close()
  })

  test('SYNC-LINK-7 S10 whoever pushes faster than anybody writes is told to wait, as by a call', async () => {
    const channel = await channelOf()
    const at = record()
    const begins = vi.spyOn(Tries.prototype, 'begins').mockReturnValueOnce(7)
    channel.send(writeLivePush(1, packed(at)))
    const reason = { code: 'sync-too-many-requests', params: { seconds: 7 } }
    expect(await channel.next()).toEqual({ notice: { kind: 'not_pushed', number: 1, reason } })
    expect(begins.mock.calls[0]?.[0]).toBe(machine.id)
    begins.mockRestore()
    expect(await pushed(channel, 2, packed(at))).toEqual([2, 'accepted'])
    channel.close()
  })

  test('SYNC-LINK-6 SYNC-LINK-7 whoever pushes is sent last what others wait for, and only where his push is taken up', async () => {
    const channel = await channelOf()
    const writes = vi.spyOn(LiveChannels.prototype, 'writes')
    const begins = vi.spyOn(Tries.prototype, 'begins').mockReturnValueOnce(7)
    expect(await pushed(channel, 1, randomBytes(9))).toEqual([1, 'sync-too-many-requests'])
    begins.mockRestore()
    expect(await pushed(channel, 2, randomBytes(9))).toEqual([2, 'sync-page-malformed'])
    expect(writes).not.toHaveBeenCalled()
    const at = record()
    expect(await pushed(channel, 3, packed(at))).toEqual([3, 'accepted'])
    expect(writes.mock.calls.map(([{ device }]) => device)).toEqual([machine.id])
    channel.send(new Uint8Array(4))
    expect(await channel.closed).toBe(4400)
    expect(writes).toHaveBeenCalledTimes(1)
    writes.mockRestore()
  })

  test('SYNC-LINK-7 R-09 S10 a fault is told as none of the push’s, and is a line without its words', async () => {
    const channel = await channelOf()
    const at = record()
    const failed = Object.assign(new Error('Failed query\nparams: سعاد'), { code: '23505' })
    lines.splice(0)
    const write = vi.spyOn(server.server, 'write').mockRejectedValueOnce(failed)
    expect(await pushed(channel, 1, packed(at))).toEqual([1, null])
    write.mockRestore()
    expect(lines).toMatchObject([{ message: 'fault', call: 'live push', id: expect.any(String) as string }])
    expect(JSON.stringify(lines.splice(0))).not.toMatch(/سعاد|params/)
    expect(await pushed(channel, 2, packed(at))).toEqual([2, 'accepted'])
    channel.close()
  })

  test.for([
    ['larger than 64 KiB', [new Uint8Array(4 + livePushMostBytes + 1)]],
    ['without anything', [new Uint8Array(4)]],
    ['that is text', [Buffer.from(writeLivePush(1, randomBytes(9))).toString('latin1')]],
    ['that does not wait', Array.from({ length: 5 }, (_, number) => writeLivePush(number, randomBytes(9)))],
  ] as const)('SYNC-LINK-7 SYNC-PUSH-6 a push %s ends the channel', async ([, frames]) => {
    const channel = await channelOf()
    // Who calls is known, and nothing waits.
    expect(await pushed(channel, 0, randomBytes(9))).toEqual([0, 'sync-page-malformed'])
    frames.forEach(channel.send)
    expect(await channel.closed).toBe(4400)
  })

  test('SYNC-LINK-7 a push of 64 KiB is read', async () => {
    const channel = await channelOf()
    expect(await pushed(channel, 1, randomBytes(livePushMostBytes))).toEqual([1, 'sync-page-malformed'])
    channel.close()
  })

  test('SYNC-LINK-7 SYNC-ENROL-2 a stranger pushes nothing', async () => {
    const write = vi.spyOn(server.server, 'write')
    const channel = await channelOf('x'.repeat(43))
    channel.send(writeLivePush(1, packed(0)))
    expect(await answer(channel)).toEqual(['refused'])
    expect(await channel.closed).toBe(4403)
    expect(write).not.toHaveBeenCalled()
    write.mockRestore()
  })

  test('SYNC-LINK-7 SYNC-ENROL-2 a machine that is revoked between two pushes is refused the second', async () => {
    const channel = await channelOf()
    const [before, after] = [record(), record()]
    expect(await pushed(channel, 1, packed(before))).toEqual([1, 'accepted'])
    await administer(server, 'device revoke', { device: machine.id, anyway: true })
    expect(await pushed(channel, 2, packed(after))).toEqual([2, 'sync-device-revoked'])
    expect(await refusalOf(client.sync.push(new Blob([packed(after)])))).toBe('sync-device-revoked')
    channel.close()
  })

  test('SYNC-LINK-7 S10 of one machine 3,000 pushes a minute are read, and the next is told how many seconds to wait', async () => {
    await enrol(null)
    const channel = await channelOf()
    const junk = randomBytes(9)
    const codes = new Map<unknown, number>()
    for (let sent = 0; sent < 3000; sent += 4) {
      for (let number = sent; number < sent + 4; number += 1) channel.send(writeLivePush(number, junk))
      for (let number = sent; number < sent + 4; number += 1) {
        const [, code] = await answer(channel)
        codes.set(code, (codes.get(code) ?? 0) + 1)
      }
    }
    expect([...codes]).toEqual([['sync-page-malformed', 3000]])
    channel.send(writeLivePush(3000, junk))
    const params = { seconds: expect.toSatisfy((seconds: number) => seconds > 0 && seconds <= 60) as number }
    const reason = { code: 'sync-too-many-requests', params }
    expect(await channel.next()).toEqual({ notice: { kind: 'not_pushed', number: 3000, reason } })
    channel.close()
  })

  test('SYNC-LINK-7 a server that stops answers the push that is under way, and hears no other', async () => {
    await enrol(null)
    const channel = await channelOf()
    const [underWay, late] = [record(), record()]
    const { write } = server.server
    let letGo = (): void => {}
    const held = new Promise<void>((go) => (letGo = go))
    const spied = vi.spyOn(server.server, 'write').mockImplementation(async (work) => {
      await held
      return write(work)
    })
    channel.send(writeLivePush(1, packed(underWay)))
    await expect.poll(() => spied.mock.calls.length).toBe(1)
    const stopped = server.stop()
    stop = () => stopped
    channel.send(writeLivePush(2, packed(late)))
    await new Promise((soon) => setTimeout(soon, 50))
    letGo()
    expect(await answer(channel)).toEqual([1, 'accepted'])
    expect(await channel.closed).toBe(1001)
    await stopped
    expect(spied).toHaveBeenCalledTimes(1)
    spied.mockRestore()
    expect(lines).toEqual([])
  })
})
