import { figureCatalogue } from '#shared/domain/indicators/catalogue.ts'
import type { Goal } from '#shared/domain/lists/goals.ts'
import { asText, joined, same } from './field.ts'
import type { Field } from './field.ts'

const said = (code: string, value: number): string =>
  figureCatalogue[code]?.unit === 'ratio' ? `${value / 100}%` : String(value)

/** In: the goals of figures. Out: each as a field of its period, with who approved it when (K-07, G-06). */
export const goalsFields = (goals: readonly Goal[]): readonly Field[] =>
  goals.map(({ code, year, quarter, value, approvedBy, approvedAt }) => {
    const period = quarter === null ? String(year) : `${year} Q${quarter}`
    return {
      key: `${code} ${period}`,
      label: joined(figureCatalogue[code]?.name ?? same(code), same(period)),
      value: asText(`${said(code, value)} (${approvedBy}, ${approvedAt})`),
    }
  })
