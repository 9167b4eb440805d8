import { sql } from 'drizzle-orm'
import { blockAt, blockSize } from '#shared/domain/numbering/number-blocks.ts'
import { greatestSerial } from '#shared/domain/numbering/reference-number.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Tables, TablesTransaction } from '#server/log/tables.ts'
import type { NumberBlock } from './given-blocks.ts'
import { readFact, writeFact } from './server-facts.ts'
import { numberBlocks, numberCounters } from '#server/log/schema/device-tables.ts'

/**
 * SYNC-RECOVER-5: at least what a lost server may have given out after its backup, and a width that each restore draws:
 * nothing in a backup differs between its first restore and its second. Numbers of an office keep six digits.
 */
const skippedAtLeast = 100
export const restoreLots = 800

export interface AskedBlock {
  readonly unit: string
  readonly year: number
  readonly device: string
  readonly now: Instant
}

/**
 * The next block of an office's year, given once (SYNC-NUM-1), also where the database was put back since: `isFirst` notes a
 * block outside it, and says whether it is given for the first time. Refuses `numbers-exhausted`.
 */
export async function takeBlock(
  db: Tables,
  { unit, year, device, now }: AskedBlock,
  isFirst: (block: NumberBlock) => boolean,
): Promise<Result<{ readonly year: number; readonly from: number; readonly to: number }>> {
  return db.transaction(async (tx) => {
    let { from, to } = await nextBlock(tx, { unit, year })
    while (to <= greatestSerial && !isFirst({ unit, year, from })) ({ from, to } = await nextBlock(tx, { unit, year }))
    if (to > greatestSerial) return refuse('numbers-exhausted', { year })
    await tx.insert(numberBlocks).values({ unit, year, first: from, device, givenAt: now })
    return ok({ year, from, to })
  })
}

const nextBlock = async (tx: TablesTransaction, of: { unit: string; year: number }) =>
  blockAt((await count(tx, of)) - 1)

/** The counter's row is held until the end, so two that ask at once get two blocks. */
async function count(tx: TablesTransaction, { unit, year }: { unit: string; year: number }): Promise<number> {
  const rows = await tx
    .insert(numberCounters)
    .values({ unit, year, given: (await skippedIn(tx, year)) + 1 })
    .onConflictDoUpdate({
      target: [numberCounters.unit, numberCounters.year],
      set: { given: sql`${numberCounters.given} + 1` },
    })
    .returning({ given: numberCounters.given })
  return must(rows[0], 'a counter answers').given
}

/** A year that the copy of a restored server does not know may have been begun by the lost one. */
async function skippedIn(db: Tables | TablesTransaction, year: number): Promise<number> {
  const restoredIn = Number((await readFact(db, 'restored-in')) ?? 0)
  return year <= restoredIn ? Number((await readFact(db, 'skipped-blocks')) ?? skippedAtLeast) : 0
}

/**
 * Blocks up to and with this serial are taken: an office that goes up has given them out itself (SYNC-ENROL-3), or a
 * machine knows them from before the server was restored (SYNC-RECOVER-5).
 */
export async function countGivenSerial(
  db: Tables,
  { unit, year, serial }: { readonly unit: string; readonly year: number; readonly serial: number },
): Promise<void> {
  const given = Math.ceil(serial / blockSize)
  await db
    .insert(numberCounters)
    .values({ unit, year, given: Math.max(given, await skippedIn(db, year)) })
    .onConflictDoUpdate({
      target: [numberCounters.unit, numberCounters.year],
      set: { given: sql`greatest(${numberCounters.given}, ${given})` },
    })
}

/** After a restore: every office and year goes on further, as far as the lot says (SYNC-RECOVER-5). */
export async function skipBlocks(db: Tables | TablesTransaction, lot: number): Promise<void> {
  const skipped = skippedAtLeast + lot
  await writeFact(db, { name: 'skipped-blocks', value: String(skipped) })
  await db.update(numberCounters).set({ given: sql`${numberCounters.given} + ${skipped}` })
}
