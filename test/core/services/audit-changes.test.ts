import { buffer } from 'node:stream/consumers'
import { expect, it } from 'vitest'
import type { AuditLine } from '#shared/contract/desktop/audit.ts'
import type { WorkCalendar } from '#shared/domain/clock/calendar.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { ServiceTargets } from '#shared/domain/clock/limits.ts'
import { changeText } from '#shared/i18n/changes.ts'
import { speakerOf } from '#shared/wording/speaker.ts'
import { registerCase } from '#test/support/strict-case.ts'
import { addUser, testOffice } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

/* What was changed, with what stood there before and after (G-06). */

const now = '2026-01-05T07:00:00.000Z' as Instant
const english = { language: 'en', digits: 'latin', hijri: false, zone: 'Asia/Amman', country: 'JO' } as const

/** The newest change of a kind, as lines of text. */
async function changed(office: TestOffice, kind = 'admin_changed', as = 'admin'): Promise<readonly string[]> {
  const { lines } = await office.call<{ lines: readonly AuditLine[] }>('audit.list', { kind }, as)
  return lines[0]?.changes.map((change) => changeText(change, english, speakerOf(english))) ?? []
}

it('G-06 G-02 a change of a user says from what to what; a new one, with what he begins', async () => {
  const office = await testOffice({ now })
  const id = await addUser(office, { username: 'rana', groups: ['reception'] })
  expect(await changed(office)).toContain('Permission groups: Reception')
  const rana = { username: 'rana', name: { ar: 'رنا', en: 'rana' }, unit: 'office-amm', staffId: null, language: 'ar' }
  await office.call('admin.setUser', { ...rana, id, groups: ['complaint_team'], active: false })
  expect(await changed(office)).toEqual([
    'Name in Arabic: from rana to رنا',
    'Permission groups: from Reception to Complaint-handling team',
    'Active: from Yes to No',
  ])
})

it('G-06 G-02 a change of a permission group names each right that was given or taken', async () => {
  const office = await testOffice({ now })
  const group = { code: 'helpers', name: { ar: 'مساعدون', en: 'Helpers' }, active: true }
  await office.call('admin.setGroup', { ...group, rights: ['register', 'close'] })
  await office.call('admin.setGroup', { ...group, rights: ['register', 'audit'] })
  const lines = await changed(office)
  expect(lines).toHaveLength(2)
  expect(lines[0]).toMatch(/^Right – .+: Granted$/)
  expect(lines[1]).toMatch(/^Right – .+: Granted removed$/)
})

it('G-06 G-03 a change of a list entry is compared with that entry, not with its neighbour in the list', async () => {
  const office = await testOffice({ now })
  const attributes = { parent: null, departments: [], fcrPossible: false, complexity: null, synchronous: true }
  const entry = {
    list: 'channels',
    code: 'hotline',
    labels: { ar: 'الخط الساخن', en: 'Hotline' },
    order: 40,
    attributes,
  }
  await office.call('admin.setEntry', { ...entry, active: true })
  await office.call('admin.setEntry', { ...entry, code: 'kiosk', labels: { ar: 'كشك', en: 'Kiosk' }, active: true })
  await office.call('admin.setEntry', { ...entry, labels: { ar: 'الخط الساخن', en: 'Hot line' }, active: false })
  expect(await changed(office)).toEqual(['Name in English: from Hotline to Hot line', 'Active: from Yes to No'])
  const { lines } = await office.call<{ lines: readonly AuditLine[] }>('audit.list', { kind: 'admin_changed' })
  expect(lines[0]?.subject).toMatchObject({ kind: 'thing', name: { en: 'Channels – Hot line' } })
})

it('G-06 changes of calendar, limits, ladder and settings name the very value', async () => {
  const office = await testOffice({ now })
  const { calendar } = await office.call<{ calendar: WorkCalendar }>('admin.calendar', {})
  const feast = { from: '2026-05-25', to: '2026-05-25', name: { ar: 'عيد الاستقلال', en: 'Independence Day' } }
  const sunday = [{ from: '09:00', to: '13:00' }]
  const weekly = { ...calendar.weekly, '0': sunday }
  await office.call('admin.setCalendar', { calendar: { ...calendar, weekly, holidays: [feast] } })
  expect(await changed(office)).toEqual([
    expect.stringMatching(/^Working hours – Sunday: from .+ to 09:00–13:00$/),
    'Public holidays – Independence Day: 25 May 2026',
  ])
  await office.call('admin.setCalendar', { calendar: { ...calendar, weekly } })
  expect(await changed(office)).toEqual(['Public holidays – Independence Day: 25 May 2026 removed'])

  const { targets } = await office.call<{ targets: ServiceTargets }>('admin.targets')
  await office.call('admin.setTargets', { targets: { ...targets, pauseCapDays: 12 } })
  expect(await changed(office)).toEqual(['Longest pause for the complainant’s answer: from 10 to 12'])

  const moment = { kind: 'due', workingDays: 3 }
  await office.call('admin.setLadder', {
    ladder: { rungs: [{ rung: 1, moment, unit: 'department', groups: ['liaison'] }] },
  })
  expect(await changed(office)).toContain('Level 1 of the ladder: when: 3 working days after it fell due')

  const {
    office: _office,
    code: _code,
    practice: _practice,
    ...settings
  } = await office.call<{
    office: string
    code: string
    practice: boolean
    maxCycles: number
  }>('admin.settings')
  await office.call('admin.setSettings', { ...settings, maxCycles: 4 })
  expect(await changed(office)).toEqual([`Most cycles: from ${settings.maxCycles} to 4`])
})

it('G-06 W1 special hours name the days that are not as ever, and days that were moved say from when to when', async () => {
  const office = await testOffice({ now })
  const { calendar } = await office.call<{ calendar: WorkCalendar }>('admin.calendar', {})
  const summer = {
    from: '2026-07-01',
    to: '2026-07-31',
    name: { ar: 'دوام صيفي', en: 'Summer' },
    weekly: { ...calendar.weekly, '0': [{ from: '07:00', to: '12:00' }] },
  }
  await office.call('admin.setCalendar', { calendar: { ...calendar, patterns: [summer] } })
  expect(await changed(office)).toEqual([
    'Special hours – Summer: 1 July 2026 – 31 July 2026',
    expect.stringMatching(/^Special hours – Summer – Sunday: from .+ to 07:00–12:00$/),
  ])
  const moved = { ...summer, to: '2026-08-15' }
  await office.call('admin.setCalendar', { calendar: { ...calendar, patterns: [moved] } })
  expect(await changed(office)).toEqual([
    'Special hours – Summer: from 1 July 2026 – 31 July 2026 to 1 July 2026 – 15 August 2026',
  ])
  await office.call('admin.setCalendar', {
    calendar: { ...calendar, patterns: [{ ...moved, name: { ar: 'دوام آب', en: 'August' } }] },
  })
  expect(await changed(office)).toEqual(['Special hours – Summer: from Summer to August'])
})

it('G-06 R-09 a change of a person names the fields; their values only to whoever may know him; the export likewise', async () => {
  const office = await testOffice({ now })
  await addUser(office, { username: 'wael', groups: ['auditor'] })
  await registerCase(office, {})
  const [person] = await office.call<readonly { id: string }[]>('people.search', { text: 'أحمد' })
  const details = { kind: 'individual', given: 'أحمد', father: 'محمود', family: 'الخطيب', mobile: '0791234500' }
  await office.call('people.change', { id: person?.id, details })
  expect(await changed(office, 'person_changed')).toEqual([
    expect.stringMatching(/^Mobile: from .*456 ?7 to .*450 ?0$/),
  ])
  expect(await changed(office, 'person_changed', 'wael')).toEqual(['Mobile: changed; its value is not shown to you'])
  const exported = async (as: string) => {
    const { url } = await office.call<{ url: string }>('audit.export', { kind: 'person_changed' }, as)
    const file = await office.core.fileOf(url.split('/').at(-1) ?? '', new URLSearchParams())
    return file === null ? '' : (await buffer(file.open(0, file.size - 1))).toString()
  }
  expect(await exported('admin')).toContain('من ')
  expect(await exported('wael')).toContain('الهاتف الجوال: تغيّر، ولا تُعرض عليك قيمته')
  expect(await exported('wael')).not.toMatch(/4500|450 0/)
})
