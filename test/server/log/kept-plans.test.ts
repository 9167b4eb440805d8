import { sql } from 'drizzle-orm'
import { Client } from 'pg'
import { afterAll, expect, it, onTestFinished } from 'vitest'
import { must } from '#shared/lib/assert.ts'
import { openDatabase } from '#server/log/open-database.ts'
import { keepPlans } from '#server/log/postgres/keep-plans.ts'
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

it.skipIf(postgres === null)(
  'N-05 texts that are asked again and again keep their plans, however many others came once before them; no name is given twice',
  async () => {
    const client = new Client({ connectionString: must(postgres, 'skipped without').url })
    await client.connect()
    onTestFinished(() => client.end())
    keepPlans(client)
    const ask = async (text: string, times: number): Promise<void> => {
      for (let time = 0; time < times; time += 1) await client.query({ text, values: ['1'] })
    }
    const kept = async (): Promise<readonly string[]> =>
      (await client.query<{ statement: string }>('SELECT statement FROM pg_prepared_statements')).rows.map(
        ({ statement }) => statement,
      )
    for (let form = 0; form < 150; form += 1) await ask(`SELECT $1::text AS once_${form}`, 1)
    await ask('SELECT $1::text AS often', 5)
    expect(await kept()).toEqual(['SELECT $1::text AS often'])
    for (let form = 0; form < 150; form += 1) await ask(`SELECT $1::text AS again_${form}`, 4)
    const all = await kept()
    expect([all.length, new Set(all).size, all.includes('SELECT $1::text AS often')]).toEqual([100, 100, true])
  },
)
