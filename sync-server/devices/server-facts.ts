import { eq } from 'drizzle-orm'
import type { Tables, TablesTransaction } from '#server/log/tables.ts'
import { serverFacts } from '#server/log/schema/device-tables.ts'

/** `server-id`, `log-epoch`, `public-key` (hexadecimal), `restored-in` (a year), `skipped-blocks` (by that restore). */
export type FactName = 'server-id' | 'log-epoch' | 'public-key' | 'restored-in' | 'skipped-blocks'

export async function readFact(db: Tables | TablesTransaction, name: FactName): Promise<string | null> {
  const rows = await db.select({ value: serverFacts.value }).from(serverFacts).where(eq(serverFacts.name, name))
  return rows[0]?.value ?? null
}

export async function writeFact(
  db: Tables | TablesTransaction,
  { name, value }: { readonly name: FactName; readonly value: string },
): Promise<void> {
  await db.insert(serverFacts).values({ name, value }).onConflictDoUpdate({ target: serverFacts.name, set: { value } })
}
