import { bigint, pgTable, text } from 'drizzle-orm/pg-core'

/** Files that are whole and durable on the server (SYNC-BLOB-2); their bytes lie in the folder, by address. */
export const blobs = pgTable('blobs', {
  address: text().primaryKey(),
  bytes: bigint({ mode: 'number' }).notNull(),
  device: text().notNull(),
  storedAt: text('stored_at').notNull(),
})
