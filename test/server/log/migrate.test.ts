import { Client } from 'pg'
import { afterAll, describe, expect, it } from 'vitest'
import { must } from '#shared/lib/assert.ts'
import { openDatabase } from '#server/log/open-database.ts'
import { opened } from '#test/support/opened.ts'
import { realPostgres } from '#test/support/real-postgres.ts'

const postgres = await realPostgres()
afterAll(() => postgres?.stop())

async function onDatabase(statement: string): Promise<void> {
  const client = new Client({ connectionString: must(postgres, 'skipped without').url })
  await client.connect()
  await client.query(statement)
  await client.end()
}

const open = (): ReturnType<typeof openDatabase> =>
  openDatabase({ kind: 'postgres', url: must(postgres, 'skipped without').url })

describe.skipIf(postgres === null)('the schema of a database', () => {
  it('SYNC-VER-2 is made once, also by servers that start together, and found as it is at the next start', async () => {
    const together = await Promise.all([open(), open(), open()])
    for (const result of together) await opened(result).close()
    await opened(await open()).close()
  })

  it('SYNC-VER-2 of a newer server is refused and left alone', async () => {
    await onDatabase(`INSERT INTO insaf_migrations (number, name, hash) VALUES (9999, '9999_later.sql', 'x')`)
    const refused = await open()
    expect(refused.ok ? null : refused.refusal.code).toBe('store-newer')
    await onDatabase('DELETE FROM insaf_migrations WHERE number = 9999')
    await opened(await open()).close()
  })

  it('SYNC-VER-2 with another text of a migration than ours is refused', async () => {
    await onDatabase(`UPDATE insaf_migrations SET hash = 'x' || hash WHERE number = 0`)
    const refused = await open()
    expect(refused.ok ? null : refused.refusal.code).toBe('store-damaged')
  })
})

it('SYNC-APPEND-1 a database that cannot be reached is refused in plain words', async () => {
  const refused = await openDatabase({ kind: 'postgres', url: 'postgres://nobody@127.0.0.1:1/none' })
  expect(refused.ok ? null : refused.refusal.code).toBe('server-database-unreachable')
})
