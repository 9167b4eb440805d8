import { availableParallelism } from 'node:os'
import { parseArgs } from 'node:util'
import { explain } from './explain.ts'
import { planOf } from './plan.ts'
import { tellMany } from './pool.ts'
import { tellStory } from './run-seed.ts'

/*
 * `npm run simulate -- --seeds N [--from S] [--workers W]`: so many stories; the first that breaks a promise is cut down to
 * the steps it needs and printed. Same seed, same story. `--on`: goes on behind it and only names the others.
 */
const { values } = parseArgs({
  options: {
    seeds: { type: 'string' },
    from: { type: 'string' },
    workers: { type: 'string' },
    trace: { type: 'boolean' },
    on: { type: 'boolean' },
  },
})
const [seeds, from] = [Number(values.seeds ?? 100), Number(values.from ?? 1)]
const workers = Number(values.workers ?? availableParallelism())
const length = 300

let [commits, stories] = [0, 0]
const broken: number[] = []

await tellMany({
  from,
  seeds,
  workers,
  length,
  heard: (story) => {
    commits += story.commits
    stories += 1
    if (stories % 100 === 0) console.error(`${stories} stories`)
    if (story.broken.length === 0) return true
    broken.push(story.seed)
    console.log(`seed ${story.seed} breaks:\n  ${story.broken.slice(0, 10).join('\n  ')}`)
    return values.on === true
  },
})
if (values.trace === true) console.log((await tellStory(planOf(from, length))).lines.join('\n'))
const [first] = broken.toSorted((left, right) => left - right)
if (first !== undefined && values.on !== true) console.log(await explain(planOf(first, length)))
process.exitCode = first === undefined ? 0 : 2
const end = first === undefined ? 'clean' : `${broken.length} broken`
console.log(`${end}: ${stories} stories from seed ${from} on, ${commits} commits saved`)
