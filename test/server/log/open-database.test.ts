import { eq } from 'drizzle-orm'
import { afterAll, expect, it } from 'vitest'
import { must } from '#shared/lib/assert.ts'
import { openDatabase } from '#server/log/open-database.ts'
import { duties } from '#server/log/schema/log-tables.ts'
import { opened } from '#test/support/opened.ts'
import { realPostgres } from '#test/support/real-postgres.ts'
import { appendAll, makeCommit, newFeed, newStream } from './log-fixture.ts'

const postgres = await realPostgres()
afterAll(() => postgres?.stop())

it.skipIf(postgres === null)(
  'SYNC-APPEND-1 events and the tables of other rooms are written in one transaction, or neither is',
  async () => {
    const { url } = must(postgres, 'skipped without')
    const database = opened(await openDatabase({ kind: 'postgres', url }))
    const both = (stream: string, isWhole: boolean): Promise<void> =>
      database.write(async ({ log, db }) => {
        await appendAll(log, [makeCommit([stream])], [newFeed()])
        await db.insert(duties).values({ key: stream })
        if (!isWhole) throw new Error('stopped')
      })
    const found = async (stream: string): Promise<readonly number[]> => [
      (await database.log.read((log) => log.readEvents([stream]))).length,
      (await database.db.select().from(duties).where(eq(duties.key, stream))).length,
    ]
    const [whole, undone] = [newStream(), newStream()]
    await both(whole, true)
    await expect(both(undone, false)).rejects.toThrow('stopped')
    expect(await found(whole)).toEqual([1, 1])
    expect(await found(undone)).toEqual([0, 0])
    await database.close()
  },
)
