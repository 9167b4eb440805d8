import type { FaultName } from './faults.ts'
import type { Plan } from './plan.ts'
import { tellStory } from './run-seed.ts'
import { shrink } from './shrink.ts'

/** In: a story that breaks a promise, a bound on tries. Out: the steps that it takes, and what they break, to be read. */
export async function explain(plan: Plan, { fault = null, tries = 60 }: Explaining = {}): Promise<string> {
  const breaks = async (steps: Plan['steps']): Promise<boolean> =>
    (await tellStory({ ...plan, steps }, fault)).broken.length > 0
  const steps = await shrink(plan.steps, breaks, tries)
  const { broken } = await tellStory({ ...plan, steps }, fault)
  const lines = steps.map(({ after, step }) => `  +${after} ${JSON.stringify(step)}`)
  return [
    `seed ${plan.seed} in ${steps.length} steps:`,
    ...lines,
    'breaks:',
    ...broken.slice(0, 10).map((said) => `  ${said}`),
  ].join('\n')
}

interface Explaining {
  readonly fault?: FaultName | null
  readonly tries?: number
}
