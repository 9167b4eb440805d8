import { describe, expect, test } from 'vitest'
import { effort } from '#test/support/effort.ts'
import { explain } from './explain.ts'
import { planOf } from './plan.ts'
import { tellMany } from './pool.ts'
import { tellStory } from './run-seed.ts'

// `npm run simulate` tells as many as one likes.
const seeds = effort === 1 ? 20 : 200 * effort
const length = 300

describe('stories of machines, a server, and everything that goes wrong between them', () => {
  test('the same seed tells the same story', async () => {
    const plan = planOf(3, 60)
    const [one, two] = [await tellStory(plan), await tellStory(plan)]
    expect(two.trace).toBe(one.trace)
    expect(one.lines.length).toBeGreaterThan(200)
    expect(one.commits).toBeGreaterThan(5)
  })

  test('a story that fails is told by the steps it takes, with what they break', async () => {
    const told = await explain(planOf(1, 30), { fault: 'ack before commit', tries: 8 })
    const lines = told.split('\n')
    expect(lines[0]).toMatch(/^seed 1 in \d+ steps:$/)
    expect(lines.indexOf('breaks:')).toBeLessThan(20)
    expect(lines.at(-1)).toMatch(/^ {2}S1 .* was answered before it was durable$/)
  })

  test('S11 S6 S8 machines that are behind lose nothing and replay what they parked once they are updated (seed 3402)', async () => {
    const plan = planOf(3402, length)
    expect(plan.older).toEqual([1, 4])
    expect((await tellStory(plan)).broken).toEqual([])
    const { broken } = await tellStory(plan, { staysBehind: true })
    expect(broken.filter((said) => /^S6 office-1: tables of \S+ are not the fold$/.test(said))).not.toEqual([])
  })

  test('R-09 S11 what a department’s own machine of a newer program wrote is no leak to it (seed 9051)', async () => {
    expect((await tellStory(planOf(9051, length))).broken).toEqual([])
  })

  test(
    `S1 S2 S3 S4 S5 S6 S7 S8 S9 S10 S11 S12 S13 S14 S15 S18 S19 R-09 every promise is kept in ${seeds} stories`,
    { timeout: 1_800_000 },
    async () => {
      let commits = 0
      const broken: number[] = []
      const heard = (story: { seed: number; broken: readonly string[]; commits: number }): boolean => {
        commits += story.commits
        if (story.broken.length > 0) broken.push(story.seed)
        return broken.length === 0
      }
      await tellMany({ from: 1, seeds, length, workers: 2, heard })
      const [first] = broken
      expect(broken, first === undefined ? '' : await explain(planOf(first, length))).toEqual([])
      console.log(`simulation: ${seeds} stories, ${commits} commits`)
      expect(commits).toBeGreaterThan(seeds * 50)
    },
  )
})
