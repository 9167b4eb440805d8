import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import { expect } from 'vitest'
import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import type { VerifyReport } from '#shared/contract/desktop/system.ts'
import { openDatabase } from '#server/log/open-database.ts'
import { opened } from '#test/support/opened.ts'
import type { JoinedWorld, Machine } from './joined-world.ts'
import type { ServerProcess } from './server-process.ts'

/** Rounds until no machine has anything to send or to take. */
export async function everythingQuiet({ machines }: JoinedWorld): Promise<void> {
  for (let tries = 0; tries < 60; tries += 1) {
    let isQuiet = true
    for (const machine of machines) isQuiet = (await isCaughtUp(machine)) && isQuiet
    if (isQuiet) return
    await wait(100)
  }
  throw new Error('the machines do not come to rest')
}

async function isCaughtUp({ core }: Machine): Promise<boolean> {
  const { counts, feeds, link, files } = await core.call<SyncStatus>('sync.now')
  const isSent = counts.pending === 0 && counts.sent === 0
  return isSent && files.waiting === 0 && link.kind === 'online' && feeds.every(({ cursor, end }) => cursor === end)
}

/** S8: every replica has the hash that the server has for the same audience; all chains and feeds prove (S15). */
export async function sameEverywhere({ server, machines }: JoinedWorld): Promise<void> {
  for (const { name, unit, core } of machines) {
    const own = await core.call<object>('system.stateHash')
    expect({ name, ...own }).toEqual({ name, ...(await server.administer<object>('state-hash', { unit })) })
    expect((await core.call<VerifyReport>('system.verify')).problems).toEqual([])
    const { counts } = await core.call<SyncStatus>('sync.status')
    expect({ name, ...counts }).toMatchObject({ name, held: 0, refused: 0, conflict: 0, void: 0 })
  }
  expect(await server.administer('verify', {})).toMatchObject({ ok: true, findings: [] })
}

export interface ServersLog {
  readonly ids: readonly string[]
  /** Texts of notes. */
  readonly notes: readonly string[]
  readonly references: readonly string[]
  /** An event that one feed shows more than once as new. */
  readonly shownTwice: readonly string[]
}

/** What the server's log holds, read from its store when nobody serves it. */
export async function readServersLog({ folder, databaseUrl }: ServerProcess): Promise<ServersLog> {
  const place =
    databaseUrl === null
      ? ({ kind: 'pglite', folder: join(folder, 'store') } as const)
      : ({ kind: 'postgres', url: databaseUrl } as const)
  const database = opened(await openDatabase(place))
  const texts = async (query: string): Promise<readonly string[]> =>
    (await database.db.execute<{ text: string }>(sql.raw(query))).rows.map(({ text }) => text)
  const json = (column: string): string => `convert_from(${column}, 'UTF8')::jsonb`
  const typed = (type: string): string => `events WHERE ${json('envelope')} ->> 'type' = '${type}'`
  try {
    return {
      ids: await texts('SELECT id::text AS text FROM events'),
      notes: await texts(`SELECT ${json('private')} -> 'value' ->> 'text' AS text FROM ${typed('note_added')}`),
      references: await texts(`SELECT ${json('facts')} ->> 'reference' AS text FROM ${typed('registered')}`),
      shownTwice: await texts(
        `SELECT feed || ' ' || (event ->> 'id') AS text
         FROM (SELECT feed, ${json('header')} AS header FROM entries) AS read,
           LATERAL jsonb_array_elements(coalesce(header -> 'events', '[]')) AS event
         WHERE header ->> 'kind' = 'commit' GROUP BY feed, event ->> 'id' HAVING count(*) > 1`,
      ),
    }
  } finally {
    await database.close()
  }
}
