import { expect, test } from 'vitest'
import type { WorkCalendar } from '#shared/domain/clock/calendar.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { ServiceTargets } from '#shared/domain/clock/limits.ts'
import type { EntrySet } from '#shared/domain/lists/events.ts'
import { addDepartment, testOffice } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

/* Section 2 of the report: what changed in its period of calendars and limits, and nothing else. */

interface Preview {
  readonly model: {
    readonly sections: readonly {
      readonly id: string
      readonly blocks: readonly { readonly id?: string; readonly text?: string; readonly rows?: { text: string }[][] }[]
    }[]
  }
}

const instant = (text: string): Instant => `${text}:00.000Z` as Instant

/** What section 2 of a quarter of 2026 lists. */
async function listed(office: TestOffice, quarter: number, more: object = {}): Promise<readonly string[]> {
  const request = { kind: 'quarterly', year: 2026, quarter, language: 'en', ...more }
  const { model } = await office.call<Preview>('reports.preview', request)
  const { blocks } = model.sections.find(({ id }) => id === 's2') ?? { blocks: [] }
  const rows = blocks.find(({ id }) => id === 'changes')?.rows
  if (rows === undefined) expect(blocks.at(-1)?.text).toBe('Calendar and limits did not change in the period.')
  return (rows ?? []).map(([, what]) => what?.text ?? '')
}

const feast = (day: string, name: string) => ({ from: day, to: day, name: { ar: name, en: name } })

async function serviceOf(office: TestOffice, code: string): Promise<EntrySet> {
  const lists = await office.call<readonly { list: string; entries: readonly EntrySet[] }[]>('admin.lists')
  const found = lists.find(({ list }) => list === 'services')?.entries.find((entry) => entry.code === code)
  if (found === undefined) throw new Error(`no service ${code}`)
  return found
}

test('report 6.1.2 a quarter names the changes of calendar and limits that lie in it, not those before or after', async () => {
  const office = await testOffice({ now: instant('2026-01-05T07:00') })
  const { calendar } = await office.call<{ calendar: WorkCalendar }>('admin.calendar', {})
  const { targets } = await office.call<{ targets: ServiceTargets }>('admin.targets')
  // The quarter begins at 00:00 of the office: three hours before that of Greenwich.
  office.now = instant('2026-03-31T20:59')
  await office.call('admin.setCalendar', { calendar: { ...calendar, holidays: [feast('2026-05-25', 'First')] } })
  office.now = instant('2026-03-31T21:00')
  await office.call('admin.setTargets', { targets: { ...targets, pauseCapDays: 12 } })
  office.now = instant('2026-06-30T20:59')
  await office.call('admin.setTargets', { targets: { ...targets, pauseCapDays: 14 } })
  office.now = instant('2026-06-30T21:00')
  await office.call('admin.setCalendar', { calendar })
  const wider = 'Time limits; Longest pause for the complainant’s answer: from'
  expect(await listed(office, 1)).toEqual(['Working calendar of the office; Public holidays – First: 25 May 2026'])
  expect(await listed(office, 2)).toEqual([`${wider} 10 to 12`, `${wider} 12 to 14`])
  expect(await listed(office, 2, { asOf: instant('2026-05-01T07:00') })).toEqual([`${wider} 10 to 12`])
  expect(await listed(office, 3)).toEqual([
    'Working calendar of the office; Public holidays – First: 25 May 2026 removed',
  ])
  expect(await listed(office, 4)).toEqual([])
})

test('report 6.1.2 the set-up of an office is no change, nor is a rule that is set as it stood', async () => {
  const office = await testOffice({ now: instant('2026-01-05T07:00') })
  expect(await listed(office, 1)).toEqual([])
  office.now = instant('2026-02-01T07:00')
  const { calendar } = await office.call<{ calendar: WorkCalendar }>('admin.calendar', {})
  await office.call('admin.setCalendar', { calendar })
  await office.call(
    'admin.setTargets',
    await office.call<{ targets: ServiceTargets }>('admin.targets').then(({ targets }) => ({ targets })),
  )
  await office.call('admin.setGoals', {
    year: 2026,
    quarter: null,
    approvedBy: 'المدير العام',
    approvedAt: '2026-01-02',
    values: [{ code: 'K5a', value: 8500 }],
  })
  await office.reopen()
  expect(await listed(office, 1)).toEqual([])
})

test('report 6.1.2 W1 a department’s own calendar is named with the department, the first as soon as it differs from the office’s', async () => {
  const office = await testOffice({ now: instant('2026-01-05T07:00') })
  const water = (await addDepartment(office, 'WATER')).id
  const roads = (await addDepartment(office, 'ROADS')).id
  const { calendar } = await office.call<{ calendar: WorkCalendar }>('admin.calendar', {})
  office.now = instant('2026-02-01T07:00')
  await office.call('admin.setCalendar', { unit: roads, calendar })
  expect(await listed(office, 1)).toEqual([])
  const late = { ...calendar, weekly: { ...calendar.weekly, '5': [{ from: '09:00', to: '12:00' }] } }
  await office.call('admin.setCalendar', { unit: water, calendar: late })
  office.now = instant('2026-02-02T07:00')
  await office.call('admin.setCalendar', { calendar: { ...calendar, holidays: [feast('2026-05-25', 'First')] } })
  expect(await listed(office, 1)).toEqual([
    expect.stringMatching(/^Working calendar of Department WATER; Working hours – Friday: from .+ to 09:00–12:00$/),
    'Working calendar of the office; Public holidays – First: 25 May 2026',
  ])
})

test('report 6.1.2 L-04 a service’s own limit is named when it changes; another name, and a new service, change none', async () => {
  const office = await testOffice({ now: instant('2026-01-05T07:00') })
  const { scope: _scope, ...permits } = await serviceOf(office, 'special.permits')
  const within = (amount: number | null) => ({
    ...permits,
    attributes: { ...permits.attributes, limit: amount === null ? null : { unit: 'days', amount, mode: 'working' } },
  })
  office.now = instant('2026-02-01T07:00')
  await office.call('admin.setEntry', { ...within(null), labels: { ar: 'التصاريح', en: 'Permits' } })
  await office.call('admin.setEntry', {
    ...within(9),
    code: 'special.harbour',
    labels: { ar: 'الميناء', en: 'Harbour' },
  })
  expect(await listed(office, 1)).toEqual([])
  await office.call('admin.setEntry', { ...within(5), labels: { ar: 'التصاريح', en: 'Permits' } })
  await office.call('admin.setEntry', { ...within(7), labels: { ar: 'التصاريح', en: 'Permits' } })
  office.now = instant('2026-04-02T07:00')
  await office.call('admin.setEntry', { ...within(null), labels: { ar: 'التصاريح', en: 'Permits' } })
  const limit = 'Limit of the service “Permits”; Limit: from'
  expect(await listed(office, 1)).toEqual([
    `${limit} the general one to 5 working days`,
    `${limit} 5 working days to 7 working days`,
  ])
  expect(await listed(office, 2)).toEqual([`${limit} 7 working days to the general one`])
})
