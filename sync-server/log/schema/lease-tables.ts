import { pgTable, text, timestamp } from 'drizzle-orm/pg-core'

/** Work that one of several servers does: who, and until when by the database's own clock (SYNC-DUTY-1). */
export const leases = pgTable('leases', {
  name: text('name').primaryKey(),
  holder: text('holder').notNull(),
  until: timestamp('until', { withTimezone: true }).notNull(),
})
