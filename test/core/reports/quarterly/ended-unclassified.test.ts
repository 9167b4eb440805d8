import { expect, it } from 'vitest'
import type { TableBlock } from '#core/reports/report-model.ts'
import { previewReport } from '#core/reports/task.ts'
import { factsOf } from '#shared/domain/indicators/derive-facts.ts'
import { must } from '#shared/lib/assert.ts'
import { caseOf } from '#test/shared/domain/indicators/hand-built-case.ts'
import { fixturePlans } from '#test/shared/domain/indicators/worked-fixture.ts'
import { control } from '../made-report.ts'
import { reportInput } from '../report-input.ts'

const unclassified = { service: null, complexity: null, importance: null, procedure: null } as const

/** Ten rejected before they were classified, more than of any service; the open C10 waits for its class. */
const rejected = Array.from({ length: 10 }, (_, place) => ({
  id: `R${place}`,
  channel: 'phone',
  cycles: [{ start: '11 Feb 10:00', handler: 'u1' }],
  rejected: '12 Feb 10:00',
}))
const records = [...fixturePlans, ...rejected]
  .map((plan) => factsOf(caseOf(plan)))
  .map((record) =>
    record.of.decision === 'rejected' || record.of.id === 'C10'
      ? { ...record, of: { ...record.of, ...unclassified } }
      : record,
  )

it('K-09 6.1 section 5 who ended without a class is no service: a line below the ranking; the sums hold', async () => {
  const { model, figures } = await previewReport(reportInput, control(records))
  const blocks = model.sections.flatMap((section) => section.blocks)
  const table = (id: string): TableBlock =>
    must(
      blocks.find((block): block is TableBlock => block.kind === 'table' && block.id === id),
      id,
    )
  const chart = blocks.find((block) => block.kind === 'chart' && block.id === 'services')
  const received = figures.find(({ code }) => code === 'MIX.complaints')?.value
  expect(chart?.kind === 'chart' && chart.categories).toHaveLength(1)
  for (const id of ['service-groups', 'services', 'complexity', 'importance', 'procedure', 'all-services']) {
    const { rows, total } = table(id)
    const lines = rows.slice(-2).map((row) => row.slice(0, 2).map(({ text }) => text))
    expect(Object.fromEntries(lines), id).toEqual({ 'لم تُصنّف بعد': '1', 'انتهت دون تصنيف': '11' })
    const [name] = must(rows[0], 'a first')
    expect(name?.text, id).not.toMatch(/تصنيف$|بعد$/)
    expect(total?.[1]?.value, id).toBe(received)
    const columns = rows.map((row) => row.slice(3).reduce((sum, { value }) => sum + Number(value), 0))
    if (total?.length === 7) expect(columns, id).toEqual(rows.map((row) => row[1]?.value))
  }
  expect(figures.find(({ by }) => by?.['service'] === '-ended')).toMatchObject({ code: 'MIX.service', numerator: 11 })
  expect(JSON.stringify(model.sections)).not.toContain('الأكثر وروداً في الشكاوى هي «انتهت')
  expect(JSON.stringify(model.sections)).toContain('الخدمة الأكثر وروداً في الشكاوى هي')
})
