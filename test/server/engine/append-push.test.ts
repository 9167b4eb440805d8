import { appendPush } from '#server/engine/append-push.ts'
import { describe, expect, test } from 'vitest'
import { goalsSet } from '#shared/domain/case/shipped-office.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { entryHash } from '#shared/sync/feed-entry.ts'
import { noLink } from '#shared/sync/link.ts'
import { departmentA, office } from '#test/support/case-world.ts'
import { entriesOf, machineBeside, referred, registration, typesIn } from '#test/support/sync/engine-steps.ts'
import { TestDevice, sha256 } from '#test/support/sync/test-device.ts'
import { SyncedCase, joinedOffice, testServer } from '#test/support/sync/test-office.ts'

describe('a push is taken', () => {
  test('SYNC-APPEND-1 SYNC-APPEND-2 SYNC-ENROL-3 an office that stood alone goes up as it is; each commit has one outcome', async () => {
    const server = testServer()
    const device = await joinedOffice(server)
    const world = new SyncedCase()
    referred(world, device)
    const answers = await server.push(device, 1)
    expect(answers.map(({ outcome }) => outcome)).toEqual(answers.map(() => ({ kind: 'accepted', moved: [] })))
    expect(answers).toHaveLength(4)
  })

  test('SYNC-FEED-1 SYNC-FEED-2 SYNC-FEED-3 feeds have no holes, prove themselves, and show each audience its part', async () => {
    const server = testServer()
    const device = await joinedOffice(server)
    const world = new SyncedCase()
    referred(world, device)
    await server.push(device, 1)
    for (const feed of ['central', `office:${office}`, `department:${departmentA}`]) {
      let before: Uint8Array = noLink
      const rows = await entriesOf(server, feed)
      expect(rows.map(({ sequence }) => sequence)).toEqual(rows.map((_, index) => index + 1))
      for (const { sequence, bytes, hash } of rows) {
        before = entryHash(sha256, before, { feed: feed as FeedName, sequence, header: bytes })
        expect(Buffer.from(hash).equals(Buffer.from(before))).toBe(true)
      }
    }
    const ofOffice = typesIn(await entriesOf(server, `office:${office}`))
    for (const { type } of world.events) expect(ofOffice).toContain(type)
    const department = await entriesOf(server, `department:${departmentA}`)
    expect(typesIn(department)).toContain('referred')
    expect(typesIn(department)).toContain('registered')
    expect(typesIn(department)).not.toContain('described')
    expect(typesIn(department)).not.toContain('complainant_set')
    const secrets = department.flatMap(({ events }) =>
      events.map((event) => Buffer.from(event.private ?? []).toString()),
    )
    expect(secrets.join(' ')).toContain('للنظر')
    expect(secrets.join(' ')).not.toContain('قدمت طلب الشهادة')
  })

  test('SYNC-FEED-4 SYNC-FEED-5 a department gets what went before when it is referred to, and is told when it ceases', async () => {
    const server = testServer()
    const device = await joinedOffice(server)
    const world = new SyncedCase()
    referred(world, device)
    await server.push(device, 1)
    const feed = `department:${departmentA}`
    const kinds = (await entriesOf(server, feed))
      .filter(({ header }) => header.kind !== 'commit')
      .map(({ header }) => header.kind)
    expect(kinds).toContain('earlier')
    const liaison = machineBeside(device, 'department-machine', departmentA)
    world.on(liaison, 'return_referral', {
      input: { referral: world.referralId, reason: 'not_in_remit', note: '', proposedDepartment: null } as never,
      user: 'ali',
    })
    expect(await server.push(liaison)).toMatchObject([{ outcome: { kind: 'accepted' } }])
    expect((await entriesOf(server, feed)).at(-1)?.header).toMatchObject({ kind: 'withdrawn', stream: world.stream })
  })

  test('SYNC-PUSH-4 the same push again is answered as it was, and changes nothing (S3)', async () => {
    const server = testServer()
    const device = await joinedOffice(server)
    registration(new SyncedCase(), device)
    const first = await server.push(device, 1)
    const before = await entriesOf(server, 'central')
    expect(await server.push(device, 1)).toEqual(first)
    expect(await server.push(device, 0)).toHaveLength(2)
    expect(await entriesOf(server, 'central')).toHaveLength(before.length)
  })

  test('SYNC-PUSH-2 SYNC-PUSH-3 a push beyond the end, an altered byte and another signature are refused whole', async () => {
    const server = testServer()
    const device = await joinedOffice(server)
    registration(new SyncedCase(), device)
    registration(new SyncedCase(), device)
    expect(await server.tryPush(device, 2)).toBe('sync-chain-ahead')
    const other = new TestDevice(device.id, office)
    const page = device.page(1)
    const judging = { device: device.enrolled, now: '2026-01-05T08:00:00.000Z' as never, confirmed: '' }
    const forged = { ...page, head: { ...page.head, signature: other.page.call(device, 1).head.link.repeat(2) } }
    expect(await appendPush(server.engine, judging, forged)).toMatchObject({ refusal: { code: 'sync-signature' } })
    expect(await server.push(device, 1)).toHaveLength(2)
  })

  test('SYNC-PUSH-3 a push of an epoch that a restored server does not know is answered with its end, not with a stop (S10)', async () => {
    const server = testServer()
    const device = await joinedOffice(server)
    registration(new SyncedCase(), device)
    const page = device.page(1)
    const judging = { device: device.enrolled, now: '2026-01-05T08:00:00.000Z' as never, confirmed: '' }
    const later = { ...page, head: { ...page.head, epoch: 2 } }
    expect(await appendPush(server.engine, judging, later)).toEqual({
      ok: false,
      refusal: { code: 'sync-chain-ahead', params: { epoch: 2, sequence: 0 } },
    })
    const foreign = { ...page, head: { ...page.head, device: 'another' } }
    expect(await appendPush(server.engine, judging, foreign)).toMatchObject({
      refusal: { code: 'sync-unknown-device' },
    })
  })

  test('SYNC-APPEND-2 goals that an office sets for its figures are taken as its machine writes them', async () => {
    const server = testServer()
    const device = await joinedOffice(server)
    device.write([{ ...goalsSet(office, []), actor: 'nadia' }])
    expect(await server.push(device, 1)).toMatchObject([{ outcome: { kind: 'accepted' } }])
  })

  test('SYNC-APPEND-3 a department writes its own acts on its own referral and nothing else', async () => {
    const server = testServer()
    const device = await joinedOffice(server)
    const world = new SyncedCase()
    referred(world, device)
    await server.push(device, 1)
    const liaison = machineBeside(device, 'department-machine', departmentA)
    liaison.write([{ stream: world.stream, type: 'note_added', facts: {}, private: { text: 'ملاحظة' }, actor: 'ali' }])
    liaison.write([{ stream: world.stream, type: 'assigned', facts: { user: 'ali', unit: departmentA }, actor: 'ali' }])
    expect(await server.push(liaison)).toMatchObject([
      { outcome: { kind: 'refused' } },
      { outcome: { kind: 'refused' } },
    ])
  })

  test('SYNC-APPEND-6 SYNC-APPEND-7 a step that came too late is held and fences its stream; a field becomes a conflict (S9, S5)', async () => {
    const server = testServer()
    const device = await joinedOffice(server)
    const second = machineBeside(device, 'second-machine', office)
    const world = new SyncedCase()
    registration(world, device)
    await server.push(device, 1)
    const there = Object.assign(new SyncedCase(), {
      id: world.id,
      stream: world.stream,
      state: world.state,
      now: world.now,
    })
    world.on(device, 'change_details', {
      input: { subjects: ['procedure'], cause: null, complainantKind: null },
      user: 'salma',
    })
    world.on(device, 'reject', {
      input: { reason: 'too_old', note: 'قديمة', withinRemit: true } as never,
      user: 'salma',
    })
    await server.push(device, 2)
    there.on(second, 'change_details', {
      input: { subjects: ['operation'], cause: null, complainantKind: null },
      user: 'omar',
    })
    there.on(second, 'request_info', { input: { channel: 'phone', text: 'متى؟' } as never, user: 'omar' })
    second.write([{ stream: world.stream, type: 'note_added', facts: {}, private: { text: 'بعد' }, actor: 'omar' }])
    registration(new SyncedCase(), second)
    const kinds = (await server.push(second)).map(({ outcome }) => outcome.kind)
    expect(kinds).toEqual(['conflict', 'held', 'held', 'accepted'])
  })
})
