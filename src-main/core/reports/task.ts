/**
 * Makes the quarterly report: reads facts through a port, so that it runs in a worker with a connection of its own, and
 * returns bytes. The same facts and input give the same bytes; no print date and no identity is in them (P4).
 */
import type { CaseRecord } from '#shared/domain/indicators/facts.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { Figure } from '#shared/domain/indicators/figure.ts'
import { isReconciled } from '#shared/domain/indicators/flow.ts'
import { quarterPeriod } from '#shared/domain/indicators/period.ts'
import type { Period } from '#shared/domain/indicators/period.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { caseList } from './case-list.ts'
import { withEdits } from './edited-texts.ts'
import { figureList } from './figure-list.ts'
import { figuresJson, publishedFigure } from './figures-json.ts'
import type { PublishedFigure } from './figures-json.ts'
import { figureOf } from './print.ts'
import { ratingComments } from './quarterly/rating-comments.ts'
import { quarterlyData, quartersOf } from './quarterly/quarterly-data.ts'
import type { QuarterlyData } from './quarterly/quarterly-data.ts'
import { quarterlyReport } from './quarterly/quarterly-report.ts'
import type { ReadComment } from './read-comment.ts'
import type { ReportInput } from './report-input.ts'
import type { FigureRef, ReportModel } from './report-model.ts'
import { reportSteps } from './report-steps.ts'
import type { ReportStep } from './report-steps.ts'
import { reportWorkbook } from './workbook/report-workbook.ts'
import { withCharts } from './workbook/workbook-charts.ts'

/** Facts of cases received before `to` that mattered at or after `from` (`mattersUntil` null or not earlier) of any span. */
export type ReadFacts = (spans: readonly Period[]) => readonly CaseRecord[]

export interface ReportControl {
  readonly readFacts: ReadFacts
  readonly readComment: ReadComment
  readonly signal: AbortSignal
  readonly onProgress: (step: ReportStep, done: number, total: number) => void
}

/** The Word file is written by whoever is told to: laid out in pages it takes as long as all else. */
export interface ReportWriters extends ReportControl {
  readonly writeWord: (model: ReportModel) => Promise<Uint8Array>
}

export interface ReportFile {
  readonly name: string
  readonly format: 'docx' | 'xlsx' | 'json'
  readonly bytes: Uint8Array
}

/** In: input, control. Out: Word, workbook and `figures.json`. Refuses a flow that does not reconcile without a note (P6). */
export async function makeReport(input: ReportInput, control: ReportWriters): Promise<Result<readonly ReportFile[]>> {
  const data = await gather(input, control)
  if (!isReconciled(data.figures) && (input.overrideNote ?? '').trim() === '') {
    return refuse('report-not-reconciled', { difference: figureOf(data.print, 'P6.difference').value ?? 0 })
  }
  const edited = withEdits(quarterlyReport(data), input.edits, data.print)
  if (!edited.ok) return edited
  const model = edited.value
  await step(control, 'files')
  const cases = input.audience === 'official' ? [caseList(data.book, input, data.print)] : []
  const [word, tables] = await Promise.all([
    control.writeWord(model),
    reportWorkbook(model, [figureList(data.figures, input), ...cases]),
  ])
  const workbook = withCharts(tables, word, model)
  const json = new TextEncoder().encode(figuresJson(input, data.period, data.figures))
  await step(control, 'done')
  const name = fileName(input)
  return ok([
    { name: `${name}.docx`, format: 'docx', bytes: word },
    { name: `${name}.xlsx`, format: 'xlsx', bytes: workbook },
    { name: 'figures.json', format: 'json', bytes: json },
  ])
}

/** Language and readers are in the name: all lie in one folder, and none is taken for another. */
function fileName({ office, year, quarter, edition, audience, format }: ReportInput): string {
  const issued = edition === null ? '' : `-edition-${edition.number}`
  const circulated = audience === 'circulation' ? '-circulation' : ''
  return `${office.code}-complaints-${year}-Q${quarter}${issued}${circulated}-${format.language}`
}

export interface ReportPreview {
  readonly model: ReportModel
  readonly figures: readonly PublishedFigure[]
  readonly reconciled: boolean
}

/** In: input, control. Out: the model and the figures for the screen. */
export async function previewReport(input: ReportInput, control: ReportControl): Promise<ReportPreview> {
  const data = await gather(input, control)
  return {
    model: quarterlyReport(data),
    figures: data.figures.map((figure) => publishedFigure(figure, input)),
    reconciled: isReconciled(data.figures),
  }
}

/** In: input, control, code, and splits by units' ids as in a model, or as published. Out: ids of the cases behind these figures; the same function as the report's (B-01). */
export async function casesOfFigure(
  input: ReportInput,
  control: ReportControl,
  { code, by, also = [], part }: FigureRef,
): Promise<readonly string[]> {
  const data = await gather(input, control)
  const key = ({ by: split }: Pick<Figure | PublishedFigure, 'by'>): string =>
    JSON.stringify(Object.entries(split ?? {}).toSorted(([left], [right]) => (left < right ? -1 : 1)))
  const wanted = new Set([by, ...also].map((split) => key(split === undefined ? {} : { by: split })))
  const found = data.figures.filter(
    (figure) => figure.code === code && [figure, publishedFigure(figure, input)].some((one) => wanted.has(key(one))),
  )
  return [...new Set(found.flatMap(({ cases, counted }) => (part === 'counted' ? counted : cases)))]
}

async function gather(input: ReportInput, control: ReportControl): Promise<QuarterlyData> {
  const { zone } = input.format
  const quarters = quartersOf(input)
  const [now, before, year] = [quarters.now, quarters.previous, quarters.yearBefore].map((quarter) =>
    quarterPeriod(quarter, zone),
  ) as [Period, Period, Period]
  await step(control, 'facts')
  // Later repeats and reopenings tell how the quarter's answers held, so facts are read up to the moment of observation.
  const records = control.readFacts([{ from: before.from, to: later(now.to, input.asOf) }, year])
  await step(control, 'figures')
  const data = quarterlyData(input, records)
  return { ...data, comments: ratingComments(data.book, control.readComment) }
}

const later = (a: Instant, b: Instant): Instant => (a > b ? a : b)

/** Lets a cancel be heard between the long steps. */
async function step({ signal, onProgress }: ReportControl, name: ReportStep): Promise<void> {
  onProgress(name, reportSteps.indexOf(name), reportSteps.length - 1)
  await new Promise((resolve) => {
    setImmediate(resolve)
  })
  signal.throwIfAborted()
}
