import JSZip from 'jszip'
import { expect, it } from 'vitest'
import type { ReportInput } from '#core/reports/report-input.ts'
import { previewReport } from '#core/reports/task.ts'
import { must } from '#shared/lib/assert.ts'
import { reportNotes } from '#shared/i18n/report-notes.ts'
import { reportTables } from '#shared/i18n/report-tables.ts'
import { madeUpRecords } from '#test/shared/domain/indicators/made-up-records.ts'
import { control, madeReport } from '../made-report.ts'
import { openWorkbook } from '../open-workbook.ts'
import { reportInput } from '../report-input.ts'

const records = madeUpRecords(120, 5)
const notes = { all: reportNotes.strictAll, named: reportNotes.strictNamed, none: reportNotes.strictNone } as const

const inputOf = (strict: ReportInput['strict'], language: 'ar' | 'en'): ReportInput => ({
  ...reportInput,
  strict,
  format: { ...reportInput.format, language },
})

for (const language of ['ar', 'en'] as const)
  for (const strict of ['all', 'named', 'none'] as const)
    it(`R-08 B-32 preview, Word and workbook say whether strictly confidential cases are counted (${strict}, ${language})`, async () => {
      const input = inputOf(strict, language)
      const note = notes[strict][language]
      const { model } = await previewReport(input, control(records))
      const [summary, scope] = model.sections
      expect(model.cover.scope.lines).toContain(note)
      expect(scope?.blocks[0]).toMatchObject({ kind: 'box', lines: expect.arrayContaining([note]) as string[] })
      // Under the first figures, too, where some may be missing.
      const headline = summary?.blocks.find((block) => block.kind === 'table' && block.id === 'headline')
      expect(headline).toMatchObject({ base: strict === 'all' ? null : note })
      const { docx, xlsx } = await madeReport(input, records)
      const xml = await must((await JSZip.loadAsync(docx)).file('word/document.xml'), 'body').async('string')
      expect(xml.split(note)).toHaveLength(strict === 'all' ? 3 : 4)
      const workbook = await openWorkbook(xlsx)
      const [cover] = workbook.worksheets
      const lines = (must(cover, 'a cover').getColumn(1).values as readonly unknown[]).map(String)
      expect(lines).toContain(note)
      const sheet = must(workbook.getWorksheet(reportTables.headline[language]), 'a sheet of its own')
      expect(sheet.getCell(1, 1).text.includes(note)).toBe(strict !== 'all')
    })
