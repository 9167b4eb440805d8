import { backlogFigures } from './backlog.ts'
import type { FigureContext } from './book.ts'
import { matters, openBook } from './book.ts'
import type { CaseRecord } from './facts.ts'
import type { Figure } from './figure.ts'
import { flowFigures } from './flow.ts'
import type { Period } from './period.ts'
import { reopeningFigures } from './reopening.ts'
import { resolutionTimeFigures } from './resolution-time.ts'
import { satisfactionFigures } from './satisfaction.ts'
import { timelinessFigures } from './timeliness.ts'

/** What the executive summary compares with earlier periods (report 6.1, section 1). */
export const headlineCodes = ['P6.received', 'K3a.cycle1', 'K15.cycle1.median', 'K5a', 'K7a', 'K9'] as const

/** What a goal may be set for (K-07): what the summary prints it beside, and what a decision is proposed by. */
export const goalCodes = ['K3a.cycle1', 'K15.cycle1.median', 'K5a', 'K5b', 'K7a', 'K9'] as const

/** The four cards of the dashboard (K-06). */
export const cardCodes = ['K3a.cycle1', 'K7a.overdue', 'K15.cycle1.median', 'K5a'] as const

const sources = [
  flowFigures,
  timelinessFigures,
  resolutionTimeFigures,
  satisfactionFigures,
  backlogFigures,
  reopeningFigures,
]

/** In: facts, context. Out: the unsplit figures that are followed over time. */
export function headlineFigures(records: readonly CaseRecord[], context: FigureContext): readonly Figure[] {
  const book = openBook(records, context, 'headline')
  return sources.flatMap((source) => source(book)).filter((figure) => figure.by === undefined)
}

export interface TrendPoint {
  readonly label: string
  readonly figures: readonly Figure[]
}

const cardSources = [timelinessFigures, backlogFigures, resolutionTimeFigures, satisfactionFigures]

/** In: facts, context of now, periods with their names, oldest first. Out: the unsplit figures behind the cards, for each period. */
export function trendOf(
  records: readonly CaseRecord[],
  context: FigureContext,
  periods: readonly (Period & { readonly month: string })[],
): readonly TrendPoint[] {
  const parts = byPeriod(records, periods)
  return periods.map(({ month, from, to }, place) => {
    const book = openBook(parts[place] ?? [], { ...context, from, to }, 'headline')
    return {
      label: month,
      figures: cardSources.flatMap((source) => source(book)).filter((figure) => figure.by === undefined),
    }
  })
}

/** One walk over all facts instead of one a period: walking is most of the work when there are many. */
function byPeriod(records: readonly CaseRecord[], periods: readonly Period[]): readonly (readonly CaseRecord[])[] {
  const parts = periods.map((): CaseRecord[] => [])
  for (const record of records) {
    const { of } = record
    periods.forEach((period, place) => {
      if (matters(of, period)) parts[place]?.push(record)
    })
  }
  return parts
}
