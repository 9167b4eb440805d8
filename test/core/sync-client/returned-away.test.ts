import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CommitItem } from '#shared/contract/desktop/sync.ts'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { must } from '#shared/lib/assert.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { openOfficeFolder, testPassword } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

/* What a department returned is no longer its to see; whoever returned it still knows which of his work waits (S2, F-06). */
let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
const office = { kind: 'office', code: 'AMM' } as const
const water = { kind: 'department', code: 'WATER' } as const
let department = ''

beforeAll(async () => {
  server = await startTestServer(folder)
  await administer(server, 'office add', { code: 'AMM', name: 'مكتب عمّان', country: 'JO' })
  const input = { code: 'WATER', name: 'المياه', offices: ['AMM'] }
  department = (await administer<{ unit: string }>(server, 'department add', input)).unit
  const user = (username: string, unit: object, groups: readonly string[]) =>
    administer(server, 'user add', { username, name: username, unit, groups, password: testPassword, language: 'ar' })
  await user('amal', office, ['office_owner'])
  await user('ali', water, ['liaison'])
  await user('sami', water, ['liaison'])
}, serverPatience)

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function joined(unit: object): Promise<TestOffice> {
  const { code } = await administer<{ code: string }>(server, 'device invite', { unit })
  const machine = await openOfficeFolder()
  await machine.call('sync.join', { url: server.address, code }, '')
  return machine
}

const classes = { service: null, complexity: 'routine', importance: 'medium', procedure: 'processing', priority: null }

it(
  'S2 F-06 a return that waits to be sent carries the number of its case for whoever returned it, and nothing else of it',
  async () => {
    const [desk, liaison] = [await joined(office), await joined(water)]
    const { reference } = await desk.call<{ reference: string }>('intake.register', phoneForm(), 'amal')
    const of = { case: reference }
    await desk.call('triage.accept', of, 'amal')
    await desk.call('triage.classify', { ...of, ...classes }, 'amal')
    await desk.call('referral.refer', { ...of, referrals: [{ department, text: 'للإفادة' }] }, 'amal')
    for (const machine of [desk, liaison]) await machine.call('sync.now', {}, '')
    const { referrals } = await liaison.call<CaseView>('cases.get', of, 'ali')
    const referral = must(referrals[0], 'it was referred').id
    const why = { proposedDepartment: null, reason: 'not_in_remit', note: '' }
    await liaison.call('referral.returnToTeam', { ...of, referral, ...why }, 'ali')
    expect(await liaison.refused('cases.get', of, 'ali')).toBe('not-found')
    const returned = async (user: string) =>
      (await liaison.call<readonly CommitItem[]>('sync.items', { standing: 'pending' }, user)).filter(({ events }) =>
        events.some(({ type }) => type === 'ref_returned'),
      )
    expect(await returned('ali')).toMatchObject([{ case: { reference, subject: '', isShown: false } }])
    expect(await returned('sami')).toEqual([])
  },
  serverPatience,
)
