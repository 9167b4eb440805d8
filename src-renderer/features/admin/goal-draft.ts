import type { GoalsInput } from '#shared/contract/desktop/admin.ts'
import { figureCatalogue } from '#shared/domain/indicators/catalogue.ts'
import { goalCodes } from '#shared/domain/indicators/headline-figures.ts'
import type { Goal } from '#shared/domain/lists/goals.ts'

export type GoalCode = (typeof goalCodes)[number]

/** Goals being typed for one period: numbers as people say them, null where there is none. */
export interface GoalDraft {
  readonly numbers: Readonly<Record<GoalCode, number | null>>
  readonly approvedBy: string
  readonly approvedAt: string | null
}

export interface GoalPeriod {
  readonly year: number
  readonly quarter: number | null
}

/** How many of the whole number that is kept make one of what is typed: percent, hours, pieces. */
export const goalScale = (code: GoalCode): number => {
  const unit = figureCatalogue[code]?.unit
  return unit === 'ratio' ? 100 : unit === 'minutes' ? 60 : 1
}

const ofPeriod = (goals: readonly Goal[], { year, quarter }: GoalPeriod): readonly Goal[] =>
  goals.filter((goal) => goal.year === year && goal.quarter === quarter)

/** In: goals that stand, a period. Out: its goals as they are typed; who approved them is asked anew. */
export function goalDraft(goals: readonly Goal[], period: GoalPeriod): GoalDraft {
  const own = ofPeriod(goals, period)
  const numbers = Object.fromEntries(
    goalCodes.map((code) => {
      const goal = own.find((each) => each.code === code)
      return [code, goal === undefined ? null : goal.value / goalScale(code)]
    }),
  ) as GoalDraft['numbers']
  return { numbers, approvedBy: '', approvedAt: null }
}

/** In: period, what was typed. Out: the input, or null while it is not said who approved the goals when. */
export function goalsInput(period: GoalPeriod, { numbers, approvedBy, approvedAt }: GoalDraft): GoalsInput | null {
  if (approvedBy.trim() === '' || approvedAt === null) return null
  const values = goalCodes.flatMap((code) => {
    const typed = numbers[code]
    return typed === null ? [] : [{ code, value: Math.round(typed * goalScale(code)) }]
  })
  return { ...period, approvedBy: approvedBy.trim(), approvedAt, values }
}
