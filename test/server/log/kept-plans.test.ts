import { sql } from 'drizzle-orm'
import { afterAll, expect, it } from 'vitest'
import { must } from '#shared/lib/assert.ts'
import { openDatabase } from '#server/log/open-database.ts'
import { readStatements } from '#server/log/postgres/read-statements.ts'
import { writeStatements } from '#server/log/postgres/write-statements.ts'
import { opened } from '#test/support/opened.ts'
import { realPostgres } from '#test/support/real-postgres.ts'

const postgres = await realPostgres()
afterAll(() => postgres?.stop())

it.skipIf(postgres === null)('N-05 a plan that is kept from a log’s first minutes reads no table through', async () => {
  const { url } = must(postgres, 'skipped without')
  const database = opened(await openDatabase({ kind: 'postgres', url }))
  const asked = [...Object.values(readStatements), writeStatements.lockStreams, writeStatements.takeFeeds]
  const plans = await database.write(async ({ db }) => {
    await db.execute(sql`SET LOCAL plan_cache_mode = force_generic_plan`)
    const found: Record<string, string> = {}
    for (const { name, text } of asked) {
      const given = Math.max(0, ...[...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number)))
      await db.execute(sql.raw(`PREPARE young AS ${text}`))
      const values = Array.from({ length: given }, () => 'NULL').join(', ')
      const plan = await db.execute(sql.raw(`EXPLAIN EXECUTE young${given === 0 ? '' : `(${values})`}`))
      found[name] = plan.rows.map((row) => Object.values(row)[0]).join('\n')
      await db.execute(sql.raw('DEALLOCATE young'))
    }
    return found
  })
  expect(Object.keys(plans)).toHaveLength(asked.length)
  expect(Object.entries(plans).filter(([, plan]) => plan.includes('Seq Scan'))).toEqual([])
  await database.close()
})
