import type { Instant } from '#shared/domain/clock/instant.ts'
import type { Result } from '#shared/lib/result.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import type { Figure } from '#shared/domain/indicators/figure.ts'
import { casesOfMonth, dashboardCards, dashboardSince, figuresByOffice } from './dashboard.ts'
import type { DashboardCard } from './dashboard.ts'
import { commentReader } from './read-comment.ts'
import { factsReader } from './read-facts.ts'
import { ofDepartments } from '#shared/domain/indicators/of-departments.ts'
import type { FigureInput, ReportInput } from './report-input.ts'
import type { FigureRef } from './report-model.ts'
import { casesOfFigure, makeReport, previewReport } from './task.ts'
import type { ReportControl, ReportFile, ReportPreview, ReportWriters } from './task.ts'

/* Figures and reports in a worker's thread, each over a connection of its own that sees one state. */

interface Place {
  openReader(): ReadableDb
  onProgress(done: number, total?: number): void
  readonly signal: AbortSignal
}

async function withFacts<T>(
  { format, only }: FigureInput,
  place: Place,
  work: (control: ReportControl) => Promise<T> | T,
): Promise<T> {
  const db = place.openReader()
  try {
    return await work({
      readFacts: factsReader(db, { language: format.language, only }),
      readComment: commentReader(db, format.language),
      signal: place.signal,
      onProgress: (step, done, total) => place.onProgress(done, total),
    })
  } finally {
    db.close()
  }
}

export const makeReportTask = (
  input: ReportInput,
  { writeWord, ...place }: Place & Pick<ReportWriters, 'writeWord'>,
): Promise<Result<readonly ReportFile[]>> =>
  withFacts(input, place, (control) => makeReport(input, { ...control, writeWord }))

export const previewReportTask = (input: ReportInput, place: Place): Promise<ReportPreview> =>
  withFacts(input, place, (control) => previewReport(input, control))

export interface FigureAsked extends Omit<FigureRef, 'quarter'> {
  readonly input: ReportInput
}

export const casesOfFigureTask = ({ input, ...wanted }: FigureAsked, place: Place): Promise<readonly string[]> =>
  withFacts(input, place, (control) => casesOfFigure(input, control, wanted))

const endOfTime = '9999-12-31T23:59:59.999Z' as Instant

interface Board {
  readonly input: FigureInput
  /** None: the whole office. */
  readonly departments: readonly string[]
}

export interface CountedBoard {
  readonly cards: readonly DashboardCard[]
  /** Split by office; none where one office alone is counted. */
  readonly byOffice: readonly Figure[]
}

/** `over`: the offices that are set side by side. */
export const countDashboardTask = (
  { input, departments, over }: Board & { readonly over: readonly string[] },
  place: Place,
): Promise<CountedBoard> =>
  withFacts(input, place, ({ readFacts }) => {
    const records = ofDepartments(readFacts([{ from: dashboardSince(input), to: endOfTime }]), departments)
    return { cards: dashboardCards(records, input), byOffice: figuresByOffice(records, input, over) }
  })

interface MonthAsked extends Board {
  readonly code: string
  readonly month: string
}

export const casesOfMonthTask = (
  { input, departments, ...asked }: MonthAsked,
  place: Place,
): Promise<readonly string[]> =>
  withFacts(input, place, ({ readFacts }) => {
    const records = readFacts([{ from: dashboardSince(input), to: endOfTime }])
    return casesOfMonth(ofDepartments(records, departments), input, asked)
  })
