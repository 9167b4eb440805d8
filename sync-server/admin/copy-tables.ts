/** Every table of the server as rows of JSON, whichever store holds them: bytes come as `\x…` and go in the same way. */
import { sql } from 'drizzle-orm'
import type { TablesTransaction } from '#server/log/tables.ts'

const rowsAtOnce = 1000

/** All tables but the list of migrations, in the order of their names. */
export async function tableNames(tx: TablesTransaction): Promise<readonly string[]> {
  const { rows } = await tx.execute<{ name: string }>(sql`
    SELECT table_name AS name FROM information_schema.tables
    WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' AND table_name <> 'insaf_migrations'
    ORDER BY table_name`)
  return rows.map(({ name }) => name)
}

export async function migrationNames(tx: TablesTransaction): Promise<readonly string[]> {
  const { rows } = await tx.execute<{ name: string }>(sql`SELECT name FROM insaf_migrations ORDER BY number`)
  return rows.map(({ name }) => name)
}

/** The rows of a table, many at a time, each a JSON text; inside a transaction that sees one state. */
export async function* readRows(tx: TablesTransaction, table: string): AsyncGenerator<readonly string[]> {
  const name = sql.identifier(table)
  await tx.execute(sql`DECLARE copied NO SCROLL CURSOR FOR SELECT to_json(t)::text AS row FROM ${name} AS t`)
  for (;;) {
    const { rows } = await tx.execute<{ row: string }>(sql.raw(`FETCH ${rowsAtOnce} FROM copied`))
    if (rows.length === 0) break
    yield rows.map(({ row }) => row)
  }
  await tx.execute(sql`CLOSE copied`)
}

/**
 * Puts rows back as they were, with the numbers that the store had drawn. A star stands here alone: whichever table it is, the
 * function gives rows of that table's own type, so its columns are the table's in its own order, and one that is missing is NULL.
 */
export async function insertRows(tx: TablesTransaction, table: string, rows: readonly string[]): Promise<void> {
  const name = sql.identifier(table)
  const json = `[${rows.join(',')}]`
  await tx.execute(sql`
    INSERT INTO ${name} OVERRIDING SYSTEM VALUE SELECT * FROM json_populate_recordset(NULL::${name}, ${json}::json)`)
}

/** Numbers that the store draws itself go on behind the highest that came in. */
export async function continueIdentities(tx: TablesTransaction): Promise<void> {
  const { rows } = await tx.execute<{ table: string; column: string }>(sql`
    SELECT table_name AS table, column_name AS column FROM information_schema.columns
    WHERE table_schema = current_schema() AND is_identity = 'YES'`)
  for (const { table, column } of rows)
    await tx.execute(sql`
      SELECT setval(pg_get_serial_sequence(${table}, ${column}),
        (SELECT coalesce(max(${sql.identifier(column)}), 0) + 1 FROM ${sql.identifier(table)}), false)`)
}
