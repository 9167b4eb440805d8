import { unknownCode } from '#shared/domain/indicators/figure.ts'
import type { Split } from '#shared/domain/indicators/figure.ts'
import { formatNumber } from '#shared/i18n/format.ts'
import { translate } from '#shared/i18n/messages.ts'
import { reportNotes } from '#shared/i18n/report-notes.ts'
import { reportReadings } from '#shared/i18n/report-readings.ts'
import { reportTables } from '#shared/i18n/report-tables.ts'
import { sectionTitles } from '#shared/i18n/report-titles.ts'
import { reportWords } from '#shared/i18n/report-words.ts'
import { figureCell, figureOf, numberText, numeratorCell, splitsOf, textCell, unitNameOf } from '../print.ts'
import type { Block, Cell, Section, TableBlock } from '../report-model.ts'
import { columnsOf, tableOf } from '../table.ts'
import { figureTable } from './figure-table.ts'
import type { QuarterlyData } from './quarterly-data.ts'

/** Section 11: K8 by level and by department, what was escalated by hand, and what came of it. */
export function escalationSection(data: QuarterlyData): Section {
  const { print } = data
  return {
    id: 's11',
    title: translate(sectionTitles.escalation, print.format),
    blocks: [
      { kind: 'paragraph', text: reading(data) },
      figureTable(print, {
        id: 'escalation',
        title: translate(reportTables.escalation, print.format),
        base: translate(reportNotes.baseDue, print.format, {
          count: numberText(print, figureOf(print, 'K8').denominator ?? 0),
        }),
        codes: ['K8', 'K8.answered', 'K8.reply.median', 'K8.reply.p90', 'K8.manual', 'K8.unreached'],
      }),
      ...byDepartment(data),
    ],
  }
}

function reading({ print }: QuarterlyData): string {
  return translate(reportReadings.escalation, print.format, {
    count: figureOf(print, 'K8').numerator ?? 0,
    answered: figureCell(print, figureOf(print, 'K8.answered')).text,
    unreached: numberText(print, figureOf(print, 'K8.unreached').value ?? 0),
  })
}

/** A column for every level that was reached: whose heads had to hear of it is read off its row. */
function byDepartment({ print, input }: QuarterlyData): readonly Block[] {
  const levels = [...new Set(splitsOf(print, 'K8.level').map(({ by }) => by.level ?? unknownCode))].toSorted()
  const departments = splitsOf(print, 'K8')
    .filter(({ numerator }) => (numerator ?? 0) > 0)
    .toSorted((a, b) => (b.numerator ?? 0) - (a.numerator ?? 0))
  if (departments.length === 0) return []
  const titles = [
    translate(reportWords.department, print.format),
    translate(reportWords.escalatedCount, print.format),
    ...levels.map((level) =>
      translate(reportWords.level, print.format, { level: formatNumber(Number(level), print.format) }),
    ),
    translate(reportWords.answeredCount, print.format),
  ]
  const row = (title: string, by?: Split): readonly Cell[] => [
    textCell(title),
    numeratorCell(print, figureOf(print, 'K8', by)),
    ...levels.map((level) => figureCell(print, figureOf(print, 'K8.level', { ...by, level }))),
    numeratorCell(print, figureOf(print, 'K8.answered', by)),
  ]
  const table: TableBlock = tableOf('escalation-departments', {
    title: translate(reportTables.escalationDepartments, print.format),
    base: translate(reportNotes.levels, print.format),
    columns: columnsOf(titles, 2.4),
    rows: departments.map(({ by }) =>
      row(unitNameOf(print, input.names.departments, by.department), { department: by.department ?? unknownCode }),
    ),
    total: row(translate(reportWords.total, print.format)),
  })
  return [table]
}
