import { parseArgs } from 'node:util'
import { planOf } from './plan.ts'
import { runPlan } from './run-seed.ts'
import { shrink } from './shrink.ts'

/*
 * `npm run simulate -- --seeds N [--from S]`: so many stories; the first that breaks a promise is cut down to the steps it
 * needs and printed. Same seed, same story.
 */
const { values } = parseArgs({
  options: { seeds: { type: 'string' }, from: { type: 'string' }, trace: { type: 'boolean' } },
})
const [seeds, from] = [Number(values.seeds ?? 100), Number(values.from ?? 1)]

async function told(plan: Parameters<typeof runPlan>[0]): Promise<Awaited<ReturnType<typeof runPlan>>> {
  return runPlan(plan).catch((error: unknown) => ({
    seed: plan.seed,
    trace: '',
    lines: [],
    broken: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
    commits: 0,
  }))
}

let commits = 0
for (let seed = from; seed < from + seeds; seed += 1) {
  const plan = planOf(seed)
  const story = await told(plan)
  commits += story.commits
  if (values.trace === true) console.log(story.lines.join('\n'))
  if (story.broken.length === 0) continue
  console.log(`seed ${seed} breaks:\n  ${story.broken.slice(0, 10).join('\n  ')}`)
  const steps = await shrink(plan.steps, async (some) => (await told({ ...plan, steps: some })).broken.length > 0, 60)
  console.log(
    `in ${steps.length} steps:\n${steps.map(({ after, step }) => `  +${after} ${JSON.stringify(step)}`).join('\n')}`,
  )
  process.exitCode = 2
  break
}
console.log(
  `${process.exitCode === 2 ? 'stopped' : 'clean'}: seeds ${from} to ${from + seeds - 1}, ${commits} commits saved`,
)
