import { afterAll, expect, it } from 'vitest'
import { must } from '#shared/lib/assert.ts'
import { createPostgresPool } from '#server/log/postgres/create-pool.ts'
import { streamOf } from '#server/log/postgres/send-together.ts'
import { realPostgres } from '#test/support/real-postgres.ts'

const postgres = await realPostgres()
afterAll(() => postgres?.stop())

it.skipIf(postgres === null).each(['url', 'nearUrl'] as const)(
  'SYNC-APPEND-10 what is asked of PostgreSQL at once leaves in one write, and is answered in order; %s',
  async (way) => {
    const pool = createPostgresPool(must(postgres, 'skipped without')[way])
    const client = await pool.connect()
    await client.query('SELECT 0')
    const stream = streamOf(client)
    let writes = 0
    for (const name of ['_write', '_writev'] as const) {
      const write = must(stream[name], 'a socket writes').bind(stream) as (...args: unknown[]) => void
      Object.assign(stream, { [name]: (...args: unknown[]) => ((writes += 1), write(...args)) })
    }
    const ask = async (number: number) => (await client.query(`SELECT ${number} AS n`)).rows[0] as unknown
    const answers = await Promise.all([1, 2, 3].map(ask))
    expect([answers, writes]).toEqual([[{ n: 1 }, { n: 2 }, { n: 3 }], 1])
    // A fault stays with its question, and the next turn is not held.
    const fault = client.query('SELECT 1/0').then(
      () => 'answered',
      () => 'failed',
    )
    expect(await Promise.all([fault, ask(4)])).toEqual(['failed', { n: 4 }])
    expect(await ask(5)).toEqual({ n: 5 })
    client.release()
    await pool.end()
  },
)
