import { expect, it } from 'vitest'
import type { ReportInput } from '#core/reports/report-input.ts'
import { previewReport } from '#core/reports/task.ts'
import { reportNotes } from '#shared/i18n/report-notes.ts'
import { translate } from '#shared/i18n/messages.ts'
import { madeUpRecords } from '#test/shared/domain/indicators/made-up-records.ts'
import { control } from '../made-report.ts'
import { reportInput } from '../report-input.ts'

const records = madeUpRecords(40, 5)

for (const language of ['ar', 'en'] as const)
  for (const movedAway of [0, 3])
    it(`G-07 a report says on its cover, in its scope and under its first figures how many cases were moved away (${movedAway}, ${language})`, async () => {
      const input: ReportInput = { ...reportInput, movedAway, format: { ...reportInput.format, language } }
      const { model } = await previewReport(input, control(records))
      const [summary, scope] = model.sections
      const note = translate(reportNotes.movedAway, input.format, { count: movedAway })
      const headline = summary?.blocks.find((block) => block.kind === 'table' && block.id === 'headline')
      const places = [model.cover.scope.lines, scope?.blocks[0], headline].map((place) => JSON.stringify(place))
      expect(places.map((place) => place.includes(note))).toEqual(Array(3).fill(movedAway > 0))
    })
