import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import type { VerifyReport } from '#shared/contract/desktop/system.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { openOfficeFolder, testPassword } from '#test/support/test-office.ts'
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
}, 60_000)

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const office = { kind: 'office', code: 'AMM' } as const

async function joined(unit: object = office): Promise<TestOffice> {
  const { code } = await administer<{ code: string }>(server, 'device invite', { unit })
  const machine = await openOfficeFolder()
  const status = await machine.call<SyncStatus>('sync.join', { url: server.address, code }, '')
  expect(status.link).toMatchObject({ kind: 'online' })
  return machine
}

const register = (machine: TestOffice, subject: string) =>
  machine.call<{ case: string; reference: string }>('intake.register', phoneForm({ subject }), 'clerk')

const hashOf = (machine: TestOffice) => machine.call<{ cases: number; hash: string }>('system.stateHash', {}, '')

describe('machines and a server', () => {
  it('SYNC-ENROL-3 SYNC-MERGE-5 two empty folders join an office, work, and come to the same state', async () => {
    const [a, b] = [await joined(), await joined()]
    const made = await register(a, 'انقطاع المياه')
    expect(made.reference).toMatch(/^AMM-/)
    await a.call('sync.now', {}, '')
    await b.call('sync.now', {}, '')
    const onB = await b.call<unknown>('cases.get', { case: made.reference }, 'clerk')
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
  }, 60_000)
})
