import { expect, it } from 'vitest'
import type { ReportInput } from '#core/reports/report-input.ts'
import { previewReport } from '#core/reports/task.ts'
import { at } from '#test/shared/domain/indicators/hand-built-case.ts'
import { madeUpRecords } from '#test/shared/domain/indicators/made-up-records.ts'
import { control } from '../made-report.ts'
import { reportInput } from '../report-input.ts'

const records = control(madeUpRecords(1500, 11))

async function toldOf(asOf: string, language: 'ar' | 'en' = 'en') {
  const input: ReportInput = { ...reportInput, quarter: 2, asOf: at(asOf), format: { ...reportInput.format, language } }
  const { model } = await previewReport(input, records)
  const [summary] = model.sections
  const blocks = summary?.blocks ?? []
  return {
    cover: [model.cover.period, ...model.cover.scope.lines].join('\n'),
    said: blocks.flatMap((block) => (block.kind === 'paragraph' ? [block.text] : [])).join('\n'),
    tiles: blocks.flatMap((block) => (block.kind === 'tiles' ? block.tiles.map(({ note }) => note) : [])),
    trends: blocks.flatMap((block) =>
      block.kind === 'table' && block.id === 'headline' ? block.rows.map((row) => row.at(-1)?.text ?? '') : [],
    ),
    note: blocks.flatMap((block) => (block.kind === 'table' && block.id === 'headline' ? [block.base] : [])),
  }
}

it('K-09 P2 a report of a quarter that is not over says until when, and holds it against no whole one', async () => {
  const running = await toldOf('20 May 09:00')
  expect(running.cover).toContain('Second quarter of 2026, until 20 May 2026')
  expect(running.cover).toContain('It is not over: all is counted until 20 May 2026')
  expect(running.said).toContain('in the second quarter of 2026, until 20 May 2026.')
  expect(running.said).toContain('open on 20 May 2026')
  expect(running.said).not.toMatch(/previous quarter|end of the period/)
  expect(new Set(running.trends)).toEqual(new Set(['–']))
  expect(running.tiles).toContain('until 20/05/2026')
  expect(running.note).toEqual([expect.stringContaining('no trend is told against a whole quarter')])
  const { model } = await previewReport(
    { ...reportInput, quarter: 2, asOf: at('20 May 09:00'), format: { ...reportInput.format, hijri: true } },
    records,
  )
  expect(model.cover.period).toBe('الربع الثاني من عام 2026، حتى 20 أيار 2026')
  const arabic = await toldOf('20 May 09:00', 'ar')
  expect(arabic.cover).toMatch(/^الربع الثاني من عام 2026، حتى 20 أيار 2026\n/)
  expect(arabic.said).not.toMatch(/الربع السابق|آخر الفترة/)
})

it('K-09 P2 a report of a quarter that is over says its end and its trends', async () => {
  const whole = await toldOf('01 Jul 00:00')
  expect(whole.cover).toMatch(/^Second quarter of 2026\n/)
  expect(whole.cover + whole.said).not.toMatch(/until|not over/)
  expect(whole.said).toMatch(/(more|less) than in the previous quarter/)
  expect(whole.said).toContain('open at the end of the period')
  expect(whole.trends.filter((trend) => /[▲▼=]/.test(trend)).length).toBeGreaterThan(0)
  expect(whole.note).toEqual([null])
})
