import { z } from 'zod'
import { UnitId } from '#shared/domain/access/events.ts'
import { LocalDate } from '#shared/domain/clock/local-date.ts'

/** What the institution wants a figure to reach in a year or one of its quarters, and who approved that when (K-07). */
export const Goal = z.object({
  code: z.string().min(1).max(40),
  year: z.int().min(2000).max(2100),
  /** Null: the whole year, and each quarter that has none of its own. */
  quarter: z.int().min(1).max(4).nullable(),
  /** A whole number, as facts hold no fractions: of a ratio its ten-thousandths, else the count or the working minutes. */
  value: z.int().min(0).max(10_000_000),
  approvedBy: z.string().trim().min(1).max(200),
  approvedAt: LocalDate,
})
export type Goal = z.infer<typeof Goal>

export const GoalsSet = z.object({ office: UnitId, goals: z.array(Goal).max(2000) })

/** In: a goal's whole number, whether its figure is a ratio. Out: the number that the figure is compared with. */
export const goalValue = (value: number, isRatio: boolean): number => (isRatio ? value / 10_000 : value)

interface OfPeriod {
  readonly year: number
  readonly quarter: number
}

/** In: all goals, a quarter. Out: figure code → the whole number it should reach then; a quarter's own goes before the year's. */
export function goalsIn(goals: readonly Goal[], { year, quarter }: OfPeriod): Readonly<Record<string, number>> {
  const valuesOf = (of: number | null) =>
    goals
      .filter((goal) => goal.year === year && goal.quarter === of)
      .map(({ code, value }): readonly [string, number] => [code, value])
  return Object.fromEntries([...valuesOf(null), ...valuesOf(quarter)])
}

const isOf = (goal: Goal, { year, quarter }: Pick<Goal, 'year' | 'quarter'>): boolean =>
  goal.year === year && goal.quarter === quarter

/**
 * In: goals that stand, those of one period as they are wanted now. Out: all goals after it. What keeps its value keeps
 * its approval; what is not named any more is no goal.
 */
export function withGoals(
  standing: readonly Goal[],
  period: Pick<Goal, 'year' | 'quarter'>,
  wanted: readonly Goal[],
): readonly Goal[] {
  const before = standing.filter((goal) => isOf(goal, period))
  const kept = (goal: Goal): Goal =>
    before.find(({ code, value }) => code === goal.code && value === goal.value) ?? { ...goal, ...period }
  return [...standing.filter((goal) => !isOf(goal, period)), ...wanted.map(kept)]
}
