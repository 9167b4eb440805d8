import type { ReportChart } from '#shared/contract/desktop/report-model.ts'

/*
 * Where things stand in a chart, counted from its own start: the drawing turns the whole field round for right to left,
 * so nothing here knows of directions.
 */

export const field = { width: 640, height: 220, top: 10, bottom: 26, start: 44 } as const

/** In: the chart. Out: a round number at or above its largest, and the steps to it; cases are counted in whole steps. */
export function scaleOf(chart: ReportChart): { readonly top: number; readonly steps: readonly number[] } {
  const most = Math.max(0, ...scaledValues(chart))
  if (most === 0) return { top: 1, steps: [0, 1] }
  const isCount = chart.unit === 'count'
  const rough = isCount ? Math.max(1, most / 4) : most / 4
  const power = 10 ** Math.floor(Math.log10(rough))
  const factors = [1, 2, ...(isCount && power === 1 ? [] : [2.5]), 5, 10]
  const step = (factors.find((factor) => factor * power >= rough) ?? 10) * power
  const count = Math.ceil(most / step - 1e-9)
  return { top: step * count, steps: Array.from({ length: count + 1 }, (_, place) => place * step) }
}

/** In: chart. Out: all numbers the scale must hold; those of a stack are added up. */
export function scaledValues(chart: ReportChart): readonly number[] {
  if (chart.shape !== 'stacked-bar') return chart.series.flatMap((series) => series.values.map((value) => value ?? 0))
  return chart.categories.map((_, place) => chart.series.reduce((sum, series) => sum + (series.values[place] ?? 0), 0))
}

export const xOf = (place: number, count: number): number =>
  field.start + ((place + 0.5) * (field.width - field.start)) / Math.max(1, count)

export const yOf = (value: number, top: number): number =>
  field.height - field.bottom - (value / top) * (field.height - field.bottom - field.top)

/** In: values by category, top of the scale. Out: the path of a line that breaks where there is no figure. */
export function lineOf(values: readonly (number | null)[], top: number): string {
  let open = false
  return values
    .map((value, place) => {
      if (value === null) {
        open = false
        return ''
      }
      const step = `${open ? 'L' : 'M'}${xOf(place, values.length).toFixed(1)} ${yOf(value, top).toFixed(1)}`
      open = true
      return step
    })
    .join('')
}
