/** One server of several does a piece of work at a time, by a row that it renews (SYNC-DUTY-1). */
import { and, eq, sql } from 'drizzle-orm'
import { leases } from '#server/log/schema/lease-tables.ts'
import type { Tables } from '#server/log/tables.ts'

export interface Lease {
  readonly name: string
  readonly holder: string
}

/** Takes or renews. Out: whether the holder has it now. The database's clock counts: servers' own may differ. */
export async function takeLease(db: Tables, { name, holder }: Lease, seconds: number): Promise<boolean> {
  const until = sql`now() + make_interval(secs => ${seconds})`
  const held = await db
    .insert(leases)
    .values({ name, holder, until })
    .onConflictDoUpdate({
      target: leases.name,
      set: { holder, until },
      setWhere: sql`${leases.holder} = ${holder} OR ${leases.until} < now()`,
    })
    .returning({ holder: leases.holder })
  return held.length > 0
}

/** Another may take it at once. */
export async function endLease(db: Tables, { name, holder }: Lease): Promise<void> {
  await db.delete(leases).where(and(eq(leases.name, name), eq(leases.holder, holder)))
}
