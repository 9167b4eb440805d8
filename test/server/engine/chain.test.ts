import { describe, expect, test } from 'vitest'
import { eventBounds } from '#shared/sync/event-bounds.ts'
import { instantFromMs } from '#shared/domain/clock/instant.ts'
import { canonicalBytes, parseCanonical } from '#shared/sync/canonical-json.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { contentHash } from '#shared/sync/content-hash.ts'
import { pushBounds, readPushPage, writePushPage } from '#shared/sync/push-page.ts'
import type { PushPage } from '#shared/sync/push-page.ts'
import { appendPush } from '#server/engine/append-push.ts'
import { verifyLog } from '#server/engine/verify-log.ts'
import { office } from '#test/support/case-world.ts'
import { entriesOf, machineBeside, referred, registration } from '#test/support/sync/engine-steps.ts'
import { nextUuid, sha256 } from '#test/support/sync/test-device.ts'
import type { TestDevice } from '#test/support/sync/test-device.ts'
import { SyncedCase, joinedOffice, testServer } from '#test/support/sync/test-office.ts'
import type { TestServer } from '#test/support/sync/test-office.ts'

const send = ({ engine, now }: TestServer, device: TestDevice, page: PushPage) =>
  appendPush(engine, { device: device.enrolled, now: instantFromMs(now), confirmed: '' }, page)

const note = (world: SyncedCase, text = 'ملاحظة') => ({
  stream: world.stream,
  type: 'note_added',
  facts: {},
  private: { text },
  actor: 'salma',
})

async function withCase() {
  const server = testServer()
  const device = await joinedOffice(server)
  const world = new SyncedCase()
  registration(world, device)
  await server.push(device, 1)
  return { server, device, world }
}

const count = async (server: TestServer): Promise<number> => (await entriesOf(server, 'central')).length

function contentOf(device: TestDevice): [envelope: Uint8Array, facts: Uint8Array] {
  const event = device.commits.at(-1)?.events[0]
  if (event === undefined) throw new Error('a commit has an event')
  return [event.envelope, event.facts]
}

describe('chain and bytes', () => {
  test('SYNC-PUSH-1 a commit that is cut, out of its order or twice refuses the whole push', async () => {
    const { server, device, world } = await withCase()
    device.write([note(world), note(world)])
    device.write([note(world)])
    const whole = device.page(2)
    const before = await count(server)
    const [first, second] = whole.head.commits
    if (first === undefined || second === undefined) throw new Error('two commits')
    const wrong: readonly PushPage[] = [
      { head: { ...whole.head, commits: [{ ...first, count: 1 }] }, events: whole.events.slice(0, 1) },
      { head: whole.head, events: [...whole.events.slice(1), ...whole.events.slice(0, 1)] },
      {
        head: { ...whole.head, commits: [first, second, second] },
        events: [...whole.events, ...whole.events.slice(2)],
      },
    ]
    for (const page of wrong)
      expect(await send(server, device, page)).toMatchObject({ refusal: { code: 'sync-page-malformed' } })
    expect(await count(server)).toBe(before)
    expect(await send(server, device, whole)).toMatchObject({ ok: true })
  })

  test('SYNC-ENV-1 SYNC-ENV-3 SYNC-ENV-4 bytes that are not canonical, an id that is no UUIDv7, a private part of another hash, facts too long: nothing is taken', async () => {
    const { server, device, world } = await withCase()
    device.write([note(world)])
    const page = device.page(2)
    const [event] = page.events
    if (event === undefined) throw new Error('an event')
    const content = parseCanonical(event.envelope) as Record<string, unknown>
    const before = await count(server)
    const altered = [
      { ...event, envelope: Buffer.from(JSON.stringify({ ...content, at: content['at'] }, null, 1)) },
      { ...event, envelope: canonicalBytes({ ...content, id: '0190b000-0000-4000-8000-000000000001' }) },
      { ...event, envelope: canonicalBytes({ ...content, more: 1 }) },
      { ...event, private: canonicalBytes({ salt: '00', value: { text: 'أخرى' } }) },
      { ...event, facts: canonicalBytes({ text: 'x'.repeat(eventBounds.facts) }) },
      { ...event, facts: Buffer.from('{ }') },
    ]
    for (const each of altered)
      expect(await send(server, device, { ...page, events: [each] })).toMatchObject({
        refusal: { code: 'sync-page-malformed' },
      })
    expect(await count(server)).toBe(before)
  })

  test('SYNC-PUSH-5 SYNC-ENV-2 of two clones the second is told so, takes a new epoch, and what was answered keeps its answer (S12)', async () => {
    const { server, device, world } = await withCase()
    const clone = device.cloned()
    const shared = device.write([note(world, 'قبل')])
    clone.write([note(world, 'قبل الاستنساخ')])
    await server.push(device, 2)
    const id = nextUuid()
    const mine = clone.write([{ ...note(world, 'بعد'), id }])
    const content = toHex(contentHash(sha256, ...contentOf(clone)))
    expect(await server.tryPush(clone, 2)).toBe('sync-clone')
    clone.renew(2)
    expect((await server.push(clone)).map(({ outcome }) => outcome.kind)).toEqual(['accepted', 'accepted'])
    expect((await server.push(clone)).map(({ outcome }) => outcome.kind)).toEqual(['accepted', 'accepted'])
    expect(clone.commits.map(({ commit }) => commit)).toContain(mine)
    const taken = (await entriesOf(server, 'central')).flatMap(({ header }) =>
      header.kind === 'commit' ? [header.commit] : [],
    )
    expect(taken.filter((commit) => commit === shared || commit === mine)).toEqual([shared, mine])
    // Linked anew at another place, it is the same event.
    expect((await entriesOf(server, 'central')).at(-1)?.header).toMatchObject({
      commit: mine,
      events: [{ id, content, epoch: 2, sequence: 2 }],
    })
    const { epochs } = clone.enrolled
    const report = await verifyLog(server.engine, async (_, epoch) => epochs[epoch - 1] ?? null)
    expect(report).toMatchObject({ ok: true, chains: 2 })
  })

  test('SYNC-PUSH-4 the same id with other bytes is refused whole', async () => {
    const { server, device, world } = await withCase()
    const second = machineBeside(device, 'second-machine', office)
    const id = nextUuid()
    second.write([note(world, 'هذا')], id)
    await server.push(second)
    const third = machineBeside(device, 'third-machine', office)
    third.write([note(world, 'غيره')], id)
    expect(await server.tryPush(third)).toBe('sync-bytes-differ')
  })

  test('SYNC-PUSH-6 a page of more than a thousand commits is none', async () => {
    const { device, world } = await withCase()
    for (let index = 0; index < pushBounds.commits; index += 1) device.write([note(world)])
    expect(readPushPage(writePushPage(device.page(2)))).not.toBeNull()
    device.write([note(world)])
    expect(readPushPage(writePushPage(device.page(2)))).toBeNull()
  })
})

describe('time and duties', () => {
  test('SYNC-APPEND-5 the order of acceptance is that of the append, whatever the times say (S13)', async () => {
    const { server, device, world } = await withCase()
    const late = device.write([{ ...note(world), at: instantFromMs(Date.parse('2031-01-01T00:00:00Z')) }])
    const early = device.write([{ ...note(world), at: instantFromMs(Date.parse('2011-01-01T00:00:00Z')) }])
    await server.push(device, 2)
    const shown = (await entriesOf(server, 'central')).slice(-2).map(({ header }) => header)
    expect(shown).toMatchObject([
      { commit: late, events: [{ position: world.events.length + 1 }] },
      { commit: early, events: [{ position: world.events.length + 2 }] },
    ])
  })

  test('SYNC-APPEND-12 a time after the acceptance, or long before the last contact, is marked doubtful and changes nothing else (S13)', async () => {
    const { server, device, world } = await withCase()
    device.lastContact = instantFromMs(server.now - 86_400_000)
    const [day, minute] = [86_400_000, 60_000]
    const asked = [
      [server.now + minute, true],
      [server.now - minute, false],
      [server.now - 31 * day + minute, false],
      [server.now - 31 * day - minute, true],
    ] as const
    for (const [at] of asked) device.write([{ ...note(world), at: instantFromMs(at) }])
    expect((await server.push(device, 2)).map(({ outcome }) => outcome.kind)).toEqual(asked.map(() => 'accepted'))
    const shown = (await entriesOf(server, 'central')).slice(-asked.length).map(({ header }) => header)
    expect(shown).toMatchObject(asked.map(([, doubtful]) => ({ doubtful })))
  })

  test('SYNC-APPEND-9 a rung that two machines climb is taken once; the second is void as a duplicate (E-01)', async () => {
    const server = testServer()
    const device = await joinedOffice(server)
    const world = new SyncedCase()
    referred(world, device)
    await server.push(device, 1)
    const second = machineBeside(device, 'second-machine', office)
    const rung = (at: string) => ({
      stream: world.stream,
      type: 'escalated',
      facts: { referral: world.referralId, rung: 1, automatic: true, recipients: 1, users: ['nadia'] },
      actor: 'duty',
      via: 'duty' as const,
      at: world.local(at),
    })
    const wrote = device.write([rung('2026-03-01 10:00')])
    const again = second.write([rung('2026-03-02 10:00')])
    expect(await server.push(device, device.commits.length - 1)).toMatchObject([
      { commit: wrote, outcome: { kind: 'accepted' } },
    ])
    const before = await count(server)
    expect(await server.push(second)).toMatchObject([{ commit: again, outcome: { kind: 'void' } }])
    expect(await server.push(second)).toMatchObject([{ commit: again, outcome: { kind: 'void' } }])
    expect(await count(server)).toBe(before)
  })
})
