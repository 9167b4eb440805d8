import { rmSync, mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { hash } from '@node-rs/argon2'
import type { UnitStatus } from '#server/devices/unit-status.ts'
import { wireVersion } from '#shared/contract/wire/contract.ts'
import { runCommand } from '#server/admin/commands.ts'
import { devices, invites } from '#server/log/schema/device-tables.ts'
import {
  administer,
  enrolTestDevice,
  refusalOf,
  startTestServer,
  wireClient,
  serverPatience,
} from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
const north = { kind: 'office', code: 'NO' } as const
const water = { kind: 'department', code: 'WATER' } as const

beforeAll(async () => {
  server = await startTestServer(folder)
  await administer(server, 'office add', { code: 'NO', name: 'مكتب الشمال' })
  await administer(server, 'office add', { code: 'SO', name: 'مكتب الجنوب' })
  await administer(server, 'department add', { code: 'WATER', name: 'المياه', offices: [] })
}, serverPatience)

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const stranger = {
  wire: wireVersion,
  device: 'device-x',
  epoch: 1,
  publicKey: '0'.repeat(64),
  program: 'test',
  standAlone: null,
}

/** A code as it is so long after it was given. */
async function invitedBefore(agoMs: number): Promise<string> {
  const { code, expiresAt } = await administer<{ code: string; expiresAt: string }>(server, 'device invite', {
    unit: north,
  })
  const earlier = new Date(Date.parse(expiresAt) - agoMs).toISOString()
  await server.server.db.update(invites).set({ expiresAt: earlier }).where(eq(invites.expiresAt, expiresAt))
  return code
}

describe('enrolment', () => {
  test('SYNC-ENROL-1 a code enrols one device for its unit, which learns the server and its key', async () => {
    const { code } = await administer<{ code: string }>(server, 'device invite', { unit: north })
    const device = await enrolTestDevice(server, north, { code })
    expect(device.unit).toBe('office-no')
    const hello = await device.client.sync.hello({ wire: wireVersion, epoch: 1, waiting: 3 })
    const { offices } = await administer<{ offices: readonly UnitStatus[] }>(server, 'status', {})
    const ours = offices.find(({ unit }) => unit === 'office-no')
    // Three waited when it last asked; when that was stands beside, for they may have arrived since.
    expect(ours).toMatchObject({ waiting: 3, waitingAsOf: hello.time })
    expect(offices.find(({ unit }) => unit === 'central')).toMatchObject({ waiting: 0, waitingAsOf: null })
    expect(hello.server).toMatchObject({ logEpoch: 1, publicKey: expect.stringMatching(/^[0-9a-f]{64}$/) as string })
    expect(hello.feeds.map(({ feed }) => feed)).toEqual(['office:office-no', `device:${device.id}`])
    expect(await refusalOf(wireClient(server.address).device.enrol({ ...stranger, code }))).toBe('sync-code-wrong')
  })

  test('SYNC-ENROL-1 a code is read as people type it, and ends after 24 hours', async () => {
    const { code } = await administer<{ code: string }>(server, 'device invite', { unit: north })
    const typed = code.toLowerCase().replaceAll('-', ' ').replaceAll('0', 'o')
    await enrolTestDevice(server, north, { code: typed })
    const [minute, day] = [60_000, 86_400_000]
    await enrolTestDevice(server, north, { code: await invitedBefore(day - minute) })
    const late = wireClient(server.address).device.enrol({ ...stranger, code: await invitedBefore(day) })
    expect(await refusalOf(late)).toBe('sync-code-wrong')
  })

  test('SYNC-ENROL-1 of two machines that come with one code at once, one is enrolled', async () => {
    const { code } = await administer<{ code: string }>(server, 'device invite', { unit: north })
    const both = ['device-a', 'device-b'].map((device) =>
      wireClient(server.address).device.enrol({ ...stranger, device, code }),
    )
    const settled = await Promise.allSettled(both)
    expect(settled.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  test('SYNC-ENROL-3 S10 whoever comes again with his code, his name and his key, for the answer was lost, is enrolled; the credential that was lost is void', async () => {
    const { code } = await administer<{ code: string }>(server, 'device invite', { unit: north })
    const enrol = (change: Partial<typeof stranger> = {}) =>
      wireClient(server.address).device.enrol({ ...stranger, device: 'device-again', code, ...change })
    const lost = await enrol()
    const again = await enrol()
    expect({ ...again, credential: '' }).toEqual({ ...lost, credential: '' })
    const hello = (credential: string) =>
      wireClient(server.address, credential).sync.hello({ wire: wireVersion, epoch: 1, waiting: 0 })
    expect(await refusalOf(hello(lost.credential))).toBe('sync-unknown-device')
    // Nobody else comes by it, nor he under another key.
    expect(await refusalOf(enrol({ device: 'device-other' }))).toBe('sync-code-wrong')
    expect(await refusalOf(enrol({ publicKey: '1'.repeat(64) }))).toBe('sync-device-known')
    expect((await hello(again.credential)).server).toEqual(again.server)
    // It is at work: the code has done what it was for.
    expect(await refusalOf(enrol())).toBe('sync-device-known')
    expect((await hello(again.credential)).server).toEqual(again.server)
  })

  test('SYNC-ENROL-3 a day later the code says nothing, and a new one lets the same machine in, also where it was revoked meanwhile; another unit’s does not', async () => {
    const { code } = await administer<{ code: string }>(server, 'device invite', { unit: north })
    const enrol = (by: string) =>
      wireClient(server.address).device.enrol({ ...stranger, device: 'device-late', code: by })
    const lost = await enrol(code)
    const { db } = server.server
    expect(lost.unit.id).toBe('office-no')
    const past = new Date(Date.now() - 1000).toISOString()
    await db.update(invites).set({ expiresAt: past }).where(eq(invites.device, 'device-late'))
    expect(await refusalOf(enrol(code))).toBe('sync-code-wrong')
    await administer(server, 'device revoke', { device: 'device-late' })
    const invited = async (unit: object) => (await administer<{ code: string }>(server, 'device invite', { unit })).code
    expect(await refusalOf(enrol(await invited(water)))).toBe('sync-device-known')
    const again = await enrol(await invited(north))
    const client = wireClient(server.address, again.credential)
    expect((await client.sync.hello({ wire: wireVersion, epoch: 1, waiting: 0 })).server).toEqual(again.server)
    expect(await refusalOf(enrol(await invited(north)))).toBe('sync-device-known')
  })

  test('SYNC-ENROL-2 SYNC-ENROL-3 whoever was put out before he ever said hello does not come in again by the code that he used', async () => {
    const { code } = await administer<{ code: string }>(server, 'device invite', { unit: north })
    const enrol = () => wireClient(server.address).device.enrol({ ...stranger, device: 'device-put-out', code })
    const { credential } = await enrol()
    await administer(server, 'device revoke', { device: 'device-put-out' })
    expect(await refusalOf(enrol())).toBe('sync-code-wrong')
    const hello = wireClient(server.address, credential).sync.hello({ wire: wireVersion, epoch: 1, waiting: 0 })
    expect(await refusalOf(hello)).toBe('sync-device-revoked')
  })

  test('SYNC-ENROL-1 no credential stands in the database', async () => {
    const device = await enrolTestDevice(server, north)
    const rows = await server.server.db.select().from(devices).where(eq(devices.id, device.id))
    expect(JSON.stringify(rows)).not.toContain(device.credential)
  })

  test('SYNC-ENROL-2 a revoked device gets no answer but that it is revoked', async () => {
    const device = await enrolTestDevice(server, north)
    await administer(server, 'device revoke', { device: device.id })
    const calls = [
      device.client.sync.hello({ wire: wireVersion, epoch: 1, waiting: 0 }),
      device.client.sync.push(new Blob([new Uint8Array(10)])),
      device.client.numbers.take({ year: 2026 }),
    ]
    expect(await Promise.all(calls.map(refusalOf))).toEqual(Array(3).fill('sync-device-revoked'))
    expect(
      await refusalOf(wireClient(server.address, 'x'.repeat(43)).sync.hello({ wire: 1, epoch: 1, waiting: 0 })),
    ).toBe('sync-unknown-device')
  })

  test('SYNC-ENROL-2 a machine that was revoked before is told as that, with the day, and is no unknown one', async () => {
    const device = await enrolTestDevice(server, north)
    const revoke = (id: string) => runCommand(server.admin, { name: 'device revoke', input: { device: id } })
    const first = await revoke(device.id)
    const [row] = await server.server.db.select().from(devices).where(eq(devices.id, device.id))
    expect(first).toEqual({ ok: true, value: { device: device.id, revokedAt: row?.revokedAt } })
    expect(await revoke(device.id)).toEqual(first)
    expect(await revoke('nobody')).toMatchObject({ refusal: { code: 'server-device-unknown' } })
  })

  test('SYNC-ENROL-2 S2 a machine that said that work waits there is revoked only when that is said, too', async () => {
    const device = await enrolTestDevice(server, north)
    const hello = await device.client.sync.hello({ wire: wireVersion, epoch: 1, waiting: 2 })
    const asked = (more: object) =>
      runCommand(server.admin, { name: 'device revoke', input: { device: device.id, ...more } })
    expect(await asked({})).toMatchObject({
      refusal: { code: 'server-device-waiting', params: { waiting: 2, held: 0, since: hello.time } },
    })
    await device.client.sync.hello({ wire: wireVersion, epoch: 1, waiting: 2 })
    expect((await asked({ anyway: true })).ok).toBe(true)
  })

  test('SYNC-ENROL-3 a stand-alone office goes up by a code of its own', async () => {
    const standAlone = { office: 'office-so', code: 'SO', cases: 5 }
    const { code } = await administer<{ code: string }>(server, 'device invite', { unit: north })
    const wrong = wireClient(server.address).device.enrol({ ...stranger, device: 'device-so', code, standAlone })
    expect(await refusalOf(wrong)).toBe('sync-code-of-other-unit')
    const numbers = [{ year: 2030, highest: 4321 }]
    const device = await enrolTestDevice(
      server,
      { kind: 'office', code: 'SO' },
      { standAlone: { ...standAlone, numbers } },
    )
    expect(device.unit).toBe('office-so')
    // what it gave out while it stood alone is not given again.
    expect(await device.client.numbers.take({ year: 2030 })).toMatchObject({ from: 5001 })
  })

  test('SYNC-ENROL-1 SYNC-APPEND-3 no machine enrols under the server’s own name, whose word is asked for no right (S14)', async () => {
    const { code } = await administer<{ code: string }>(server, 'device invite', { unit: water })
    const asServer = wireClient(server.address).device.enrol({ ...stranger, device: 'server', epoch: 2, code })
    expect(await refusalOf(asServer)).toBe('sync-device-known')
  })

  test('SYNC-ENROL-3 SYNC-APPEND-3 a department never stood alone: its first commit is judged like any (S14)', async () => {
    const { code } = await administer<{ code: string }>(server, 'device invite', { unit: water })
    const standAlone = { office: 'department-water', code: 'WATER', cases: 0 }
    const founding = wireClient(server.address).device.enrol({ ...stranger, device: 'founder', code, standAlone })
    expect(await refusalOf(founding)).toBe('sync-code-of-other-unit')
  })

  test('F-05 S10 whoever invites a machine for a directorate is told in both languages what does not come to it; for a department there is nothing to say', async () => {
    await administer(server, 'department add', { code: 'PIPES', name: 'الشبكات', offices: [], parent: 'WATER' })
    const invited = (code: string) =>
      administer<{ notice?: { ar: string; en: string } }>(server, 'device invite', {
        unit: { kind: 'department', code },
      })
    const { notice } = await invited('PIPES')
    expect(notice?.ar).toMatch(/الشبكات.*مديرية فنية.*بكتاب/)
    expect(notice?.en).toMatch(/الشبكات.*directorate.*by letter/)
    expect(await invited('WATER')).not.toHaveProperty('notice')
  })

  test('SYNC-VER-2 a newer machine is told that the server is updated first', async () => {
    const device = await enrolTestDevice(server, north)
    const hello = device.client.sync.hello({ wire: wireVersion + 1, epoch: 1, waiting: 0 })
    expect(await refusalOf(hello)).toBe('sync-client-newer')
  })

  test('SYNC-RECOVER-4 a new epoch is higher than every one before it', async () => {
    const device = await enrolTestDevice(server, north)
    const renewed = { publicKey: '1'.repeat(64), follows: null }
    expect(await device.client.device.renew({ ...renewed, epoch: 2 })).toEqual({ epoch: 2 })
    expect(await refusalOf(device.client.device.renew({ ...renewed, epoch: 2 }))).toBe('sync-epoch-known')
    // One that was passed over is lower too, though nobody opened it.
    expect(await device.client.device.renew({ ...renewed, epoch: 5 })).toEqual({ epoch: 5 })
    expect(await refusalOf(device.client.device.renew({ ...renewed, epoch: 4 }))).toBe('sync-epoch-known')
  })
})

describe('groups', () => {
  const adding = (unit: object, group: string) =>
    runCommand(server.admin, {
      name: 'user add',
      input: { username: `in-${group}`, name: 'x', unit, groups: [group], password: 'سرٌّ طويل 123' },
    })

  test('G-01 a department’s group is none for an office or the central unit, nor an office’s for a department', async () => {
    for (const [unit, code, groups] of [
      [north, 'NO', ['liaison', 'complaint_officer', 'department_head']],
      [{ kind: 'central' }, 'HQ', ['liaison']],
      [water, 'WATER', ['team_head', 'office_owner', 'reception']],
    ] as const)
      for (const group of groups)
        expect(await adding(unit, group)).toMatchObject({
          refusal: { code: 'server-group-unfit', params: { group, code } },
        })
    expect((await adding(water, 'department_head')).ok).toBe(true)
    expect((await adding({ kind: 'central' }, 'senior_management')).ok).toBe(true)
    expect(await adding(north, 'nonsense')).toMatchObject({ refusal: { code: 'not-found' } })
  })
})

describe('passwords', () => {
  const password = 'سرٌّ طويل 123'

  beforeAll(() =>
    administer(server, 'user add', { username: 'huda', name: 'هدى', unit: north, groups: ['team_head'], password }),
  )

  test('SYNC-ENROL-4 a user is proven at a machine of his unit, and his verifier goes with it', async () => {
    const { client } = await enrolTestDevice(server, north)
    const proven = await client.session.prove({ username: ' Huda', password })
    expect(proven.user).toMatchObject({ username: 'huda', unit: 'office-no' })
    expect(proven.verifier).toMatch(/^\$argon2id\$/)
  })

  test('SYNC-ENROL-4 neither a wrong password, nor another office’s machine proves him; six tries wait', async () => {
    const { client } = await enrolTestDevice(server, north)
    const south = await enrolTestDevice(server, { kind: 'office', code: 'SO' })
    expect(await refusalOf(south.client.session.prove({ username: 'huda', password }))).toBe('wrong-password')
    const codes: string[] = []
    for (let attempt = 0; attempt < 6; attempt += 1)
      codes.push(await refusalOf(client.session.prove({ username: 'huda', password: 'wrong one' })))
    expect(codes).toEqual([...Array<string>(5).fill('wrong-password'), 'sync-too-many-requests'])
  })

  test('SYNC-ENROL-4 a new password takes the place of the old; a weak verifier is not taken', async () => {
    const unit = north
    await administer(server, 'user add', { username: 'samir', name: 'سمير', unit, groups: ['reception'], password })
    const { client } = await enrolTestDevice(server, north)
    const weak = await hash('x', { memoryCost: 1024, timeCost: 1 })
    const change = { username: 'samir', old: password }
    expect(await refusalOf(client.session.setPassword({ ...change, verifier: weak }))).toBe('bad-input')
    const verifier = await hash('another secret', { memoryCost: 19_456, timeCost: 2 })
    await client.session.setPassword({ ...change, verifier })
    expect(await refusalOf(client.session.prove({ username: 'samir', password }))).toBe('wrong-password')
    await client.session.prove({ username: 'samir', password: 'another secret' })
  })

  test('SYNC-ENROL-5 only who manages users gives a password, by his own, and only within the machine’s unit', async () => {
    const adds = (username: string, unit: object, group: string) =>
      administer<{ user: string }>(server, 'user add', { username, name: username, unit, groups: [group], password })
    await administer(server, 'office add', { code: 'EA', name: 'مكتب الشرق' })
    const [desk, stranger] = [
      await adds('given', north, 'reception'),
      await adds('eastern', { kind: 'office', code: 'EA' }, 'reception'),
    ]
    await adds('chief', north, 'office_owner')
    const { client } = await enrolTestDevice(server, north)
    const verifier = await hash('given by the chief', { memoryCost: 19_456, timeCost: 2 })
    const give = { username: 'chief', password, user: desk.user, verifier }
    const refused = (change: Partial<typeof give>) => refusalOf(client.session.givePassword({ ...give, ...change }))
    expect(await refused({ username: 'given' })).toBe('not-allowed')
    expect(await refused({ password: 'not the chief’s' })).toBe('wrong-password')
    expect(await refused({ user: stranger.user })).toBe('sync-not-your-unit')
    expect(await refused({ user: 'nobody' })).toBe('not-found')
    expect(await refused({ verifier: await hash('x', { memoryCost: 1024, timeCost: 1 }) })).toBe('bad-input')
    await client.session.prove({ username: 'given', password })
    await client.session.givePassword(give)
    expect(await refusalOf(client.session.prove({ username: 'given', password }))).toBe('wrong-password')
    await client.session.prove({ username: 'given', password: 'given by the chief' })
  })

  test('SYNC-ENROL-3 a stand-alone office brings its passwords once, and never over the server’s own', async () => {
    const standAlone = { office: 'office-we', code: 'WE', cases: 0 }
    await administer(server, 'office add', { code: 'WE', name: 'مكتب الغرب' })
    const west = { kind: 'office', code: 'WE' } as const
    const { client } = await enrolTestDevice(server, west, { standAlone })
    const verifier = await hash('office secret', { memoryCost: 19_456, timeCost: 2 })
    const other = await administer<{ user: string }>(server, 'user add', {
      username: 'omar',
      name: 'عمر',
      unit: north,
      groups: ['reception'],
      password,
    })
    const verifiers = [
      { user: 'user-of-west', verifier },
      { user: other.user, verifier },
      { user: 'weak', verifier: '$argon2id$v=19$m=8,t=1,p=1$AAAA$AAAA' },
    ]
    expect(await client.session.bringVerifiers({ verifiers })).toEqual({ taken: 1 })
    expect(await client.session.bringVerifiers({ verifiers })).toEqual({ taken: 0 })
    const plain = await enrolTestDevice(server, west)
    expect(await refusalOf(plain.client.session.bringVerifiers({ verifiers }))).toBe('sync-verifiers-late')
  })
})

describe('numbers', () => {
  test('SYNC-NUM-1 every block is given once, whoever asks', async () => {
    const machines = await Promise.all([1, 2, 3].map(() => enrolTestDevice(server, north)))
    const blocks = await Promise.all(
      machines.flatMap(({ client }) => [1, 2, 3].map(() => client.numbers.take({ year: 2031 }))),
    )
    const firsts = blocks.map(({ from }) => from).toSorted((left, right) => left - right)
    expect(firsts).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8].map((index) => index * 1000 + 1))
  })

  test('SYNC-NUM-1 a department has no numbers', async () => {
    const { client } = await enrolTestDevice(server, water)
    expect(await refusalOf(client.numbers.take({ year: 2031 }))).toBe('sync-unit-without-numbers')
  })
})

describe('status', () => {
  test('N-05 the central unit sees all offices, an office itself', async () => {
    const centre = await enrolTestDevice(server, { kind: 'central' })
    const office = await enrolTestDevice(server, { kind: 'office', code: 'SO' })
    const all = await centre.client.status.offices({})
    expect(all.map(({ code }) => code)).toEqual(expect.arrayContaining(['HQ', 'NO', 'SO', 'WATER']))
    expect(all.find(({ code }) => code === 'NO')).toMatchObject({ waiting: 3 })
    expect((await office.client.status.offices({})).map(({ code }) => code)).toEqual(['SO'])
  })
})
