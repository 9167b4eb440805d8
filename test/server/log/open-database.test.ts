import { rmSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { eq, sql } from 'drizzle-orm'
import { afterAll, expect, it, onTestFinished } from 'vitest'
import { must } from '#shared/lib/assert.ts'
import { openDatabase } from '#server/log/open-database.ts'
import { duties, streams } from '#server/log/schema/log-tables.ts'
import { opened } from '#test/support/opened.ts'
import { pgliteFolder } from '#test/support/pglite-folder.ts'
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

it.skipIf(postgres === null)(
  'SYNC-APPEND-1 what is on the disk is answered, whatever a work does once it is told: its fault stands in the journal',
  async () => {
    const { url } = must(postgres, 'skipped without')
    const told: unknown[] = []
    const [quiet, feeds] = [() => undefined, [newFeed(), newFeed(), newFeed()]]
    const journal = { info: quiet, warn: quiet, error: (...line: readonly unknown[]) => void told.push(line) }
    const database = opened(await openDatabase({ kind: 'postgres', url }, journal))
    const said: string[] = []
    const end = database.log.onAppended((moved) => void said.push(...moved))
    const write = (feed: (typeof feeds)[number], fails: boolean): Promise<string> =>
      database.write(async ({ log }) => {
        log.onDurable(() => {
          if (fails) throw new Error('a name of somebody')
        })
        log.onDurable(() => void said.push(`after ${feed}`))
        await appendAll(log, [makeCommit([newStream()])], [feed])
        return feed
      })
    expect(await Promise.all(feeds.map((feed, at) => write(feed, at === 1)))).toEqual(feeds)
    expect(new Set(said)).toEqual(new Set(feeds.flatMap((feed) => [feed, `after ${feed}`])))
    expect(told).toEqual([['after a commit', { error: expect.stringMatching(/^Error\n\s+at /) }]])
    expect(JSON.stringify(told)).not.toContain('somebody')
    end()
    await database.close()
  },
)

it.skipIf(postgres === null)(
  'SYNC-LINK-6 what is asked behind a commit sees it, and whoever follows hears the answer with the append',
  async () => {
    const { url } = must(postgres, 'skipped without')
    const database = opened(await openDatabase({ kind: 'postgres', url }))
    const [stream, feed] = [newStream(), newFeed()]
    const heard: (readonly [readonly string[], Promise<string> | null])[] = []
    const end = database.follow({
      question: async (db) => {
        const found = await db.select().from(streams).where(eq(streams.stream, stream))
        return found.map((row) => `${row.stream} ${row.length}`).join()
      },
      hear: (feeds, answer) => void heard.push([feeds, answer]),
    })
    const write = () => database.write(({ log }) => appendAll(log, [makeCommit([stream])], [feed]))
    await write()
    expect(heard).toEqual([[[feed], expect.any(Promise)]])
    expect(await heard[0]?.[1]).toBe(`${stream} 1`)
    end()
    await write()
    expect(heard).toHaveLength(1)
    await database.close()
  },
)

it.skipIf(postgres === null)(
  'SYNC-APPEND-1 a connection that ends while a transaction is open fails that transaction alone',
  async () => {
    const database = opened(await openDatabase({ kind: 'postgres', url: must(postgres, 'skipped without').url }))
    const writing = database.write(async ({ db }) => {
      const { rows } = await db.execute<{ pid: number }>(sql`SELECT pg_backend_pid() AS pid`)
      await database.db.execute(sql`SELECT pg_terminate_backend(${rows[0]?.pid ?? 0})`)
      // Nobody asks anything while it ends.
      await sleep(200)
      await db.select().from(duties)
    })
    await expect(writing).rejects.toThrow('Failed query')
    const stream = newStream()
    await database.write(({ log }) => appendAll(log, [makeCommit([stream])], [newFeed()]))
    expect(await database.log.read((log) => log.readEvents([stream]))).toHaveLength(1)
    await database.close()
  },
)

it('SYNC-LINK-6 behind PGlite nothing is asked behind a commit, and whoever follows hears of it all the same', async () => {
  const folder = await pgliteFolder()
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  const database = opened(await openDatabase({ kind: 'pglite', folder }))
  const feed = newFeed()
  const heard: unknown[] = []
  database.follow({ question: () => Promise.reject(new Error('asked')), hear: (...told) => void heard.push(told) })
  await database.write(({ log }) => appendAll(log, [makeCommit([newStream()])], [feed]))
  expect(heard).toEqual([[[feed], null]])
  await database.close()
})
