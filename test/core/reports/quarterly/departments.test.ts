import { expect, test } from 'vitest'
import type { TableBlock } from '#core/reports/report-model.ts'
import { previewReport } from '#core/reports/task.ts'
import { reportWords } from '#shared/i18n/report-words.ts'
import { must } from '#shared/lib/assert.ts'
import { control } from '#test/core/reports/made-report.ts'
import { reportInput } from '#test/core/reports/report-input.ts'
import { madeUpRecords } from '#test/shared/domain/indicators/made-up-records.ts'

test('K6d W10 the speed of departments stands under its headings: median and 90th percentile, never one twice', async () => {
  const format = { ...reportInput.format, language: 'en' as const }
  const { model } = await previewReport({ ...reportInput, format }, control(madeUpRecords(300, 11)))
  const blocks = model.sections.flatMap((section) => section.blocks)
  const table = must(
    blocks.find((block): block is TableBlock => block.kind === 'table' && block.id === 'department-speed'),
    'the table of speed',
  )
  const { ackTime, ackP90, replyTime, replyP90 } = reportWords
  expect(new Set([ackTime, ackP90, replyTime, replyP90].map(({ en }) => en)).size).toBe(4)
  const under = Object.fromEntries(table.columns.map(({ title }, place) => [title, place]))
  for (const row of [...table.rows, must(table.total, 'a row of all')]) {
    const codeUnder = (title: string) => row[under[title] ?? -1]?.figure?.code
    expect(codeUnder(ackTime.en)).toBe('K6d.ack.median')
    expect(codeUnder(ackP90.en)).toBe('K6d.ack.p90')
    expect(codeUnder(replyTime.en)).toBe('K6d.reply.median')
    expect(codeUnder(replyP90.en)).toBe('K6d.reply.p90')
  }
})
