import { expect, it } from 'vitest'
import type { TableBlock } from '#core/reports/report-model.ts'
import { previewReport } from '#core/reports/task.ts'
import { must } from '#shared/lib/assert.ts'
import { madeUpRecords } from '#test/shared/domain/indicators/made-up-records.ts'
import { control } from './made-report.ts'
import { reportInput } from './report-input.ts'

/** With reasons of dissatisfaction, and referrals that came back as of another's remit. */
const records = madeUpRecords(2000, 11).map((record) => ({
  ...record,
  cycles: record.cycles.map((cycle) => ({
    ...cycle,
    dissatisfaction: cycle.rating === 'not_satisfied' ? 'not_solved' : cycle.dissatisfaction,
  })),
  referrals: record.referrals.map((referral, index) =>
    index === 0 ? { ...referral, returnedAt: referral.sentAt, returnReason: 'not_in_remit' } : referral,
  ),
}))

const { model } = await previewReport(reportInput, control(records))
const tables = model.sections
  .flatMap(({ blocks }) => blocks)
  .filter((block): block is TableBlock => block.kind === 'table')
const table = (id: string): TableBlock =>
  must(
    tables.find((block) => block.id === id),
    id,
  )
const totalOf = (id: string): readonly string[] => (table(id).total ?? []).map(({ text }) => text)
const sum = (id: string, column: number): number =>
  table(id).rows.reduce((all, row) => all + Number(row[column]?.value), 0)

it('6 satisfaction by way of rating: called what it is, with its total and its base', () => {
  const { columns, base } = table('rating-channels')
  expect(columns.map(({ title }) => title)).toEqual(['وسيلة التقييم', 'التقييمات الصحيحة', 'K5a نسبة الرضا'])
  expect(totalOf('rating-channels')[1]).toBe(String(sum('rating-channels', 1)))
  expect(base).toContain(`وجملتها ${sum('rating-channels', 1)}.`)
})

it('6 reasons of dissatisfaction add up to the ratings that were not satisfied, and say so', () => {
  const all = sum('dissatisfaction-reasons', 1)
  expect(totalOf('dissatisfaction-reasons')).toEqual(['المجموع', String(all)])
  expect(table('dissatisfaction-reasons').base).toContain(`«غير راضٍ» (${all})`)
})

it('6 what was returned as not within remit: of all services, and of what', () => {
  const [name, sent, returned] = totalOf('misrouting')
  expect([name, Number(returned)]).toEqual(['كل الخدمات', sum('misrouting', 2)])
  expect(table('misrouting').base).toContain(`وأُحيل منها جميعاً ${sent}.`)
})
