import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { must } from '#shared/lib/assert.ts'
import { openDatabase } from '#server/log/open-database.ts'
import type { Database } from '#server/log/open-database.ts'
import type { ServerLog } from '#server/log/server-log.ts'
import { effort } from '#test/support/effort.ts'
import { realPostgres } from '#test/support/real-postgres.ts'
import { crowdOf } from './plan.ts'
import { tellStory } from './run-seed.ts'

// The order in which PostgreSQL lets them in is its own: what each does follows from the seed, how they meet does not.
const seeds = effort === 1 ? 3 : 6 * effort
const writers = 12

/** A log that says whether it is at work. */
function counted(log: ServerLog) {
  let [running, most] = [0, 0]
  const count = async <T>(work: Promise<T>): Promise<T> => {
    running += 1
    most = Math.max(most, running)
    try {
      return await work
    } finally {
      running -= 1
    }
  }
  return {
    log: {
      ...log,
      write: (work) => count(log.write(work)),
      read: (work) => count(log.read(work)),
    } satisfies ServerLog,
    isBusy: () => running > 0,
    most: () => most,
  }
}

async function empty(url: string): Promise<void> {
  const client = new Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ name: string }>(
    "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public'",
  )
  await client.query(`TRUNCATE ${rows.map(({ name }) => name).join(', ')}`)
  await client.end()
}

const postgres = await realPostgres()

describe.skipIf(postgres === null)('stories on a real PostgreSQL', () => {
  let database: Database
  beforeAll(async () => {
    const opened = await openDatabase({ kind: 'postgres', url: must(postgres, 'not skipped').url })
    if (!opened.ok) throw new Error(opened.refusal.code)
    database = opened.value
  })
  afterAll(async () => {
    await database.close()
    await postgres?.stop()
  })

  test(
    `SYNC-APPEND-10 S1 S2 S3 S4 S7 S8 S15 R-09 every promise is kept in ${seeds} stories of ${writers} machines that write at once`,
    { timeout: 900_000 },
    async () => {
      let [commits, most] = [0, 0]
      for (let seed = 1; seed <= seeds; seed += 1) {
        await empty(must(postgres, 'not skipped').url)
        const real = counted(database.log)
        const story = await tellStory(crowdOf(seed, writers, 8), null, real)
        most = Math.max(most, real.most())
        expect(story.broken, `seed ${seed}`).toEqual([])
        commits += story.commits
      }
      console.log(`simulation on PostgreSQL: ${seeds} stories, ${commits} commits, up to ${most} transactions at once`)
      expect(most).toBeGreaterThanOrEqual(writers / 2)
      expect(commits).toBeGreaterThan(seeds * writers)
    },
  )
})
