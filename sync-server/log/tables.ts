import type { NodePgDatabase } from 'drizzle-orm/node-postgres'

/** Tables of other rooms than the log (see `open-database.ts`). */
export type Tables = NodePgDatabase
export type TablesTransaction = Parameters<Parameters<Tables['transaction']>[0]>[0]
