import type { Instant } from '#shared/domain/clock/instant.ts'
import { definitionsVersion } from '#shared/domain/indicators/catalogue.ts'
import { formatNumber } from '#shared/i18n/format.ts'
import { translate } from '#shared/i18n/messages.ts'
import { reportNotes } from '#shared/i18n/report-notes.ts'
import { reportTables } from '#shared/i18n/report-tables.ts'
import { sectionTitles } from '#shared/i18n/report-titles.ts'
import { reportWords } from '#shared/i18n/report-words.ts'
import { textCell } from '../print.ts'
import type { ReportInput } from '../report-input.ts'
import type { Block, Section } from '../report-model.ts'
import { columnsOf, tableOf } from '../table.ts'
import type { QuarterlyData } from './quarterly-data.ts'
import { isRunning, momentText, movedAwayText, periodDays, strictText } from './wording.ts'

/** Lines of the box of section 2: offices, last sync, moment of the data, version of the definitions. */
export const scopeLines = (data: QuarterlyData): readonly string[] =>
  linesOf(
    data,
    data.input.offices.map((office) => officeText(data, office)),
  )

/** The same for a page that has room for few of them: the cover, with the signatures. */
export function coverLines(data: QuarterlyData): readonly string[] {
  const { input } = data
  const [own, others] = [input.offices.filter(({ isOwn }) => isOwn), input.offices.filter(({ isOwn }) => !isOwn)]
  const [first] = others.map(({ lastSync }) => lastSync ?? '').toSorted()
  if (others.length < 2 || first === undefined || first === '') return scopeLines(data)
  const at = momentText(first as Instant, input)
  return linesOf(data, [
    ...own.map((office) => officeText(data, office)),
    translate(reportNotes.otherOffices, input.format, { count: others.length, at }),
  ])
}

function linesOf(data: QuarterlyData, offices: readonly string[]): readonly string[] {
  const { input } = data
  const { format } = input
  return [
    isRunning(input)
      ? translate(reportNotes.periodRuns, format, { ...periodDays(data), until: momentText(input.asOf, input) })
      : translate(reportNotes.period, format, periodDays(data)),
    ...editionLines(data),
    ...offices,
    translate(reportNotes.asOf, format, { asOf: momentText(input.asOf, input) }),
    strictText(input),
    ...movedAwayText(input),
    translate(reportNotes.definitions, format, { version: definitionsVersion }),
  ]
}

/** What every reader of a later edition asks first (P4). */
function editionLines({ input: { edition, format } }: QuarterlyData): readonly string[] {
  const reason = edition?.reason ?? null
  if (edition === null || reason === null) return []
  return [translate(reportNotes.editionReason, format, { number: edition.number, reason })]
}

const officeText = (data: QuarterlyData, office: ReportInput['offices'][number]): string => {
  const { format } = data.input
  return `${translate(reportNotes.office, format, { office: office.name[format.language] })} ${syncText(data, office)}`
}

function syncText({ input }: QuarterlyData, { isJoined, isOwn, lastSync }: ReportInput['offices'][number]): string {
  if (!isJoined) return translate(reportNotes.standAlone, input.format)
  if (lastSync === null) return translate(reportNotes.neverSynced, input.format)
  return translate(isOwn ? reportNotes.lastSync : reportNotes.arrivedBy, input.format, {
    at: momentText(lastSync, input),
  })
}

/** Section 2: what the figures cover and how they are counted. */
export function dataScope(data: QuarterlyData): Section {
  const { input, print } = data
  const { format } = input
  const hours = print.day / 60
  const amount = formatNumber(hours, format, 1)
  return {
    id: 's2',
    title: translate(sectionTitles.scope, format),
    blocks: [
      { kind: 'box', title: translate(reportTables.scope, format), lines: scopeLines(data), numbered: null },
      { kind: 'paragraph', text: translate(reportNotes.population, format) },
      { kind: 'paragraph', text: translate(reportNotes.attribution, format) },
      { kind: 'paragraph', text: translate(reportNotes.workingTime, format, { count: Math.trunc(hours), amount }) },
      { kind: 'paragraph', text: translate(reportNotes.smallNumbers, format) },
      changes(data),
    ],
  }
}

function changes({ input }: QuarterlyData): Block {
  const { format } = input
  if (input.changes.length === 0) return { kind: 'note', text: translate(reportNotes.noChanges, format) }
  return tableOf('changes', {
    title: translate(reportTables.changes, format),
    columns: columnsOf(
      [reportWords.date, reportWords.item].map((word) => translate(word, format)),
      1,
    ),
    rows: input.changes.map(({ at, what }) => [textCell(momentText(at, input)), textCell(what[format.language])]),
  })
}
