import { expect, test } from 'vitest'
import type { ClockView } from '#shared/contract/desktop/views.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { registerCase } from '#test/support/strict-case.ts'
import type { Registered } from '#test/support/strict-case.ts'
import { addDepartment, testOffice } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

const monday = '2026-01-05T07:00:00.000Z' as Instant
const afterItsDue = '2026-01-20T07:00:00.000Z' as Instant
const muchLater = '2026-02-20T07:00:00.000Z' as Instant

const classification = {
  service: 'special.permits',
  complexity: 'routine',
  importance: 'medium',
  procedure: 'processing',
  priority: null,
}

interface Dashboard {
  readonly cards: readonly { readonly code: string; readonly cases: readonly string[] }[]
}

interface View {
  readonly clocks: readonly { readonly overdue: boolean; readonly minutesLeft: number }[]
}

async function suspended(office: TestOffice, at: Instant): Promise<Registered> {
  const registered = await registerCase(office)
  const { reference } = registered
  await office.call('triage.accept', { case: reference })
  await office.call('triage.classify', { case: reference, ...classification })
  office.now = at
  await office.call('triage.suspend', { case: reference, reason: 'court', note: '' })
  return registered
}

test('W4 K-06 queue, line, case and dashboard call the same cases overdue: one suspended in time is not, one suspended late is', async () => {
  const office = await testOffice({ now: monday })
  const inTime = await suspended(office, monday)
  office.now = monday
  const late = await suspended(office, afterItsDue)
  office.now = muchLater
  const queue = await office.call<{ lines: readonly { id: string; overdue: boolean }[] }>('cases.queue', {
    queue: 'overdue',
  })
  expect(queue.lines.map(({ id, overdue }) => [id, overdue])).toEqual([[late.case, true]])
  const soon = await office.call<{ total: number }>('cases.queue', { queue: 'due_soon' })
  expect(soon.total).toBe(0)
  const { cards } = await office.call<Dashboard>('reports.dashboard')
  expect(cards.find(({ code }) => code === 'K7a.overdue')?.cases).toEqual([late.case])
  const clockOf = async (reference: string) => (await office.call<View>('cases.get', { case: reference })).clocks[0]
  const held = await clockOf(inTime.reference)
  expect(held?.overdue).toBe(false)
  expect(held?.minutesLeft).toBeGreaterThan(0)
  expect((await clockOf(late.reference))?.overdue).toBe(true)
})

test('W4 W6 a case says until when at most a question stops its clock, and what it was due on before it was extended', async () => {
  const office = await testOffice({ now: monday })
  const { reference } = await registerCase(office)
  await office.call('triage.accept', { case: reference })
  await office.call('triage.classify', { case: reference, ...classification })
  const clock = async () =>
    (await office.call<{ clocks: readonly ClockView[] }>('cases.get', { case: reference })).clocks[0]
  const before = await clock()
  expect(before).toMatchObject({ paused: false, pausedUntil: null, extendedFrom: null })
  const later = { reason: 'field_visit', note: '', until: '2026-01-15T09:00:00.000Z', clientNotified: true }
  await office.call('triage.extend', { case: reference, ...later })
  expect(await clock()).toMatchObject({ due: { at: later.until }, extendedFrom: before?.due.at })
  await office.call('triage.requestInfo', { case: reference, channel: 'phone', text: 'ما رقم المعاملة؟' })
  expect(await clock()).toMatchObject({ paused: true, pausedUntil: '2026-01-19T12:00:00.000Z' })
  office.now = afterItsDue
  expect(await clock()).toMatchObject({ paused: false, pausedUntil: null })
})

test('K-06 the trend of a card ends with the month that runs, and counts what happened in it', async () => {
  const office = await testOffice({ now: monday })
  await registerCase(office)
  office.now = afterItsDue
  const { cards } = await office.call<{
    readonly cards: readonly {
      readonly code: string
      readonly trend: readonly { readonly label: string; readonly value: number | null; readonly cases: number }[]
    }[]
  }>('reports.dashboard')
  const trend = cards.find(({ code }) => code === 'K7a.overdue')?.trend ?? []
  expect(trend).toHaveLength(12)
  expect(trend.map(({ label }) => label).slice(-2)).toEqual(['2025-12', '2026-01'])
  expect(trend.at(-1)?.value).toBe(1)
  for (const { label: month, cases } of trend) {
    const asked = { departments: [], code: 'K7a.overdue', month }
    expect([month, (await office.call<readonly string[]>('reports.casesOfMonth', asked)).length]).toEqual([
      month,
      cases,
    ])
  }
  expect(trend.at(-1)?.cases).toBe(1)
})

test('K-06 the dashboard of one department, or of a group, counts what was referred to them, anew after every change', async () => {
  const office = await testOffice({ now: monday })
  const [water, roads] = [await addDepartment(office, 'WATER'), await addDepartment(office, 'ROADS')]
  const openIn = async (...departments: readonly string[]) => {
    const { cards } = await office.call<{
      readonly cards: readonly {
        readonly code: string
        readonly beside: { readonly cases: readonly string[] } | null
      }[]
    }>('reports.dashboard', { departments })
    return cards.find(({ code }) => code === 'K7a.overdue')?.beside?.cases.toSorted()
  }
  const referred = async (department: string) => {
    const { case: id, reference } = await registerCase(office)
    await office.call('triage.accept', { case: reference })
    await office.call('triage.classify', { case: reference, ...classification })
    await office.call('referral.refer', { case: reference, referrals: [{ department, text: 'للإفادة', files: [] }] })
    return id
  }
  const wet = await referred(water.id)
  const dry = await referred(roads.id)
  const alone = (await registerCase(office)).case
  office.now = afterItsDue
  expect(await openIn()).toEqual([wet, dry, alone].toSorted())
  expect(await openIn(water.id)).toEqual([wet])
  expect(await openIn(water.id, roads.id)).toEqual([wet, dry].toSorted())
  office.now = monday
  const more = await referred(water.id)
  office.now = afterItsDue
  expect(await openIn(water.id)).toEqual([wet, more].toSorted())
})

test('W4 W5 the clock of a referral stands at its answer, and while its question waits at the question', async () => {
  const office = await testOffice({ now: monday })
  const { reference } = await registerCase(office)
  const of = { case: reference }
  await office.call('triage.accept', of)
  await office.call('triage.classify', { ...of, ...classification })
  const departments = [await addDepartment(office, 'WATER'), await addDepartment(office, 'ROADS')]
  await office.call('referral.refer', {
    ...of,
    referrals: departments.map(({ id }) => ({ department: id, text: 'للإفادة', files: [] })),
  })
  const clocks = async () =>
    (await office.call<{ clocks: readonly ClockView[] }>('cases.get', of)).clocks.filter(
      ({ kind }) => kind === 'referral',
    )
  const [answered, asked] = (await clocks()).map(({ referral }) => referral)
  await office.call('referral.reply', { ...of, referral: answered, text: 'أُفيد' })
  await office.call('referral.askClarification', { ...of, referral: asked, by: 'department', text: 'أي عداد؟' })
  const before = await clocks()
  expect(before.map(({ overdue, stoppedBy, paused }) => [overdue, stoppedBy, paused])).toEqual([
    [false, 'reply', false],
    [false, 'end', true],
  ])
  office.now = muchLater
  expect(await clocks()).toEqual(before)
})
