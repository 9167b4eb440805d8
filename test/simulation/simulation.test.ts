import { describe, expect, test } from 'vitest'
import { effort } from '#test/support/effort.ts'
import { planOf } from './plan.ts'
import { runPlan } from './run-seed.ts'

// A story takes seconds; `npm run simulate` tells as many as one likes.
const seeds = 3 * effort
const length = 150

describe('stories of machines, a server, and everything that goes wrong between them', () => {
  test('the same seed tells the same story', async () => {
    const short = { ...planOf(3), steps: planOf(3).steps.slice(0, 60) }
    const [one, two] = [await runPlan(short), await runPlan(short)]
    expect(two.trace).toBe(one.trace)
    expect(one.lines.length).toBeGreaterThan(200)
    expect(one.commits).toBeGreaterThan(5)
  })

  test(`S1 S2 S3 S4 S6 S7 S8 S10 S15 R-09 every promise is kept in ${seeds} stories`, async () => {
    let commits = 0
    for (let seed = 1; seed <= seeds; seed += 1) {
      const story = await runPlan(planOf(seed, length))
      expect(story.broken, `seed ${seed}`).toEqual([])
      commits += story.commits
    }
    console.log(`simulation: ${seeds} stories, ${commits} commits`)
    expect(commits).toBeGreaterThan(seeds * 10)
  }, 900_000)
})
