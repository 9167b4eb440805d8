import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newConnection } from '#core/services/connection.ts'
import type { JoinedServer, SyncStatus } from '#shared/contract/desktop/sync.ts'
import type { VerifyReport } from '#shared/contract/desktop/system.ts'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { openOfficeFolder, testOffice, testPassword } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'
import { administer, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

/* Whole machines against a whole server: the real core, the real engine, HTTP on loopback. */
let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))

beforeAll(async () => {
  server = await startTestServer(folder)
  await administer(server, 'office add', { code: 'AMM', name: 'مكتب عمّان', country: 'JO' })
  for (const username of ['clerk', 'head'])
    await administer(server, 'user add', {
      username,
      name: username,
      unit: { kind: 'office', code: 'AMM' },
      groups: ['office_owner'],
      password: testPassword,
      language: 'ar',
    })
}, 120_000)

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const office = { kind: 'office', code: 'AMM' } as const

async function joined(unit: object = office, background = false): Promise<TestOffice> {
  const { code } = await administer<{ code: string }>(server, 'device invite', { unit })
  const machine = await openOfficeFolder({ background })
  const status = await machine.call<SyncStatus>('sync.join', { url: server.address, code }, '')
  expect(status.link).toMatchObject({ kind: 'online' })
  return machine
}

interface Made {
  readonly case: string
  readonly reference: string
  readonly trackingCode: string
}

const register = (machine: TestOffice, subject: string) =>
  machine.call<Made>('intake.register', phoneForm({ subject }), 'clerk')

const hashOf = (machine: TestOffice) => machine.call<{ cases: number; hash: string }>('system.stateHash', {}, '')

describe('machines and a server', () => {
  it('SYNC-ENROL-3 SYNC-MERGE-5 two empty folders join an office, work, and come to the same state', async () => {
    const [a, b] = [await joined(), await joined()]
    const made = await register(a, 'انقطاع المياه')
    expect(made.reference).toMatch(/^AMM-/)
    await a.call('sync.now', {}, '')
    await b.call('sync.now', {}, '')
    const onB = await b.call<CaseView>('cases.get', { case: made.reference }, 'clerk')
    // P-01: whichever machine prints the receipt, it carries one code, and either finds the case by it.
    expect(onB.trackingCode).toBe(made.trackingCode)
    expect(await b.call('cases.search', { text: made.trackingCode }, 'clerk')).toMatchObject({ total: 1 })
    expect(JSON.stringify(onB)).toContain('انقطاع المياه')
    await b.call('desk.addNote', { case: made.reference, text: 'اتصل المشتكي' }, 'head')
    await b.call('sync.now', {}, '')
    const status = await a.call<SyncStatus>('sync.now', {}, '')
    expect(status.counts).toMatchObject({ pending: 0, sent: 0, held: 0, refused: 0, conflict: 0 })
    const hash = await hashOf(a)
    expect(hash).toMatchObject({ cases: 1 })
    expect(await hashOf(b)).toEqual(hash)
    for (const machine of [a, b]) {
      const report = await machine.call<VerifyReport>('system.verify', {}, '')
      expect(report.problems).toEqual([])
    }
  }, 120_000)

  it('SYNC-ENROL-3 a stand-alone office goes up as it is: log, numbers, users; a second machine then holds all of it', async () => {
    const alone = await testOffice({ code: 'IRB' })
    const first = await alone.call<Made>('intake.register', phoneForm())
    await administer(server, 'office add', { code: 'IRB', name: 'مكتب إربد' })
    const unit = { kind: 'office', code: 'IRB' }
    const invite = () => administer<{ code: string }>(server, 'device invite', { unit })
    const { code } = await invite()
    const status = await alone.call<SyncStatus>('sync.join', { url: server.address, code })
    expect(status.counts).toMatchObject({ pending: 0, sent: 0, held: 0, refused: 0, conflict: 0 })
    expect(status).toMatchObject({ recoveryCode: null })
    const second = await alone.call<{ reference: string }>('intake.register', phoneForm())
    expect(second.reference).not.toBe(first.reference)
    await alone.call('sync.now')
    const replica = await openOfficeFolder()
    await replica.call('sync.join', { url: server.address, code: (await invite()).code }, '')
    expect(await hashOf(replica)).toEqual(await hashOf(alone))
    expect(await hashOf(replica)).toMatchObject({ cases: 2 })
    // P-01: what the replica was filled with has one code, on no receipt another.
    const seen = await replica.call<CaseView>('cases.get', { case: first.reference })
    expect(seen.trackingCode).toBe(first.trackingCode)
    const third = await replica.call<{ reference: string }>('intake.register', phoneForm())
    expect([first.reference, second.reference]).not.toContain(third.reference)
    for (const machine of [alone, replica])
      expect((await machine.call<VerifyReport>('system.verify', {}, '')).problems).toEqual([])
    expect(await alone.refused('sync.join', { url: server.address, code })).toBe('sync-joined-already')
    await alone.call('sync.leave', { force: true })
    // Whoever left is told before any code is asked for; the server of another office may still be joined.
    const { link, left } = await alone.call<SyncStatus>('sync.status')
    expect({ link, left }).toMatchObject({
      link: { kind: 'stand_alone' },
      left: { url: server.address, mayReturn: false, mayJoin: true },
    })
    expect(await alone.refused('sync.look', { url: `${server.address}/` })).toBe('sync-left-before')
    // A machine that knows the central unit, too, goes on as its own office, also when it is opened again.
    await replica.call('sync.leave', { force: true })
    await replica.reopen()
    const fourth = await replica.call<{ reference: string }>('intake.register', phoneForm())
    expect(fourth.reference).toMatch(/^IRB-/)
    const again = await invite()
    expect(await alone.refused('sync.join', { url: server.address, code: again.code })).toBe('sync-left-before')
  }, 120_000)

  it('SYNC-ENROL-3 SYNC-ENROL-4 a machine that joined asks for passwords, and its backup opens by the code that joining showed once', async () => {
    const { code } = await administer<{ code: string }>(server, 'device invite', { unit: office })
    const machine = await openOfficeFolder()
    const { recoveryCode } = await machine.call<JoinedServer>('sync.join', { url: server.address, code }, '')
    expect((await machine.core.signInAs(newConnection('cli'), 'head', null)).ok).toBe(false)
    const made = await register(machine, 'نسخة')
    const { path } = await machine.call<{ path: string }>('system.backup', {}, 'head')
    const elsewhere = await openOfficeFolder()
    expect(await elsewhere.refused('setup.restore', { path, secret: 'another words 12' }, '')).not.toBe('answered')
    await elsewhere.call('setup.restore', { path, secret: recoveryCode }, '')
    const view = await elsewhere.call<CaseView>('cases.get', { case: made.reference }, 'head')
    expect(JSON.stringify(view)).toContain('نسخة')
  }, 120_000)

  it('SYNC-LINK-6 SYNC-LINK-7 what one machine saves another has at once, live both ways', async () => {
    const [a, b] = [await joined(office, true), await joined(office, true)]
    await register(a, 'قبل ذلك')
    const countsOfA = async () => (await a.call<SyncStatus>('sync.status', {}, '')).counts
    await expect.poll(countsOfA, { timeout: 10_000, interval: 20 }).toMatchObject({ pending: 0, sent: 0 })
    const made = await register(a, 'على الهواء')
    // Whoever saves waits for no answer of the server.
    expect(await countsOfA()).toMatchObject({ pending: 0 })
    const isOnB = () =>
      b.call('cases.get', { case: made.reference }, 'clerk').then(
        () => true,
        () => false,
      )
    await expect.poll(isOnB, { timeout: 10_000, interval: 20 }).toBe(true)
    const status = await a.call<SyncStatus>('sync.status', {}, '')
    expect(status.counts).toMatchObject({ pending: 0, sent: 0 })
    expect(status.link.kind).toBe('online')
    const metrics = await (await fetch(`${server.address}/metrics`)).text()
    expect(metrics).toMatch(/insaf_requests_total\{route="live push",status="200"\} [1-9]/)
  }, 120_000)

  it('SYNC-ENROL-5 a new user, and a new password, hold on every machine of the office; the server asks who gives them', async () => {
    const [a, b] = [await joined(), await joined()]
    const [own, first, second] = [testPassword, 'first password 1', 'second password 2']
    const signsIn = (machine: TestOffice, password: string) =>
      machine.call('session.signIn', { username: 'nour', password }, '').then(
        () => 'in',
        (error: unknown) => String(error),
      )
    const [head] = await a.call<readonly { unit: string }[]>('admin.users', {}, 'head')
    const set = {
      username: 'nour',
      name: { ar: 'نور', en: 'Nour' },
      unit: head?.unit,
      groups: ['office_owner'],
      active: true,
      staffId: null,
      language: 'ar',
      password: first,
    }
    expect(await a.refused('admin.setUser', set, 'head')).toBe('own-password-needed')
    expect(await a.refused('admin.setUser', { ...set, ownPassword: 'guessed 123' }, 'head')).toBe('wrong-password')
    const { id } = await a.call<{ id: string }>('admin.setUser', { ...set, ownPassword: own }, 'head')
    await b.call('sync.now', {}, '')
    expect(await signsIn(b, first)).toBe('in')
    await a.call('admin.setUser', { ...set, id, password: second, ownPassword: own }, 'head')
    expect(await signsIn(b, first)).toMatch('wrong-password')
    expect(await signsIn(b, second)).toBe('in')
  }, 120_000)

  it('SYNC-ENROL-3 a folder that is refused is left as empty as it was', async () => {
    const machine = await openOfficeFolder()
    expect(await machine.refused('sync.join', { url: server.address, code: 'WRNG-WRNG-WRNG-WRNG' }, '')).toBe(
      'sync-code-wrong',
    )
    expect(await machine.refused('sync.join', { url: 'http://127.0.0.1:9', code: 'WRNG-WRNG-WRNG-WRNG' }, '')).toBe(
      'sync-unreachable',
    )
    expect(await machine.call('setup.status', {}, '')).toMatchObject({ kind: 'empty' })
  })
})
