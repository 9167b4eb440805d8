/**
 * Brings a database to this program's tables: every file of `migrations/` once, in the order of its name, all in one
 * transaction. A database that knows more than this program was written by a newer one and is refused.
 */
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ClientBase } from 'pg'
import { assert } from '#shared/lib/assert.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'

interface Migration {
  readonly name: string
  readonly sql: string
  readonly hash: string
}

const folder = fileURLToPath(new URL('migrations/', import.meta.url))

/** Refuses: store-newer, store-damaged. `lock`: what keeps two processes from doing it at once, as SQL. */
export async function migrate(client: ClientBase, lock: string): Promise<Result<number>> {
  const known = shippedMigrations()
  await client.query('BEGIN')
  try {
    await client.query(lock)
    await client.query(
      'CREATE TABLE IF NOT EXISTS insaf_migrations (number integer PRIMARY KEY, name text NOT NULL, hash text NOT NULL)',
    )
    const result = await bringUp(client, known)
    await client.query(result.ok ? 'COMMIT' : 'ROLLBACK')
    return result
  } catch (error) {
    await client.query('ROLLBACK')
    throw error
  }
}

async function bringUp(client: ClientBase, known: readonly Migration[]): Promise<Result<number>> {
  const { rows } = await client.query<{ name: string; hash: string }>(
    'SELECT name, hash FROM insaf_migrations ORDER BY number',
  )
  if (rows.length > known.length) return refuse('store-newer', { found: rows.length, known: known.length })
  const changed = rows.find(({ name, hash }, index) => known[index]?.name !== name || known[index]?.hash !== hash)
  if (changed !== undefined) return refuse('store-damaged', { file: 'insaf_migrations', detail: changed.name })
  for (const [number, { name, sql, hash }] of known.entries()) {
    if (number < rows.length) continue
    await client.query(sql)
    const made = await client.query('INSERT INTO insaf_migrations (number, name, hash) VALUES ($1, $2, $3)', [
      number,
      name,
      hash,
    ])
    assert(made.rowCount === 1, 'a migration is noted')
  }
  return ok(known.length - rows.length)
}

function shippedMigrations(): readonly Migration[] {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .toSorted((left, right) => (left < right ? -1 : 1))
  return names.map((name) => {
    // A check-out may have changed the ends of lines.
    const sql = readFileSync(`${folder}${name}`, 'utf8').replaceAll('\r\n', '\n')
    return { name, sql, hash: createHash('sha256').update(sql).digest('hex') }
  })
}
