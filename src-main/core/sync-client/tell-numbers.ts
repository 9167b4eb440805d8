import { NumberBlocks } from '#shared/domain/numbering/number-blocks.ts'
import { firstDrawnSerial } from '#shared/domain/numbering/continue-after-restore.ts'
import { ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import { readSetting } from '#core/store/settings.ts'
import type { SyncClient } from './client.ts'
import type { Membership } from './membership.ts'

/**
 * Tells a restored server what this machine knows to be given of its office's numbers: its own blocks, and the numbers of
 * the office's cases that it holds, whoever registered them. The server goes on above it (SYNC-RECOVER-5, R-01).
 */
export async function tellNumbers(client: SyncClient, { unit }: Membership): Promise<Result<null>> {
  if (unit.kind !== 'office' && unit.kind !== 'central') return ok(null)
  const { db, tablesReady } = client.store
  const blocks = blocksHeld(db)
  const numbers = [...new Set([...client.numberYears(), ...blocks.keys()])].flatMap((year) => {
    const ofCases = tablesReady ? highestOfCases(db, `${unit.code}-${String(year % 100).padStart(2, '0')}-`) : 0
    const highest = Math.max(blocks.get(year) ?? 0, ofCases)
    return highest > 0 ? [{ year, highest }] : []
  })
  return numbers.length === 0 ? ok(null) : client.wire.tellNumbers(numbers)
}

/** Year → the end of its last block. Places that restores drew are no blocks of the server's. */
function blocksHeld(db: ReadableDb): ReadonlyMap<number, number> {
  const rows = db.all<{ key: string }>("SELECT key FROM settings WHERE key LIKE 'numbers:%'")
  const years = rows.flatMap(({ key }) => readSetting(db, key, NumberBlocks) ?? [])
  return new Map(
    years.map(({ year, blocks, reserve }) => {
      const held = reserve === null ? blocks : [...blocks, reserve]
      return [year, Math.max(0, ...held.map(({ to }) => to).filter((to) => to < firstDrawnSerial))]
    }),
  )
}

/** A number is read up to its check digit. */
const highestOfCases = (db: ReadableDb, prefix: string): number =>
  db.value<number | null>(
    `SELECT max(serial) FROM (SELECT CAST(substr(reference, ?) AS INTEGER) AS serial FROM case_rows
       WHERE reference > ? AND reference < ?) WHERE serial < ?`,
    prefix.length + 1,
    prefix,
    `${prefix}:`,
    firstDrawnSerial,
  ) ?? 0
