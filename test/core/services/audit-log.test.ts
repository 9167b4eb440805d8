import { buffer } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import type { AuditLine } from '#shared/contract/desktop/audit.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { createTickets } from '#core/services/tickets.ts'
import { registerCase, strictCase } from '#test/support/strict-case.ts'
import { addUser, testOffice } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

/* The audit of reads, for whoever holds the right to it (G-06, R-08, P-03, B-16). */

const monday = '2026-01-05T07:00:00.000Z' as Instant
const tuesday = '2026-01-06T07:00:00.000Z' as Instant

interface Lines {
  readonly total: number
  readonly lines: readonly AuditLine[]
}

const audit = (office: TestOffice, filter: object = {}, as = 'admin'): Promise<Lines> =>
  office.call<Lines>('audit.list', filter, as)

describe('the audit of reads', () => {
  it('G-06 R-08 names who opened which confidential case and when, by user, kind, case and period', async () => {
    const office = await testOffice({ now: monday })
    const head = await addUser(office, { username: 'salma', groups: ['team_head'] })
    const { case: id, reference } = await registerCase(office, { confidentiality: 'confidential' })
    await office.call('cases.get', { case: reference })
    office.now = tuesday
    await office.call('cases.get', { case: id }, 'salma')
    await office.call('letters.make', { case: id, kind: 'receipt' }, 'salma')
    const opened = await audit(office, { kind: 'case_opened' })
    expect(opened.total).toBe(2)
    expect(opened.lines[0]).toMatchObject({ at: tuesday, by: { id: head }, kind: 'case_opened' })
    expect(opened.lines[0]?.subject).toEqual({ kind: 'case', id, reference })
    const kinds = async (filter: object) => (await audit(office, filter)).lines.map(({ kind }) => kind)
    expect(await kinds({ user: head })).toEqual(['printed', 'case_opened', 'session_opened'])
    expect(await kinds({ case: reference })).toEqual(['printed', 'case_opened', 'case_opened'])
    expect(await kinds({ case: reference, from: tuesday })).toEqual(['printed', 'case_opened'])
    expect(await kinds({ case: reference, to: tuesday })).toEqual(['case_opened'])
    expect(await audit(office, { page: { offset: 1, limit: 1 }, case: reference })).toMatchObject({
      total: 3,
      lines: [{ kind: 'case_opened' }],
    })
  })

  it('G-06 R-08 a page that stands open and asks again leaves one line, of a case as of a person; another session leaves its own', async () => {
    const office = await testOffice({ now: monday })
    await addUser(office, { username: 'salma', groups: ['team_head'] })
    const { case: id } = await registerCase(office, { confidentiality: 'confidential' })
    const { person } = await office.call<{ person: { id: string } }>('cases.get', { case: id })
    const openings = async (kind: string) => (await audit(office, { kind })).total
    for (let asked = 0; asked < 3; asked += 1) {
      await office.call('cases.get', { case: id })
      await office.call('people.get', { id: person.id })
    }
    expect([await openings('case_opened'), await openings('person_opened')]).toEqual([1, 1])
    await office.call('people.get', { id: person.id }, 'salma')
    expect(await openings('person_opened')).toBe(2)
  })

  it('R-08 a line that could not be written is written at the next opening within the half hour', () => {
    const noted: boolean[] = []
    const { once } = createTickets(
      () => 0,
      () => '',
    )
    for (const isWritten of [false, true, true]) {
      once('session case_opened one', () => {
        noted.push(isWritten)
        return isWritten
      })
    }
    expect(noted).toEqual([false, true])
  })

  it('G-06 P-03 a look-up of a person by name leaves one line, however it was typed; a search by words none', async () => {
    const office = await testOffice({ now: monday })
    const details = { given: 'فاطمة', family: 'الزهراني', mobile: '0791234599' }
    const one = await registerCase(office, { person: { kind: 'new', details } })
    await registerCase(office, {
      person: { kind: 'new', details: { ...details, family: 'الفايز', mobile: '0791234588' } },
    })
    const lookUps = async (): Promise<readonly unknown[]> =>
      (await audit(office, { kind: 'searched_identity' })).lines.map(({ subject }) => subject)
    await office.call('cases.search', { text: 'رخصة' })
    expect(await lookUps()).toEqual([])
    for (const text of ['فاط', 'فاطمه', 'فاطمه ال', 'فاطمه', 'فاطمه']) await office.call('cases.search', { text })
    expect(await lookUps()).toEqual([{ kind: 'none' }])
    for (const text of ['فاطمه الزهر', 'فاطمه الزهرانى', 'فاطمه الزهرانى']) await office.call('cases.search', { text })
    const found = { kind: 'case', id: one.case, reference: one.reference }
    expect(await lookUps()).toEqual([found, { kind: 'none' }])
    office.now = tuesday
    await office.call('cases.search', { text: 'فاطمه الزهرانى' })
    expect(await lookUps()).toEqual([found, found, { kind: 'none' }])
    for (const text of ['سعا', 'سعاد']) await office.call('people.search', { text })
    expect(await lookUps()).toHaveLength(4)
  })

  it('G-06 is read with its right alone, and names no case and no person that its reader may not open', async () => {
    const office = await testOffice({ now: monday })
    await addUser(office, { username: 'wael', groups: ['auditor'] })
    await addUser(office, { username: 'rana', groups: ['team_head'] })
    const hidden = await strictCase(office)
    await office.call('cases.get', { case: hidden.reference })
    await office.call('people.search', { text: 'أحمد' })
    const [person] = await office.call<readonly { id: string }[]>('people.search', { text: 'أحمد' })
    await office.call('people.get', { id: person?.id })
    expect(await office.refused('audit.list', {}, 'rana')).toBe('not-allowed')
    expect(await office.refused('audit.export', {}, 'rana')).toBe('not-allowed')
    const seen = await audit(office, {}, 'wael')
    expect(seen.lines.map(({ subject }) => subject)).toContainEqual({ kind: 'hidden', what: 'case' })
    expect(seen.lines.map(({ subject }) => subject)).toContainEqual({ kind: 'hidden', what: 'person' })
    for (const told of [hidden.case, hidden.reference, person?.id ?? '', 'الخطيب'])
      expect(JSON.stringify(seen)).not.toContain(told)
    expect(await office.refused('audit.list', { case: hidden.reference }, 'wael')).toBe('not-found')
  })

  it('G-06 G-02 changes of administration stand there by themselves, with what was changed', async () => {
    const office = await testOffice({ now: monday })
    await addUser(office, { username: 'rana', groups: ['reception'] })
    const { lines } = await audit(office, { kind: 'admin_changed' })
    expect(lines[0]).toMatchObject({ kind: 'admin_changed', subject: { kind: 'thing', name: { en: 'rana' } } })
  })

  it('R-08 G-06 a letter that is only looked at is no print, but one look from the command line; sent to the printer or saved it is a print, once each', async () => {
    const office = await testOffice({ now: monday })
    const { reference } = await registerCase(office)
    const asked = { case: reference, kind: 'receipt', preview: true }
    const looked = await office.call<{ word: { url: string } }>('letters.make', asked)
    await office.call('letters.make', asked)
    const printed = async () => (await audit(office, { kind: 'printed' })).total
    expect(await printed()).toBe(0)
    const seen = await audit(office, { kind: 'letter_seen' })
    expect(seen.lines.map(({ subject }) => subject)).toMatchObject([{ kind: 'case', reference }])
    await office.call('letters.printed', { case: reference, kind: 'receipt' })
    expect(await printed()).toBe(1)
    await office.core.fileOf(looked.word.url.split('/').at(-1) ?? '', new URLSearchParams())
    expect(await printed()).toBe(2)
  })

  it('G-06 B-16 the export is a file for a spreadsheet without formulas, and is itself in the audit', async () => {
    const office = await testOffice({ now: monday })
    await office.call('admin.setUser', {
      username: 'evil',
      name: { ar: '=HYPERLINK("http://example.org")', en: 'evil' },
      unit: 'office-amm',
      groups: ['reception'],
      active: true,
      staffId: null,
      language: 'ar',
      password: 'correct horse 1',
    })
    await office.call('session.me', {}, 'evil')
    const { url, lines } = await office.call<{ url: string; lines: number }>('audit.export', {})
    const file = await office.core.fileOf(url.split('/').at(-1) ?? '', new URLSearchParams())
    const text = file === null ? '' : (await buffer(file.open(0, file.size - 1))).toString()
    expect(text.startsWith('\uFEFF"الوقت"')).toBe(true)
    expect(text.trimEnd().split('\r\n')).toHaveLength(lines + 1)
    expect(text).toContain(`"'=HYPERLINK(""http://example.org"")"`)
    const exported = { kind: 'thing', name: { ar: 'سجل الاطلاع', en: 'Audit of reads' } }
    expect((await audit(office)).lines[0]).toMatchObject({ kind: 'exported', subject: exported })
    await office.call('reports.start', {
      kind: 'quarterly',
      year: 2025,
      quarter: 4,
      language: 'en',
      audience: 'official',
    })
    const report = {
      ar: 'التقرير ربع السنوي: الربع الرابع من عام 2025',
      en: expect.stringContaining('fourth quarter of 2025'),
    }
    expect((await audit(office)).lines[0]).toMatchObject({ kind: 'exported', subject: { kind: 'thing', name: report } })
  })

  it('G-06 the export holds every line that passes the filter, however many slices it is read in', async () => {
    const office = await testOffice({ now: monday })
    const count = 205
    for (let opened = 0; opened < count; opened += 1) {
      const { reference } = await registerCase(office, { confidentiality: 'confidential' })
      await office.call('cases.get', { case: reference })
    }
    const { url, lines } = await office.call<{ url: string; lines: number }>('audit.export', { kind: 'case_opened' })
    const file = await office.core.fileOf(url.split('/').at(-1) ?? '', new URLSearchParams())
    const text = file === null ? '' : (await buffer(file.open(0, file.size - 1))).toString()
    expect([lines, text.trimEnd().split('\r\n').length]).toEqual([count, count + 1])
  })
})
