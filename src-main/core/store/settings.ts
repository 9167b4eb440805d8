import type { z } from 'zod'
import { assert } from '#shared/lib/assert.ts'
import type { ReadableDb, WritableDb } from './driver.ts'

/** Facts of this machine that are nobody else's business: device, numbers, which tables file is current. */
export function readSetting<T>(db: ReadableDb, key: string, schema: z.ZodType<T>): T | null {
  const text = db.value<string>('SELECT value FROM settings WHERE key = ?', key)
  return text === undefined ? null : schema.parse(JSON.parse(text))
}

export function writeSetting(db: WritableDb, key: string, value: unknown): void {
  const { changes } = db.run(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    JSON.stringify(value),
  )
  assert(changes === 1, 'a setting is one row')
}

/** Every setting whose key begins so, by the rest of its key. */
export function readSettings<T>(db: ReadableDb, prefix: string, schema: z.ZodType<T>): ReadonlyMap<string, T> {
  const rows = db.all<{ key: string; value: string }>(
    'SELECT key, value FROM settings WHERE key >= ? AND key < ?',
    prefix,
    `${prefix}\u{10FFFF}`,
  )
  return new Map(rows.map(({ key, value }) => [key.slice(prefix.length), schema.parse(JSON.parse(value))]))
}

export function removeSetting(db: WritableDb, key: string): void {
  db.run('DELETE FROM settings WHERE key = ?', key)
}
