import type { z } from 'zod'
import { assert } from '#shared/lib/assert.ts'
import type { ReadableDb, WritableDb } from './driver.ts'

/** What a handle read last of a setting: most are asked for far more often than they change, some with every case. */
interface Read {
  readonly text: string
  readonly schema: z.ZodType
  readonly value: unknown
}

const reads = new WeakMap<ReadableDb, Map<string, Read>>()

/** Facts of this machine that are nobody else's business: device, numbers, which tables file is current. */
export function readSetting<T>(db: ReadableDb, key: string, schema: z.ZodType<T>): T | null {
  const text = db.value<string>('SELECT value FROM settings WHERE key = ?', key)
  if (text === undefined) return null
  const last = reads.get(db)?.get(key)
  if (last?.text === text && last.schema === schema) return last.value as T
  const value = schema.parse(JSON.parse(text))
  remember(db, key, { text, schema, value })
  return value
}

function remember(db: ReadableDb, key: string, read: Read): void {
  const known = reads.get(db)
  if (known === undefined) reads.set(db, new Map([[key, read]]))
  else known.set(key, read)
}

export function writeSetting(db: WritableDb, key: string, value: unknown): void {
  const text = JSON.stringify(value)
  const { changes } = db.run(
    'INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
    key,
    text,
  )
  assert(changes === 1, 'a setting is one row')
  // Where the transaction is undone, the text that stands is another again, and is read.
  const last = reads.get(db)?.get(key)
  if (last !== undefined) remember(db, key, { ...last, text, value })
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
