import { expect, it } from 'vitest'
import type { ReportInput } from '#core/reports/report-input.ts'
import { previewReport } from '#core/reports/task.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { madeUpRecords } from '#test/shared/domain/indicators/made-up-records.ts'
import { control } from '../made-report.ts'
import { reportInput } from '../report-input.ts'

const records = madeUpRecords(40, 5)

const central = { id: 'central', name: { ar: 'الوحدة', en: 'Unit' }, isJoined: true, isOwn: true }
const arrived = (day: number): Instant => `2026-03-${String(day).padStart(2, '0')}T09:00:00.000Z` as Instant

const inputWith = (offices: number, language: 'ar' | 'en'): ReportInput => ({
  ...reportInput,
  format: { ...reportInput.format, language },
  offices: [
    { ...central, lastSync: arrived(30) },
    ...Array.from({ length: offices }, (_, at) => ({
      id: `office-${at}`,
      name: { ar: `مكتب رقم ${at}`, en: `Office number ${at}` },
      isJoined: true,
      isOwn: false,
      lastSync: arrived(at + 1),
    })),
  ],
})

it.each(['ar', 'en'] as const)(
  'P4 the printed cover of many offices has room for its signatures: it counts them, and section 2 names each (%s)',
  async (language) => {
    const { model } = await previewReport(inputWith(20, language), control(records))
    const { lines, brief } = model.cover.scope
    expect(lines.filter((line) => /Office number|مكتب رقم/.test(line))).toHaveLength(20)
    expect(brief.filter((line) => /Office number|مكتب رقم/.test(line))).toEqual([])
    expect(lines.length - brief.length).toBe(19)
    // The least that is known of all of them.
    expect(brief.join('\n')).toMatch(/20 .*(?:1 March 2026|1 آذار 2026)/)
    expect(JSON.stringify(model.sections[1])).toContain(lines.at(-3))
    const two = await previewReport(inputWith(1, language), control(records))
    expect(two.model.cover.scope.brief).toEqual(two.model.cover.scope.lines)
  },
)
