import { inTime } from '#shared/domain/clock/case-clock.ts'
import { definitionsVersion, figureCatalogue, isForWorkbookAlone } from '#shared/domain/indicators/catalogue.ts'
import { isInPeriod } from '#shared/domain/indicators/book.ts'
import type { CycleRow } from '#shared/domain/indicators/book.ts'
import { formatNumber } from '#shared/i18n/format.ts'
import { translate } from '#shared/i18n/messages.ts'
import { andOthers, qualityNotes, reportNotes } from '#shared/i18n/report-notes.ts'
import { reportTables } from '#shared/i18n/report-tables.ts'
import { sectionTitles } from '#shared/i18n/report-titles.ts'
import { reportWords } from '#shared/i18n/report-words.ts'
import { figureOf, numberCell, textCell } from '../print.ts'
import type { Cell, NamedCase, Section } from '../report-model.ts'
import { tableOf } from '../table.ts'
import { reconciliationLine } from './complaint-flow.ts'
import type { QuarterlyData } from './quarterly-data.ts'

const namedAtMost = 12

const printedFigures = Object.entries(figureCatalogue).filter(([code]) => !isForWorkbookAlone(code))

/** Annex C, the longest: every figure's code, name and definition (K-07), with the version they belong to (P4). */
export function definitionsAnnex({ print }: QuarterlyData): Section {
  const { language } = print.format
  return {
    id: 'annex-definitions',
    title: translate(sectionTitles.definitions, print.format),
    blocks: [
      { kind: 'note', text: translate(reportNotes.definitions, print.format, { version: definitionsVersion }) },
      tableOf('definitions', {
        title: translate(reportTables.definitions, print.format),
        columns: [reportWords.code, reportWords.name, reportWords.definition].map((word, place) => ({
          title: translate(word, print.format),
          align: 'start' as const,
          width: [0.2, 0.27, 0.53][place] ?? 0,
        })),
        rows: printedFigures.map(([code, { name, definition }]) => [
          textCell(code),
          textCell(name[language]),
          textCell(definition[language]),
        ]),
      }),
    ],
  }
}

/** Annex B: what the reader must know of the data: exceptions, imports, changed classifications, late entries. */
export function qualityAnnex(data: QuarterlyData): Section {
  const { print } = data
  return {
    id: 'annex-quality',
    title: translate(sectionTitles.quality, print.format),
    blocks: [
      reconciliationLine(data),
      tableOf('quality', {
        title: translate(reportTables.quality, print.format),
        columns: [reportWords.item, reportWords.count, reportWords.reference].map((word, place) => ({
          title: translate(word, print.format),
          align: place === 1 ? ('end' as const) : ('start' as const),
          width: [0.4, 0.12, 0.48][place] ?? 0,
        })),
        rows: qualityRows(data).map(({ text, cases }) => [
          textCell(text),
          { ...numberCell(print, cases.length), cases: cases.map(({ id }) => id) },
          namesCell(data, cases),
        ]),
      }),
    ],
  }
}

interface QualityRow {
  readonly text: string
  readonly cases: readonly NamedCase[]
}

function qualityRows(data: QuarterlyData): readonly QualityRow[] {
  const { book, print } = data
  const resolved = book.cycles.filter(({ cycle }) => isInPeriod(book, cycle.resolvedAt))
  const received = book.submissions.filter(({ of }) => isInPeriod(book, of.receivedAt))
  const row = (note: keyof typeof qualityNotes, rows: readonly Pick<CycleRow, 'of'>[]): QualityRow => ({
    text: translate(qualityNotes[note], print.format),
    // By case, not by number: numbers of strictly confidential cases are masked and alike.
    cases: [...new Map(rows.map(({ of }) => [of.id, { id: of.id, text: of.reference }])).values()],
  })
  const cases = (code: string): readonly Pick<CycleRow, 'of'>[] => {
    const counted = new Set(figureOf(print, code).cases)
    return book.submissions.filter(({ id }) => counted.has(id))
  }
  const excepted = (rule: keyof typeof exceptedAt): QualityRow =>
    row(
      rule,
      book.cycles.filter((each) => isExcepted(each, rule) && isInPeriod(book, exceptedAt[rule](each.cycle))),
    )
  return [
    excepted('author_approver'),
    excepted('recorder_handler'),
    row('new_staff', cases('K9.excused')),
    row(
      'sameStaff',
      book.cycles.filter(({ cycle }) => cycle.sameStaff > 0 && isInPeriod(book, cycle.startedAt)),
    ),
    row(
      'corrected',
      resolved.filter(({ cycle }) => cycle.savedFromLate && isResolvedInTime(cycle)),
    ),
    row(
      'breach',
      book.cycles.filter(({ cycle }) => !cycle.protocolMet && isInPeriod(book, cycle.endedAt)),
    ),
    row(
      'imported',
      received.filter(({ of }) => of.source === 'import'),
    ),
    row('late', cases('P6.late')),
    row(
      'unclassified',
      resolved.filter(({ cycle }) => cycle.service === null),
    ),
    row(
      'unapplied',
      received.filter(({ of }) => of.unapplied > 0),
    ),
  ]
}

/** When a rule was passed: in the one quarter in which the reply was approved or the contact recorded, and in no other. */
const exceptedAt = {
  author_approver: ({ approvedAt, resolvedAt }: CycleRow['cycle']) => approvedAt ?? resolvedAt,
  recorder_handler: ({ ratedAt, declinedAt, unreachableAt, endedAt }: CycleRow['cycle']) =>
    ratedAt ?? declinedAt ?? unreachableAt ?? endedAt,
} as const

const isExcepted = ({ of, cycle }: CycleRow, rule: string): boolean =>
  of.exceptions.some((each) => each.startsWith(`${rule}/`) && each.endsWith(`/${cycle.number}`))

/** W7 asks for changes that made a late case timely; the facts tell only that the class was changed and it was timely. */
const isResolvedInTime = ({ resolvedAt, dueOrig }: CycleRow['cycle']): boolean =>
  resolvedAt !== null && dueOrig !== null && inTime(resolvedAt, dueOrig)

function namesCell({ print }: QuarterlyData, cases: readonly NamedCase[]): Cell {
  if (cases.length === 0) return textCell(translate(reportWords.noCases, print.format))
  const named = cases.slice(0, namedAtMost)
  const shown = named.map(({ text }) => text).join(print.format.language === 'ar' ? '، ' : ', ')
  const rest = cases.length - namedAtMost
  const text =
    rest <= 0
      ? shown
      : `${shown} ${translate(andOthers, print.format, { count: rest, rest: formatNumber(rest, print.format) })}`
  return { ...textCell(text), named }
}
