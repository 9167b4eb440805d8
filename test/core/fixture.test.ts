import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { describe, expect, it } from 'vitest'
import type { JobView } from '#shared/contract/desktop/reports.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { WorkCalendar } from '#shared/domain/clock/calendar.ts'
import { fixtureHolidays, kpiFixtureFile, kpiFixtureRows } from '#test/support/kpi-fixture.ts'
import { testOffice } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

/* spec/kpis.md 5.5 all the way: history file → import → store → report → figures.json, exactly the expected values. */

interface FigureRow {
  readonly code: string
  readonly by?: Readonly<Record<string, string>>
  readonly value: number | null
  readonly numerator: number | null
  readonly denominator: number | null
  readonly provisional: boolean
}

async function importedFixture(): Promise<TestOffice> {
  const office = await testOffice({ now: '2026-07-01T09:00:00.000Z' as Instant })
  const { calendar } = await office.call<{ calendar: WorkCalendar }>('admin.calendar')
  await office.call('admin.setCalendar', { calendar: { ...calendar, holidays: fixtureHolidays } })
  const path = join(office.folder, 'fixture.jsonl')
  writeFileSync(path, kpiFixtureFile())
  expect(await office.call('system.importHistory', { path })).toMatchObject({ cases: 11, repeated: 0, rejected: [] })
  return office
}

async function figuresOf(office: TestOffice): Promise<(code: string, by?: FigureRow['by']) => FigureRow | undefined> {
  const outDir = join(office.folder, 'out')
  mkdirSync(outDir)
  const { job } = await office.call<{ job: string }>('reports.start', {
    kind: 'quarterly',
    year: 2026,
    quarter: 1,
    outDir,
  })
  for (;;) {
    const view = await office.call<JobView<unknown>>('reports.job', { job })
    if (view.kind === 'done') break
    if (view.kind !== 'running') throw new Error(JSON.stringify(view))
    await wait(20)
  }
  const { figures } = JSON.parse(readFileSync(join(outDir, 'figures.json'), 'utf8')) as {
    figures: readonly FigureRow[]
  }
  return (code, by) =>
    figures.find((figure) => figure.code === code && JSON.stringify(figure.by) === JSON.stringify(by))
}

describe('spec 5.5 through import, store and report', () => {
  it('K-06 W11 every due date of the table is computed by the import', async () => {
    const office = await importedFixture()
    const { lines } = await office.call<{ lines: readonly { receivedAt: string; due: string | null }[] }>(
      'cases.queue',
      { queue: 'all', sort: 'received' },
    )
    const due = (received: string): string | null | undefined => lines.find((line) => line.receivedAt === received)?.due
    const expected: Readonly<Record<string, string>> = {
      '2026-01-04T06:00': '2026-01-07',
      '2026-01-05T11:50': '2026-01-08',
      '2026-01-09T17:00': '2026-02-15',
      '2026-02-10T05:10': '2026-02-11',
      '2026-03-01T06:40': '2026-03-04',
      '2026-03-05T06:00': '2026-03-10',
      '2026-03-10T06:00': '2026-03-26',
      '2026-03-30T08:00': '2026-04-02',
      '2025-12-28T07:00': '2026-01-11',
    }
    for (const [received, day] of Object.entries(expected))
      expect([received, due(`${received}:00.000Z`)]).toEqual([received, `${day}T12:00:00.000Z`])
  })

  it('K-01 K-02 K-03 B-02 the figures are exactly the expected ones', async () => {
    const figure = await figuresOf(await importedFixture())
    const parts = (code: string, by?: FigureRow['by']): string =>
      `${figure(code, by)?.numerator}/${figure(code, by)?.denominator}`
    const flow = [
      'opening',
      'received',
      'reopened',
      'considered',
      'closed',
      'rejected',
      'linked',
      'filed',
      'withdrawn',
      'external',
      'closing',
      'difference',
    ]
    expect(flow.map((line) => figure(`P6.${line}`)?.value)).toEqual([1, 10, 1, 12, 8, 1, 1, 0, 0, 0, 2, 0])
    const ratios = ['K1.gross', 'K1.net', 'K2a', 'K3a.cycle1', 'K3b.cycle1', 'K3a.all', 'K5a', 'K5b', 'K5c', 'K8', 'K9']
    expect(ratios.map((code) => parts(code))).toEqual([
      '2/7',
      '1/7',
      '8/9',
      '5/8',
      '5/7',
      '6/9',
      '4/6',
      '6/8',
      '1/8',
      '3/6',
      '1/8',
    ])
    expect(
      ['very_satisfied', 'satisfied', 'not_satisfied'].map((rating) => figure('K5a.value', { rating })?.numerator),
    ).toEqual([1, 3, 2])
    expect(figure('K5a.net')?.value).toBeCloseTo(1 / 3, 6)
    expect(['K6a', 'K6b'].map((code) => parts(code, { department: 'A' }))).toEqual(['3/3', '3/3'])
    expect(['K6a', 'K6b'].map((code) => parts(code, { department: 'B' }))).toEqual(['2/3', '0/3'])
    expect([figure('K6c', { department: 'A' })?.value, figure('K6c', { department: 'B' })?.value]).toEqual([
      100,
      100 / 3,
    ])
    expect(['K7a', 'K7a.overdue', 'K7a.soon', 'K7a.later'].map((code) => figure(code)?.value)).toEqual([2, 1, 1, 0])
    expect(figure('K15.cycle1.median')?.value).toBe(970)
  })

  it('imports are resumable and idempotent: a second run adds nothing', async () => {
    const office = await importedFixture()
    const before = await office.call('system.stateHash')
    const rows = kpiFixtureRows()
    const path = join(office.folder, 'again.jsonl')
    writeFileSync(path, [...rows, ...rows.slice(0, 20)].map((row) => JSON.stringify(row)).join('\n'))
    expect(await office.call('system.importHistory', { path })).toMatchObject({
      cases: 0,
      events: 0,
      repeated: rows.length + 20,
      rejected: [],
    })
    expect(await office.call('system.stateHash')).toEqual(before)
    expect(await office.call('system.verify')).toMatchObject({ ok: true })
  })
})
