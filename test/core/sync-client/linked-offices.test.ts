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
  const desk = { username: 'desk-amm', name: 'desk', password: testPassword, language: 'ar', groups: ['reception'] }
  await administer(server, 'user add', { ...desk, unit: { kind: 'office', code: 'AMM' } })
}, serverPatience)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

async function joined(code: keyof typeof offices): Promise<TestOffice> {
  const invited = await administer<{ code: string }>(server, 'device invite', { unit: { kind: 'office', code } })
  const machine = await openOfficeFolder()
  await machine.call('sync.join', { url: server.address, code: invited.code }, '')
  return machine
}

async function registered(office: TestOffice, as: string, { given = '', number = '987-1236540' }) {
  const document = { country: 'JO', kind: 'national_id', number }
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
  'R-08 SYNC-PEOPLE-1 of the office’s own records the server tells no case, and whom one may not see is proposed to nobody else',
  async () => {
    const amman = await joined('AMM')
    const seen = await registered(amman, 'head-amm', { given: 'سلمى', number: '9871236557' })
    const hidden = await registered(amman, 'head-amm', { given: 'سلما', number: '9871236557' })
    const level = { case: hidden.reference, level: 'confidential', users: [], note: '' }
    await amman.call('triage.setConfidentiality', level, 'head-amm')
    await amman.call('sync.now', {}, '')
    const pairs = (as: string) => amman.call<readonly ProposedPair[]>('people.proposals', {}, as)
    const records = (as: string) => amman.call<OtherRecords>('people.records', { id: seen.person, ask: true }, as)
    expect(await pairs('desk-amm')).toEqual([])
    expect(await records('desk-amm')).toMatchObject({ asked: { kind: 'answered' }, records: [], cases: [] })
    expect(await pairs('head-amm')).toMatchObject([{ person: { id: seen.person }, other: hidden.person, cases: [] }])
    expect((await records('head-amm')).records).toMatchObject([
      { id: hidden.person, person: { id: hidden.person }, cases: [] },
    ])
  },
  serverPatience,
)

it(
  'L-16 SYNC-PEOPLE-1 a record of another office is proposed with its cases when its office is asked, and what a person says of it settles it for both',
  async () => {
    const [amman, zarqa] = [await joined('AMM'), await joined('ZRQ')]
    const own = await registered(amman, 'head-amm', { given: 'ليلى' })
    const theirs = await registered(zarqa, 'head-zrq', { given: 'ليلا' })
    for (const each of [amman, zarqa]) await each.call('sync.now', {}, '')
    const asked = (ask: boolean) => amman.call<OtherRecords>('people.records', { id: own.person, ask }, 'head-amm')
    expect(await amman.call('people.get', { id: own.person }, 'head-amm')).toMatchObject({ records: 1, elsewhere: 0 })
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
    // S19: whoever forgets him is told that the other office keeps a record.
    const kept = { records: 1, elsewhere: 1 }
    expect(await amman.call('people.get', { id: own.person }, 'head-amm')).toMatchObject(kept)
    expect(await asked(true)).toMatchObject({ records: [{ id: theirs.person, standing: 'joined' }], cases: [line] })
    await server.stop()
    expect(await asked(true)).toMatchObject({ asked: { kind: 'offline', reason: { code: 'sync-unreachable' } } })
  },
  serverPatience,
)
