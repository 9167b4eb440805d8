import { expect, test } from 'vitest'
import { must } from '#shared/lib/assert.ts'
import { parseCanonical } from '#shared/sync/canonical-json.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import type { ServerLog } from '#server/log/server-log.ts'
import { effort } from '#test/support/effort.ts'
import type { Fault } from './faults.ts'
import { startMs } from './sim-keys.ts'
import { crowdOf } from './plan.ts'
import type { Plan } from './plan.ts'
import { brokenPromises } from './promises.ts'
import { closeWorld, createWorld, serve, tell } from './world.ts'

/*
 * S13: one story told three times, by clocks that are right and by clocks of ten years before and after the server's. In
 * whole weeks, so that nobody comes to work on a day off. What the server writes by its own clock (duties) is left out.
 */
const tenYearsMs = 522 * 7 * 86_400_000

interface Judged {
  /** Of each feed: the commits of people by their number in the story, in the server's order. */
  readonly order: readonly string[]
  readonly outcomes: readonly string[]
  readonly broken: readonly string[]
}

/** A strict case's feed is named after its id, which holds its author's time. */
const named = (feed: FeedName): string => (feed.startsWith('case:') ? 'case' : feed)

async function judged(plan: Plan, fault: Fault = {}): Promise<Judged> {
  const world = createWorld(plan, fault)
  await tell(world)
  const numbers = new Map(world.saved.map(({ commit }, number) => [commit, number]))
  const read = await serve(world, () =>
    world.server.engine.log.read(async (log) => {
      const order: string[] = []
      for (const { feed } of await log.allFeedEnds())
        for (const { header } of await log.readEntries({ feed, after: 0, limit: 1_000_000 })) {
          const { commit } = parseCanonical(header) as { commit?: string }
          const number = commit === undefined ? undefined : numbers.get(commit)
          if (number !== undefined) order.push(`${named(feed)} ${number}`)
        }
      const stored = await log.readCommits([...numbers.keys()])
      return {
        order,
        outcomes: stored.map(({ commit, outcome }) => `${numbers.get(commit)} ${outcome.kind}`).toSorted(),
      }
    }),
  )
  const broken = await brokenPromises(world)
  closeWorld(world)
  return { ...must(read, 'the server answers'), broken }
}

const skewed = (plan: Plan, byMs: number): Plan => ({ ...plan, skews: plan.skews.map((skew) => skew + byMs) })

/** One story tells it in `npm test`; the others take minutes. */
test.for(effort === 1 ? [1] : [1, 2, 3, 4])(
  'S13 clocks wrong by ten years change no order and no acceptance; seed %i',
  { timeout: 300_000 },
  async (seed) => {
    const plan = crowdOf(seed, 4, 12)
    const right = await judged(plan)
    expect(right.order.length).toBeGreaterThan(30)
    expect(right.outcomes.length).toBeGreaterThan(20)
    expect(right.broken).toEqual([])
    for (const byMs of [-tenYearsMs, tenYearsMs]) expect(await judged(skewed(plan, byMs))).toEqual(right)
  },
)

/** A server that takes nothing of which the author says that it is not yet: an id tells its author's time. */
const believesClocks = (log: ServerLog): ServerLog => ({
  ...log,
  write: (work) =>
    log.write((writer) =>
      work({
        ...writer,
        insertCommits: (commits) =>
          writer.insertCommits(
            commits.map((each) =>
              Number.parseInt(each.commit.replace('-', '').slice(0, 12), 16) > startMs + tenYearsMs / 2
                ? { ...each, outcome: { kind: 'void' } }
                : each,
            ),
          ),
      }),
    ),
})

test('S13 a server that believes its machines’ clocks is found', { timeout: 300_000 }, async () => {
  const plan = crowdOf(1, 4, 12)
  const fault = { log: believesClocks }
  const [right, later] = [await judged(plan, fault), await judged(skewed(plan, tenYearsMs), fault)]
  expect(later.outcomes).not.toEqual(right.outcomes)
})
