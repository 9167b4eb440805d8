import { afterAll, describe } from 'vitest'
import { must } from '#shared/lib/assert.ts'
import { openDatabase } from '#server/log/open-database.ts'
import { realPostgres } from '#test/support/real-postgres.ts'
import { opened } from '#test/support/opened.ts'
import { logContract } from './contract.ts'

const postgres = await realPostgres()
afterAll(() => postgres?.stop())

/** Three server processes on one database, as far as the database can tell. */
describe.skipIf(postgres === null)('on a real PostgreSQL', () => {
  logContract('PostgreSQL', async () => {
    const { url } = must(postgres, 'skipped without')
    const databases = await Promise.all(
      [1, 2, 3].map(async () => opened(await openDatabase({ kind: 'postgres', url }))),
    )
    return {
      logs: databases.map(({ log }) => log),
      close: async () => void (await Promise.all(databases.map((database) => database.close()))),
    }
  })
})
