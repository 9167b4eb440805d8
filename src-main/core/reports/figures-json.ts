import { definitionsVersion } from '#shared/domain/indicators/catalogue.ts'
import type { Figure, Split } from '#shared/domain/indicators/figure.ts'
import type { Period } from '#shared/domain/indicators/period.ts'
import type { ReportInput } from './report-input.ts'

/** One figure as `figures.json` gives it: a stable handle for outside readers. */
export interface PublishedFigure {
  readonly code: string
  readonly by?: Readonly<Record<string, string>>
  readonly value: number | null
  readonly unit: Figure['unit']
  readonly numerator: number | null
  readonly denominator: number | null
  readonly provisional: boolean
}

/** In: a figure. Out: what is published of it: no ids of cases, departments and offices by their code. */
export function publishedFigure(
  { code, by, value, unit, numerator, denominator, provisional }: Figure,
  { names }: Pick<ReportInput, 'names'>,
): PublishedFigure {
  const split = by === undefined ? {} : { by: publishedSplit(by, names.departments) }
  return { code, ...split, value, unit, numerator, denominator, provisional }
}

function publishedSplit(by: Split, departments: ReportInput['names']['departments']): Readonly<Record<string, string>> {
  const entries = Object.entries(by).map(([key, code]) => [
    key,
    key === 'department' || key === 'office' ? (departments[code]?.code ?? code) : code,
  ])
  return Object.fromEntries(entries) as Record<string, string>
}

/** In: input, period, figures. Out: the text of `figures.json`, one figure a line. */
export function figuresJson(input: ReportInput, { from, to }: Period, figures: readonly Figure[]): string {
  const head = { kind: input.kind, from, to, asOf: input.asOf, definitions: definitionsVersion }
  const lines = figures.map((figure) => JSON.stringify(publishedFigure(figure, input)))
  return `${JSON.stringify(head).slice(0, -1)},"figures":[\n${lines.join(',\n')}\n]}\n`
}
