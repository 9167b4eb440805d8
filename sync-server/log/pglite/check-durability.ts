import type { Pool } from 'pg'
import { assert } from '#shared/lib/assert.ts'
import { ok, refuse, type Result } from '#shared/lib/result.ts'

/**
 * At each start: a commit is written and must have reached the disk before its answer. An update of PGlite or of the
 * machine that quietly ends this is noticed here, not after the first loss of power. Refuses: server-disk-unsafe.
 */
export async function checkDurability(pool: Pool, syncs: () => number, folder: string): Promise<Result<null>> {
  const before = syncs()
  const written = await pool.query('UPDATE insaf_migrations SET name = name WHERE number = 0')
  assert(written.rowCount === 1, 'the first migration is noted')
  return syncs() > before ? ok(null) : refuse('server-disk-unsafe', { folder })
}
