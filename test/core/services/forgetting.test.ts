import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { systemIds } from '#core/system-ports.ts'
import { openVault } from '#core/vault/vault.ts'
import type { AuditLine } from '#shared/contract/desktop/audit.ts'
import type { CallerHistory, CasePage, CaseView, PersonView } from '#shared/contract/desktop/views.ts'
import { opened } from '#test/support/opened.ts'
import { plainFilesOf } from '#test/support/plain-pages.ts'
import { registerCase, strictCase } from '#test/support/strict-case.ts'
import type { Registered } from '#test/support/strict-case.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { addUser, testOffice } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

/* Forgetting a person: who may, when it is refused, and that nothing of him is left on the disk (S19). */

const details = { given: 'شهرزاد', family: 'المستظهري', mobile: '0796128357', address: 'زقاق الياسمينة 47' }
const words = ['شهرزاد', 'المستظهري', 'مستظهري', '796128357', 'الياسمينة', 'القديمة']

const withPerson = { person: { kind: 'new', details }, subject: 'عداد', text: 'العداد لا يعمل' }

async function endedCase(office: TestOffice): Promise<Registered> {
  const made = await registerCase(office, withPerson)
  await office.call('triage.withdraw', { case: made.reference, note: '' })
  return made
}

const personOf = async (office: TestOffice, { reference }: Registered): Promise<PersonView> => {
  const { person } = await office.call<CaseView>('cases.get', { case: reference })
  if (person === null) throw new Error('the case has a person')
  return person
}

/** Words of the person that a file holds, with the encryption taken off. */
async function left(office: TestOffice): Promise<readonly string[]> {
  const copy = join(temporaryFolder(), 'copy')
  expect(spawnSync('cp', ['-r', office.folder, copy]).status).toBe(0)
  const { key } = opened(await openVault(office.folder, { ids: systemIds }))
  return plainFilesOf(copy, key).flatMap(({ name, bytes }) =>
    words.filter((word) => bytes.includes(Buffer.from(word))).map((word) => `${name}: ${word}`),
  )
}

/** Folders where the copies of the next minute would be written. */
function blockBackups(office: TestOffice): readonly string[] {
  const now = Date.now()
  return Array.from({ length: 60 }, (_, second) => {
    const at = new Date(now + (second - 2) * 1000).toISOString().slice(0, 19).replaceAll(':', '-')
    const path = join(office.folder, 'backups', `insaf-${at}.insaf-backup.partial`)
    mkdirSync(path)
    return path
  })
}

describe('forgetting a person', () => {
  it('R-08 S19 nothing of him is left in log, tables, index or backups; his case stays and verifies', async () => {
    const office = await testOffice()
    const made = await endedCase(office)
    const { id } = await personOf(office, made)
    await office.call('people.change', { id, details: { ...details, address: 'الطريق القديمة' } })
    expect(await office.call<readonly PersonView[]>('people.search', { text: 'شهرزاد' })).toHaveLength(1)
    await office.call('cases.search', { text: 'شهرزاد' })
    await office.call('system.backup')
    const before = await left(office)
    for (const word of ['شهرزاد', 'القديمة', '796128357'])
      expect(
        before.some((line) => line.endsWith(word)),
        word,
      ).toBe(true)
    expect(before.some((line) => line.startsWith('backups'))).toBe(true)
    expect(await office.call('people.forget', { id, reason: 'request' })).toEqual({ id, cases: 1, copiesFollow: false })
    expect(await left(office)).toEqual([])
    expect(readdirSync(join(office.folder, 'backups'))).toHaveLength(1)
    expect(await office.call('system.verify')).toMatchObject({ ok: true, problems: [] })
    expect(await office.refused('people.get', { id })).toBe('person-forgotten')
    expect(await office.call('people.search', { text: 'شهرزاد' })).toEqual([])
    const view = await office.call<CaseView>('cases.get', { case: made.reference })
    expect(view.person).toBeNull()
    expect(view.state.complainant?.person).toBe(id)
    const { lines } = await office.call<CasePage>('cases.queue', { queue: 'all' })
    expect(lines).toMatchObject([{ person: null, unnamed: 'forgotten' }])
    expect(view.text?.text).toBe('العداد لا يعمل')
  })

  it('S19 half-filled forms of every user lose whom they name, by record or by phone, and keep the rest; others stay whole', async () => {
    const office = await testOffice()
    await addUser(office, { username: 'lina', groups: ['complaint_team'] })
    const { id, displayName } = await personOf(office, await endedCase(office))
    const typed = { kind: 'individual', language: 'ar', given: 'شهرزاد', family: 'المستظهري', mobile: '٠٧٩٦١٢٨٣٥٧' }
    const byRecord = { window: { key: '', known: { id, displayName }, person: {}, subject: 'عداد' } }
    const byPhone = { window: { key: typed.mobile, known: null, person: typed, subject: 'عداد' } }
    const byFile = { person: { kind: 'new', details: { ...typed, mobile: '+962 79 6128357' } }, subject: 'عداد' }
    const other = { window: { key: '', known: null, person: { given: 'ليلى', mobile: '0791111111' }, subject: 'عداد' } }
    const forms = { byRecord, byPhone, byFile, other }
    for (const [draft, form] of Object.entries(forms))
      await office.call('intake.saveDraft', { id: draft, form }, 'lina')
    await office.call('people.forget', { id, reason: 'request' })
    const kept = await office.call<readonly { id: string; form: unknown }[]>('intake.drafts', {}, 'lina')
    const blank = { kind: 'individual', language: 'ar', given: '', family: '', mobile: '' }
    expect(Object.fromEntries(kept.map((draft) => [draft.id, draft.form]))).toEqual({
      byRecord: { window: { key: '', known: null, person: {}, subject: 'عداد' } },
      byPhone: { window: { key: '', known: null, person: blank, subject: 'عداد' } },
      byFile: { person: { kind: 'new', details: blank }, subject: 'عداد' },
      other,
    })
    expect(await left(office)).toEqual([])
  })

  it('R-08 S19 a backup that fails makes no error of the forgetting: the copies follow at the next sweep', async () => {
    const office = await testOffice()
    const { id } = await personOf(office, await endedCase(office))
    await office.call('system.backup')
    const blocked = blockBackups(office)
    expect(await office.call('people.forget', { id, reason: 'request' })).toEqual({ id, cases: 1, copiesFollow: true })
    for (const path of blocked) rmdirSync(path)
    const other = await personOf(office, await endedCase(office))
    const again = await office.call('people.forget', { id: other.id, reason: 'request' })
    expect(again).toEqual({ id: other.id, cases: 1, copiesFollow: false })
    expect(await left(office)).toEqual([])
  })

  it('S12 backups asked for at once are made one after another', async () => {
    const office = await testOffice()
    await endedCase(office)
    const made = await Promise.allSettled([office.call('system.backup'), office.call('system.backup')])
    expect(made.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    expect(readdirSync(join(office.folder, 'backups')).filter((name) => name.endsWith('.partial'))).toEqual([])
  })

  it('G-06 the audit says that somebody was forgotten, by whom and why, and not who', async () => {
    const office = await testOffice()
    const { id } = await personOf(office, await endedCase(office))
    await office.call('people.forget', { id, reason: 'retention' })
    const { lines } = await office.call<{ lines: readonly AuditLine[] }>('audit.list', { kind: 'person_changed' })
    expect(lines[0]).toMatchObject({
      by: { name: { ar: 'مدير المكتب' } },
      subject: { kind: 'thing', name: { en: 'Details of a person removed, kept long enough' } },
    })
    expect(JSON.stringify(lines)).not.toContain('شهرزاد')
  })

  it('R-08 S19 while a case of his is open it is refused with its number, and one that may not be opened is not named', async () => {
    const office = await testOffice()
    await addUser(office, { username: 'rana', groups: ['team_head'] })
    const seen = await registerCase(office, withPerson)
    const { id } = await personOf(office, seen)
    const hidden = await strictCase(office, { ...withPerson, person: { kind: 'known', id, changes: null } })
    const refused = await office.call('people.forget', { id, reason: 'request' }, 'rana').catch(String)
    expect(refused).toContain('person-has-open-cases')
    expect(refused).toContain(seen.reference)
    expect(refused).toContain('(2)')
    expect(refused).not.toContain(hidden.reference)
    expect((await office.call<CallerHistory>('people.get', { id })).person.displayName).toContain('شهرزاد')
  })

  it('R-08 S19 where all his open cases are hidden from who asks, he is told that somebody who may open them closes them', async () => {
    const office = await testOffice()
    await addUser(office, { username: 'rana', groups: ['team_head'] })
    const { id } = await personOf(office, await endedCase(office))
    const hidden = await strictCase(office, { ...withPerson, person: { kind: 'known', id, changes: null } })
    const refused = await office.call('people.forget', { id, reason: 'request' }, 'rana').catch(String)
    expect(refused).toContain('person-has-hidden-cases')
    expect(refused).not.toMatch(/\{|–/u)
    expect(refused).not.toContain(hidden.reference)
  })

  it('G-02 who neither ends cases for good nor keeps the store forgets nobody', async () => {
    const office = await testOffice()
    await addUser(office, { username: 'lina', groups: ['complaint_team'] })
    await addUser(office, { username: 'rana', groups: ['team_head'] })
    const { id } = await personOf(office, await endedCase(office))
    expect(await office.refused('people.forget', { id, reason: 'request' }, 'lina')).toBe('not-allowed')
    expect(await office.refused('people.forget', { id, reason: 'request' }, 'rana')).toBe('answered')
    expect(await office.refused('people.forget', { id, reason: 'request' }, 'rana')).toBe('not-found')
  })
})
