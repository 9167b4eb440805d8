import { figureCatalogue } from '#shared/domain/indicators/catalogue.ts'
import type { FigureContext } from '#shared/domain/indicators/book.ts'
import type { CaseRecord } from '#shared/domain/indicators/facts.ts'
import type { Figure } from '#shared/domain/indicators/figure.ts'
import { cardCodes, headlineFigures, trendOf } from '#shared/domain/indicators/headline-figures.ts'
import { officeFigures } from '#shared/domain/indicators/office-figures.ts'
import { monthsUntil, quarterAt, quarterPeriod } from '#shared/domain/indicators/period.ts'
import { must } from '#shared/lib/assert.ts'
import { contextOf } from './quarterly/quarterly-data.ts'
import type { FigureInput } from './report-input.ts'

/** One card of the dashboard: the figure of the running quarter, and of twelve months, the last of which still runs. */
export interface DashboardCard {
  readonly code: string
  readonly name: { readonly ar: string; readonly en: string }
  readonly definition: { readonly ar: string; readonly en: string }
  readonly figure: Figure
  /** What the figure is a part of and is read beside: the open ones beside the overdue. */
  readonly beside: Figure | null
  readonly trend: readonly {
    readonly label: string
    readonly value: number | null
    /** How many cases it opens. */
    readonly cases: number
  }[]
}

const months = 12

const besideCodes: Readonly<Record<string, string>> = { 'K7a.overdue': 'K7a' }

/** In: facts since a year and a quarter ago, input with the moment of asking. Out: the four cards (K-06). */
export function dashboardCards(records: readonly CaseRecord[], input: FigureInput): readonly DashboardCard[] {
  const quarter = quarterAt(input.asOf, input.format.zone)
  const context: FigureContext = contextOf(input, quarter)
  const now = headlineFigures(records, context)
  const trend = trendOf(records, context, monthsUntil(input.asOf, input.format.zone, months))
  return cardCodes.map((code) => {
    const { name, definition } = must(figureCatalogue[code], 'a card stands in the catalogue')
    const points = trend.map(({ label, figures }) => {
      const figure = find(figures, code)
      return { label, value: figure?.value ?? null, cases: new Set(figure?.cases).size }
    })
    return {
      code,
      name,
      definition,
      figure: must(find(now, code), 'a card has its figure'),
      beside: find(now, besideCodes[code] ?? '') ?? null,
      trend: points,
    }
  })
}

/**
 * In: as for the cards, the offices that are set side by side; none for one office alone. Out: what a report says of each of
 * them, for the running quarter (N-05).
 */
export const figuresByOffice = (
  records: readonly CaseRecord[],
  input: FigureInput,
  over: readonly string[],
): readonly Figure[] =>
  over.length === 0 ? [] : officeFigures(records, contextOf(input, quarterAt(input.asOf, input.format.zone)), over)

/** In: as for the cards, a card's code, one of its months. Out: ids of the cases behind that point of its trend (B-01). */
export function casesOfMonth(
  records: readonly CaseRecord[],
  input: FigureInput,
  { code, month }: { readonly code: string; readonly month: string },
): readonly string[] {
  const context = contextOf(input, quarterAt(input.asOf, input.format.zone))
  const asked = monthsUntil(input.asOf, input.format.zone, months).filter((each) => each.month === month)
  return trendOf(records, context, asked).flatMap(({ figures }) => [...new Set(find(figures, code)?.cases)])
}

const find = (figures: readonly Figure[], code: string): Figure | undefined =>
  figures.find((figure) => figure.code === code && figure.by === undefined)

/** The moment from which facts are needed for cards of this moment. */
export const dashboardSince = (input: FigureInput) => {
  const { year, quarter } = quarterAt(input.asOf, input.format.zone)
  return quarterPeriod({ year: year - 1, quarter }, input.format.zone).from
}
