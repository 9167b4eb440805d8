import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { OtherRecords, ProposedPair } from '#shared/contract/desktop/people.ts'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { openOfficeFolder, testPassword } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

/* One human at two offices: the server proposes, a person says whether it is one (L-16). */
let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
const offices = { AMM: 'مكتب عمّان', ZRQ: 'مكتب الزرقاء' } as const

beforeAll(async () => {
  server = await startTestServer(folder)
  for (const [code, name] of Object.entries(offices)) {
    await administer(server, 'office add', { code, name, country: 'JO' })
    const username = `head-${code.toLowerCase()}`
    const user = { username, name: username, password: testPassword, language: 'ar', groups: ['office_owner'] }
    await administer(server, 'user add', { ...user, unit: { kind: 'office', code } })
  }
}, serverPatience)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function joined(code: keyof typeof offices): Promise<TestOffice> {
  const invited = await administer<{ code: string }>(server, 'device invite', { unit: { kind: 'office', code } })
  const machine = await openOfficeFolder()
  await machine.call('sync.join', { url: server.address, code: invited.code }, '')
  return machine
}

async function registered(office: TestOffice, given: string, as: string) {
  const document = { country: 'JO', kind: 'national_id', number: '987-1236540' }
  const details = { given, family: 'الحسن', mobile: '0796128357', document }
  const made = await office.call<{ case: string; reference: string }>(
    'intake.register',
    phoneForm({ person: { kind: 'new', details } }),
    as,
  )
  const { person } = await office.call<CaseView>('cases.get', { case: made.case }, as)
  return { reference: made.reference, person: person?.id ?? '' }
}

it(
  'L-16 SYNC-PEOPLE-1 a record of another office is proposed with its cases when its office is asked, and what a person says of it settles it for both',
  async () => {
    const [amman, zarqa] = [await joined('AMM'), await joined('ZRQ')]
    const own = await registered(amman, 'ليلى', 'head-amm')
    const theirs = await registered(zarqa, 'ليلا', 'head-zrq')
    for (const each of [amman, zarqa]) await each.call('sync.now', {}, '')
    const asked = (ask: boolean) => amman.call<OtherRecords>('people.records', { id: own.person, ask }, 'head-amm')
    expect(await asked(false)).toEqual({ asked: { kind: 'not_yet' }, records: [], cases: [] })
    const line = { reference: theirs.reference, office: { ar: offices.ZRQ }, state: 'open' }
    const answer = await asked(true)
    expect(answer).toMatchObject({
      asked: { kind: 'answered' },
      records: [{ id: theirs.person, standing: 'proposed', person: null, cases: [line] }],
      cases: [line],
    })
    expect(JSON.stringify(answer)).not.toContain('ليلا')
    const waiting = () => zarqa.call<readonly ProposedPair[]>('people.proposals', {}, 'head-zrq')
    expect(await waiting()).toMatchObject([{ person: { id: theirs.person }, other: own.person }])
    await amman.call('people.join', { id: own.person, other: theirs.person }, 'head-amm')
    await amman.call('sync.now', {}, '')
    expect(await waiting()).toEqual([])
    expect(await asked(true)).toMatchObject({ records: [{ id: theirs.person, standing: 'joined' }], cases: [line] })
    await server.stop()
    expect(await asked(true)).toMatchObject({ asked: { kind: 'offline', reason: { code: 'sync-unreachable' } } })
  },
  serverPatience,
)
