import { createHash } from 'node:crypto'
import { faults } from './faults.ts'
import type { Fault, FaultName } from './faults.ts'
import type { Plan } from './plan.ts'
import { brokenPromises } from './promises.ts'
import { closeWorld, createWorld, tell } from './world.ts'
import type { RealLog } from './world.ts'

export interface Told {
  readonly seed: number
  /** Same seed, same trace (hash of all that happened, in order). */
  readonly trace: string
  readonly lines: readonly string[]
  readonly broken: readonly string[]
  readonly commits: number
}

/** Tells one story and looks at every promise; what fails on the way breaks it too. */
export async function tellStory(
  plan: Plan,
  fault: FaultName | Fault | null = null,
  real: RealLog | null = null,
): Promise<Told> {
  const world = createWorld(plan, typeof fault === 'string' ? faults[fault] : (fault ?? {}), real)
  const broken: string[] = []
  try {
    await tell(world)
    broken.push(...(await brokenPromises(world)))
  } catch (error) {
    broken.push(error instanceof Error ? (error.stack ?? error.message) : String(error))
  }
  closeWorld(world)
  const { trace: lines } = world.scheduler
  const trace = createHash('sha256').update(lines.join('\n')).digest('hex').slice(0, 16)
  return { seed: plan.seed, trace, lines, broken, commits: world.saved.length }
}
