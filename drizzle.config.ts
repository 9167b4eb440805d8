import { defineConfig } from 'drizzle-kit'

/** `npx drizzle-kit generate --name WHAT` writes the next migration from the tables; it never speaks to a database. */
export default defineConfig({
  dialect: 'postgresql',
  schema: './sync-server/log/schema/*-tables.ts',
  out: './sync-server/log/migrations',
})
