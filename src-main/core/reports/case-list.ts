import { isInPeriod } from '#shared/domain/indicators/book.ts'
import type { Book, CycleRow } from '#shared/domain/indicators/book.ts'
import { endedCode, unknownCode } from '#shared/domain/indicators/figure.ts'
import { openAt } from '#shared/domain/indicators/flow.ts'
import { complexityLabels, ratingLabels } from '#shared/i18n/codes.ts'
import { translate } from '#shared/i18n/messages.ts'
import { caseListColumns, reportSheets } from '#shared/i18n/report-sheets.ts'
import { minutesCell, nameOf, numberCell, serviceName, textCell, unclassifiedWord, unitNameOf } from './print.ts'
import type { Print } from './print.ts'
import type { ReportInput } from './report-input.ts'
import type { Cell } from './report-model.ts'
import type { RowSheet } from './workbook/report-workbook.ts'

/** In: book, input, print. Out: «قائمة الحالات»: a row a cycle that the period counts; facts only, no name of anyone. */
export function caseList(book: Book, input: ReportInput, print: Print): RowSheet {
  const { language } = print.format
  return {
    title: translate(reportSheets.cases, print.format),
    columns: Object.entries(caseListColumns).map(([key, title]) => ({
      title: title[language],
      width: 18,
      kind: kinds[key] ?? 'text',
    })),
    rows: rowsOf(countedCycles(book), input, print),
  }
}

const kinds: Readonly<Record<string, Cell['kind']>> = {
  cycle: 'number',
  received: 'date',
  registered: 'date',
  dueOrig: 'date',
  dueNow: 'date',
  resolved: 'date',
  days: 'days',
  ended: 'date',
}

function countedCycles(book: Book): readonly CycleRow[] {
  const open = new Set(openAt(book, book.until))
  return book.submittedCycles.filter((row) => {
    const { of, cycle } = row
    const moments = [of.receivedAt, cycle.startedAt, cycle.dueOrig, cycle.resolvedAt, cycle.endedAt]
    return open.has(row) || moments.some((moment) => isInPeriod(book, moment))
  })
}

function* rowsOf(rows: readonly CycleRow[], input: ReportInput, print: Print): Iterable<readonly Cell[]> {
  for (const row of rows) yield cellsOf(row, input, print)
}

function cellsOf({ of, cycle }: CycleRow, { names }: ReportInput, print: Print): readonly Cell[] {
  const { language } = print.format
  const unclassified = cycle.endedAt === null && of.exit === null ? unknownCode : endedCode
  // A workbook writes dates itself; putting a hundred thousand in words would take longer than all the figures.
  const moment = (value: string | null): Cell =>
    value === null ? { kind: 'text', text: '', value: null } : { kind: 'date', text: '', value }
  const word = (label: { readonly ar: string; readonly en: string } | undefined): Cell =>
    textCell(label?.[language] ?? '')
  return [
    textCell(of.reference),
    numberCell(print, cycle.number),
    textCell(nameOf(print, names.channels, of.channel)),
    moment(of.receivedAt),
    moment(of.registeredAt),
    textCell(serviceName(print, names.services, cycle.service ?? unclassified)),
    word(cycle.complexity === null ? unclassifiedWord(unclassified) : complexityLabels[cycle.complexity]),
    textCell(
      cycle.departments
        .map((department) => unitNameOf(print, names.departments, department))
        .join(language === 'ar' ? '، ' : ', '),
    ),
    moment(cycle.dueOrig),
    moment(cycle.dueNow),
    moment(cycle.resolvedAt),
    cycle.netMinutes === null ? { kind: 'text', text: '', value: null } : minutesCell(print, cycle.netMinutes),
    word(cycle.rating === null ? undefined : ratingLabels[cycle.rating]),
    moment(cycle.endedAt),
  ]
}
