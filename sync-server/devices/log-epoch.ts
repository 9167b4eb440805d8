/**
 * The life of the log (SYNC-RECOVER-1). It is another after each restore, so that machines send again what the log lacks;
 * and every office's numbers go on further, because the lost server may have given out what the log does not know of, and
 * so may another restore of it (SYNC-RECOVER-5). It stands in the database: several servers on it are one.
 */
import { eq, sql } from 'drizzle-orm'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { serverFacts } from '#server/log/schema/device-tables.ts'
import type { Tables, TablesTransaction } from '#server/log/tables.ts'
import { readFact, writeFact } from './server-facts.ts'
import { skipBlocks } from './take-numbers.ts'

export const readLogEpoch = async (db: Tables): Promise<number> => Number(await readFact(db, 'log-epoch'))

/** The same, to be asked with another question. */
export const logEpochNow = sql<string>`(SELECT ${serverFacts.value} FROM ${serverFacts} WHERE ${serverFacts.name} = 'log-epoch')`

export interface Restore {
  /** The highest log epoch that is known. */
  readonly before: number
  readonly now: Instant
  /** Drawn for this restore: 0 … `restoreLots` - 1. */
  readonly lot: number
}

/** Out: an epoch that no other restore of this log had or will have: machines know by it that a history is another. */
export async function beginLogEpoch(tx: TablesTransaction, { before, now, lot }: Restore): Promise<number> {
  const logEpoch = Math.max(before + 1, Date.parse(now))
  await writeFact(tx, { name: 'log-epoch', value: String(logEpoch) })
  await writeFact(tx, { name: 'restored-in', value: now.slice(0, 4) })
  await skipBlocks(tx, lot)
  return logEpoch
}

/**
 * Opens a log epoch behind the one that is `known` to have ended. Where another call or another server was first with it,
 * that one's stands. Out: the epoch that stands now, and whether it was opened here.
 */
export async function openLogEpoch(
  db: Tables,
  { known, ...restore }: Restore & { readonly known: number },
): Promise<{ readonly logEpoch: number; readonly isOpened: boolean }> {
  return db.transaction(async (tx) => {
    const rows = await tx
      .select({ value: serverFacts.value })
      .from(serverFacts)
      .where(eq(serverFacts.name, 'log-epoch'))
      .for('update')
    const standing = Number(rows[0]?.value)
    if (standing !== known) return { logEpoch: standing, isOpened: false }
    return { logEpoch: await beginLogEpoch(tx, restore), isOpened: true }
  })
}
