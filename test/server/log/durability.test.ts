import { cpSync, rmSync } from 'node:fs'
import { Client } from 'pg'
import { describe, expect, it, onTestFinished } from 'vitest'
import { must } from '#shared/lib/assert.ts'
import { openDatabase } from '#server/log/open-database.ts'
import type { ServerLog } from '#server/log/server-log.ts'
import { opened } from '#test/support/opened.ts'
import { pgliteFolder } from '#test/support/pglite-folder.ts'
import { debianBinaries, postgresUser, realPostgres, runServer } from '#test/support/real-postgres.ts'
import { slowStart } from './contract.ts'
import { append, makeCommit, newFeed, newStream } from './log-fixture.ts'
import { chownTree } from '#test/support/chown-tree.ts'

/** As a loss of power would leave it: what the files hold at this moment, the process still running. */
function copyNow(folder: string): string {
  const copy = `${folder}-copy`
  cpSync(folder, copy, { recursive: true })
  onTestFinished(() => rmSync(copy, { recursive: true, force: true }))
  return copy
}

const appendOne = async (log: ServerLog, stream: string): Promise<void> => {
  await append(log, makeCommit([stream]), [newFeed()])
}

const answers = 10

describe('on PGlite', () => {
  it(
    'SYNC-APPEND-1 the disk was waited for before each answer, and a copy taken at that moment holds the event',
    async () => {
      const folder = await pgliteFolder()
      onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
      const database = opened(await openDatabase({ kind: 'pglite', folder }))
      const syncs = (): number => must(database.syncs(), 'PGlite counts')
      const stream = newStream()
      for (let turn = 0; turn < answers; turn += 1) {
        const before = syncs()
        await appendOne(database.log, stream)
        expect(syncs()).toBeGreaterThan(before)
      }
      const copy = copyNow(folder)
      await database.close()
      const restored = opened(await openDatabase({ kind: 'pglite', folder: copy }))
      expect((await restored.log.read((log) => log.readEvents([stream]))).length).toBe(answers)
      await restored.close()
    },
    slowStart,
  )
})

const postgres = await realPostgres()
const binaries = debianBinaries()

describe.skipIf(postgres === null)('on PostgreSQL', () => {
  it(
    'SYNC-APPEND-1 the disk was waited for before each answer, and a copy taken at that moment holds the event',
    async () => {
      const { url, folder, stop } = must(postgres, 'skipped without')
      onTestFinished(stop)
      const database = opened(await openDatabase({ kind: 'postgres', url }))
      const before = await walSyncs(url)
      const watcher = await connected(url)
      const stream = newStream()
      for (let turn = 0; turn < answers; turn += 1) {
        const { end } = await one<{ end: string }>(watcher, 'SELECT pg_current_wal_insert_lsn()::text AS "end"')
        await appendOne(database.log, stream)
        const flushed = `SELECT pg_wal_lsn_diff(pg_current_wal_flush_lsn(), '${end}')::int AS bytes`
        expect(
          (await one<{ bytes: number }>(watcher, flushed)).bytes,
          'on the disk behind what was there before',
        ).toBeGreaterThan(0)
      }
      await watcher.end()
      const copy = folder === null ? null : copyNow(folder)
      await database.close()
      // A connection reports its counts when it ends.
      expect((await walSyncs(url)) - before).toBeGreaterThanOrEqual(answers)
      if (copy === null || binaries === null) return
      chownTree(copy, postgresUser())
      const restored = await runServer(binaries, copy)
      const again = opened(await openDatabase({ kind: 'postgres', url: restored.url }))
      expect((await again.log.read((log) => log.readEvents([stream]))).length).toBe(answers)
      await again.close()
      await restored.stop()
    },
    slowStart,
  )
})

async function connected(url: string): Promise<Client> {
  const client = new Client({ connectionString: url })
  await client.connect()
  return client
}

async function one<Row extends object>(client: Client, query: string): Promise<Row> {
  return must((await client.query<Row>(query)).rows[0], 'one row')
}

async function walSyncs(url: string): Promise<number> {
  const client = await connected(url)
  const { count } = await one<{ count: number }>(client, 'SELECT wal_sync::int AS count FROM pg_stat_wal')
  await client.end()
  return count
}
