import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { CaseView, Receiver } from '#shared/contract/desktop/views.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { openOfficeFolder, testPassword } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

/* Whoever refers knows before he sends that nobody there would see it; it goes all the same, on paper (F-01, R-08). */
let server: TestServer
let [water, north, liaison] = ['', '', '']
const office = { kind: 'office', code: 'AMM' } as const
const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))

beforeAll(async () => {
  server = await startTestServer(folder)
  await administer(server, 'office add', { code: 'AMM', name: 'مكتب عمّان', country: 'JO' })
  const department = async (code: string) =>
    (await administer<{ unit: string }>(server, 'department add', { code, name: code, offices: ['AMM'] })).unit
  ;[water, north] = [await department('WATER'), await department('NORTH')]
  const user = (username: string, unit: object, groups: readonly string[]) =>
    administer<{ user: string }>(server, 'user add', {
      username,
      name: username,
      unit,
      groups,
      password: testPassword,
      language: 'ar',
    })
  await user('amal', office, ['office_owner'])
  liaison = (await user('ali', { kind: 'department', code: 'WATER' }, ['liaison'])).user
}, serverPatience)

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function joined(): Promise<TestOffice> {
  const { code } = await administer<{ code: string }>(server, 'device invite', { unit: office })
  const machine = await openOfficeFolder()
  await machine.call('sync.join', { url: server.address, code }, '')
  return machine
}

async function registered(machine: TestOffice, confidentiality: string, namedUsers: readonly string[] = []) {
  const form = { ...phoneForm(), confidentiality, namedUsers }
  return { case: (await machine.call<{ reference: string }>('intake.register', form, 'amal')).reference }
}

const ali = { ar: 'ali', en: 'ali' }
const classes = { service: null, complexity: 'routine', importance: 'medium', procedure: 'processing', priority: null }

it(
  'F-01 R-08 a department where nobody may open the case is told of before it is referred, with what is missing; it goes all the same, and the office enters its answer',
  async () => {
    const machine = await joined()
    const lacking = (of: object) => machine.call<readonly Receiver[]>('cases.lackingReceivers', of, 'amal')
    const nobody = { unit: north, lack: 'nobody', answering: [] }
    expect(await lacking(await registered(machine, 'normal'))).toEqual([nobody])
    const strict = await lacking(await registered(machine, 'strict'))
    expect(strict).toContainEqual({ unit: water, lack: 'not_named', answering: [ali] })
    expect(await lacking(await registered(machine, 'strict', [liaison]))).toEqual([nobody])
    const of = await registered(machine, 'confidential')
    expect(await lacking(of)).toContainEqual({ unit: water, lack: 'no_right', answering: [ali] })
    await machine.call('triage.accept', of, 'amal')
    await machine.call('triage.classify', { ...of, ...classes }, 'amal')
    const referrals = [water, north].map((department) => ({ department, text: 'للإفادة' }))
    await machine.call('referral.refer', { ...of, referrals }, 'amal')
    const { referrals: sent } = await machine.call<CaseView>('cases.get', of, 'amal')
    expect(sent.map(({ answersItself }) => answersItself)).toEqual([false, false])
  },
  serverPatience,
)
