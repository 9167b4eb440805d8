import { expect, it } from 'vitest'
import type { ReportModel, TableBlock } from '#core/reports/report-model.ts'
import { previewReport } from '#core/reports/task.ts'
import { must } from '#shared/lib/assert.ts'
import { at } from '#test/shared/domain/indicators/hand-built-case.ts'
import { madeUpRecords } from '#test/shared/domain/indicators/made-up-records.ts'
import { fixtureRecords } from '#test/shared/domain/indicators/worked-fixture.ts'
import { control } from './made-report.ts'
import { reportInput } from './report-input.ts'

const table = ({ sections }: ReportModel, id: string): TableBlock =>
  must(
    sections
      .flatMap(({ blocks }) => blocks)
      .find((block): block is TableBlock => block.kind === 'table' && block.id === id),
    id,
  )

const column = (of: TableBlock, place: number): readonly unknown[] => of.rows.map((row) => row[place]?.value)

it('K-09 6.1 section 1 what stands beside a headline figure is what the reports of the quarter and the year before say of theirs', async () => {
  const records = control(madeUpRecords(2000, 11))
  const headlines = async (year: number, quarter: 1 | 2 | 3 | 4): Promise<TableBlock> =>
    table((await previewReport({ ...reportInput, year, quarter }, records)).model, 'headline')
  const now = await headlines(2026, 2)
  const present = 2
  expect(column(now, 3)).toEqual(column(await headlines(2026, 1), present))
  expect(column(now, 4)).toEqual(column(await headlines(2025, 2), present))
  // Each quarter has its own, or the comparison says nothing.
  expect(new Set([2, 3, 4].map((place) => JSON.stringify(column(now, place)))).size).toBe(3)
  expect([...column(now, 3), ...column(now, 4)].every((value) => typeof value === 'number')).toBe(true)
})

it('K-09 a headline that is printed as the quarter before is called unchanged; any other says which way it went', async () => {
  const bare = (text: string): string => must(text.split(' (')[0], 'a text has a beginning')
  let alike = 0
  for (let seed = 1; seed <= 30 && alike === 0; seed += 1) {
    const records = control(madeUpRecords(1500, seed))
    // The quarter is over: of one that runs no trend is told.
    const input = { ...reportInput, year: 2026, quarter: 2, asOf: at('01 Jul 09:00') }
    const { rows } = table((await previewReport(input, records)).model, 'headline')
    for (const [, , now, before, , trend] of rows) {
      if (typeof now?.value !== 'number' || typeof before?.value !== 'number') continue
      const isAlike = bare(now.text) === bare(before.text)
      if (isAlike && now.value !== before.value) alike += 1
      expect(trend?.text[0], `${now.text} ${before.text}`).toBe(isAlike ? '=' : now.value > before.value ? '▲' : '▼')
    }
  }
  // Without figures that differ in what is not printed it would say nothing.
  expect(alike).toBeGreaterThan(0)
})

/** In working days of seven hours. */
it('C-07 section 4 tells how long registration lagged behind receipt, for each channel and for all', async () => {
  const lagging = fixtureRecords.map((record) => {
    const lagMinutes = record.of.channel === 'phone' ? 420 : 840
    return { ...record, of: { ...record.of, lagMinutes } }
  })
  const channels = table((await previewReport(reportInput, control(lagging))).model, 'channels')
  const lags = channels.rows.map((row) => row.slice(-2).map(({ value }) => value))
  const names = channels.rows.map(([name]) => name?.text)
  expect(names).toContain('الاتصال الهاتفي')
  expect(lags).toEqual(names.map((name) => (name === 'الاتصال الهاتفي' ? [1, 1] : [2, 2])))
  expect(channels.total?.slice(-1).map(({ value }) => value)).toEqual([2])
})
