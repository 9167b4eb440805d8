import { expect, it } from 'vitest'
import { previewReport } from '#core/reports/task.ts'
import { factsOf } from '#shared/domain/indicators/derive-facts.ts'
import { at, caseOf } from '#test/shared/domain/indicators/hand-built-case.ts'
import { fixturePlans } from '#test/shared/domain/indicators/worked-fixture.ts'
import { control } from '../made-report.ts'
import { reportInput } from '../report-input.ts'

/** C9 was late when the quarter ended, and ends in April; C10 stays open. */
const closedAt = '07 Apr 10:00'
const records = fixturePlans.map((plan) =>
  factsOf(
    caseOf(
      plan.id === 'C9'
        ? {
            ...plan,
            cycles: plan.cycles.map((cycle) => ({
              ...cycle,
              resolved: '06 Apr 10:00',
              closed: [closedAt, 'no_further_review'] as const,
            })),
            change: { lastEventAt: at(closedAt) },
          }
        : plan,
    ),
  ),
)

async function saidOn(day: string) {
  const { model, figures } = await previewReport({ ...reportInput, asOf: at(day) }, control(records))
  const blocks = model.sections.flatMap((section) => section.blocks)
  return {
    decisions: blocks.flatMap((block) => (block.kind === 'box' && block.numbered ? block.lines : [])).join('\n'),
    oldest: blocks.flatMap((block) =>
      block.kind === 'table' && block.id === 'oldest'
        ? block.rows.map((row) => [row[0]?.text, row[3]?.text, row[0]?.named?.map(({ id }) => id)])
        : [],
    ),
    overdue: figures.find(({ code }) => code === 'K7a.overdue')?.value,
  }
}

it('K-09 K7b 6.1 section 1 nobody is asked to end what has ended since the period; among the oldest open it is marked so', async () => {
  const early = await saidOn('01 Apr 09:00')
  expect(early.decisions).toContain('إنهاء الشكوى التي كانت متأخرة في آخر الفترة وما زالت كذلك')
  expect(early.oldest).toEqual([
    ['AMM-26-C9', 'مفتوحة', ['C9']],
    ['AMM-26-C10', 'مفتوحة', ['C10']],
  ])
  const answered = await saidOn('06 Apr 12:00')
  expect(answered.decisions).not.toContain('إنهاء')
  expect(answered.oldest).toEqual(early.oldest)
  const late = await saidOn('30 Jun 09:00')
  expect(late.decisions).not.toContain('إنهاء')
  expect(late.oldest).toEqual([['AMM-26-C9', 'انتهت بعد الفترة', ['C9']], early.oldest[1]])
  // What the quarter ended with stays what it was.
  expect([early.overdue, late.overdue]).toEqual([1, 1])
})
