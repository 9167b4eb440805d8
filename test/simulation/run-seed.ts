import { createHash } from 'node:crypto'
import type { Plan } from './plan.ts'
import { brokenPromises } from './promises.ts'
import { closeWorld, createWorld, tell } from './world.ts'
import type { WorldOptions } from './world.ts'

export interface Told {
  readonly seed: number
  /** Same seed, same trace (hash of all that happened, in order). */
  readonly trace: string
  readonly lines: readonly string[]
  readonly broken: readonly string[]
  readonly commits: number
}

/** Tells one story and looks at every promise. */
export async function runPlan(plan: Plan, options: WorldOptions = {}): Promise<Told> {
  const world = await createWorld(plan, options)
  try {
    await tell(world)
    const broken = await brokenPromises(world)
    const { trace: lines } = world.scheduler
    const trace = createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16)
    return { seed: plan.seed, trace, lines, broken, commits: world.saved.length }
  } finally {
    closeWorld(world)
  }
}
