import { expect, it } from 'vitest'
import type { Cell, ReportModel, TableBlock } from '#core/reports/report-model.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { testOffice } from '#test/support/test-office.ts'

const isOpened = ({ figure, cases, named }: Cell): boolean =>
  figure !== undefined || (cases ?? []).length > 0 || named !== undefined

/** Days, which count no cases: table and column. */
const days = ['oldest 2']

function shut({ id, rows, total }: TableBlock): readonly string[] {
  return [...rows, ...(total === null ? [] : [total])].flatMap((row) =>
    row.flatMap((cell, column) =>
      cell.kind === 'number' && Number(cell.value) > 0 && !isOpened(cell) && !days.includes(`${id} ${column}`)
        ? [`${id} – ${row[0]?.text} – ${column}: ${cell.text}`]
        : [],
    ),
  )
}

it('UI-9 B-01 every count above zero in a report of practice cases opens its cases, and every number of a case leads to it', async () => {
  const office = await testOffice({ practice: true, now: '2026-11-30T09:00:00.000Z' as Instant })
  await office.call('system.demo', { cases: 400, seed: 5 })
  const { model } = await office.call<{ model: ReportModel }>('reports.preview', {
    kind: 'quarterly',
    year: 2026,
    quarter: 3,
  })
  const tables = model.sections.flatMap(({ blocks }) => blocks.filter((block) => block.kind === 'table'))
  expect(tables.flatMap(shut)).toEqual([])
  const numbers = tables.flatMap(({ rows }) => rows.flat()).flatMap(({ named }) => named ?? [])
  expect(numbers.length).toBeGreaterThan(10)
  const [first] = numbers
  const { line } = await office.call<{ line: { reference: string } }>('cases.get', { case: first?.id })
  expect(line.reference).toBe(first?.text)
})
