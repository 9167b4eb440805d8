import { sql } from 'drizzle-orm'
import { blockAt, blockSize } from '#shared/domain/numbering/number-blocks.ts'
import { greatestSerial } from '#shared/domain/numbering/reference-number.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Tables, TablesTransaction } from '#server/log/tables.ts'
import { readFact } from './server-facts.ts'
import { numberBlocks, numberCounters } from '#server/log/schema/device-tables.ts'

/** SYNC-RECOVER-5: what a restored server may have given out after its backup. */
const skippedAfterRestore = 100

export interface AskedBlock {
  readonly unit: string
  readonly year: number
  readonly device: string
  readonly now: Instant
}

/** The next block of an office's year, given once (SYNC-NUM-1). Refuses `numbers-exhausted`. */
export async function takeBlock(
  db: Tables,
  { unit, year, device, now }: AskedBlock,
): Promise<Result<{ readonly year: number; readonly from: number; readonly to: number }>> {
  return db.transaction(async (tx) => {
    const { from, to } = blockAt((await count(tx, { unit, year })) - 1)
    if (to > greatestSerial) return refuse('numbers-exhausted', { year })
    await tx.insert(numberBlocks).values({ unit, year, first: from, device, givenAt: now })
    return ok({ year, from, to })
  })
}

/** The counter's row is held until the end, so two that ask at once get two blocks. */
async function count(tx: TablesTransaction, { unit, year }: { unit: string; year: number }): Promise<number> {
  // A year that the copy of a restored server does not know may have been begun by the lost one.
  const restoredIn = Number((await readFact(tx, 'restored-in')) ?? 0)
  const rows = await tx
    .insert(numberCounters)
    .values({ unit, year, given: year <= restoredIn ? skippedAfterRestore + 1 : 1 })
    .onConflictDoUpdate({
      target: [numberCounters.unit, numberCounters.year],
      set: { given: sql`${numberCounters.given} + 1` },
    })
    .returning({ given: numberCounters.given })
  return must(rows[0], 'a counter answers').given
}

/** Blocks up to and with this serial are taken: an office that goes up has given them out itself (SYNC-ENROL-3). */
export async function countGivenSerial(
  db: Tables,
  { unit, year, serial }: { readonly unit: string; readonly year: number; readonly serial: number },
): Promise<void> {
  const given = Math.ceil(serial / blockSize)
  await db
    .insert(numberCounters)
    .values({ unit, year, given })
    .onConflictDoUpdate({
      target: [numberCounters.unit, numberCounters.year],
      set: { given: sql`greatest(${numberCounters.given}, ${given})` },
    })
}

/** After a restore: every office and year that was ever counted goes on 100 blocks further (SYNC-RECOVER-5). */
export async function skipBlocks(db: Tables | TablesTransaction): Promise<void> {
  await db.update(numberCounters).set({ given: sql`${numberCounters.given} + ${skippedAfterRestore}` })
}
