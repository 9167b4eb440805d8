import { rmSync } from 'node:fs'
import { expect, it } from 'vitest'
import { openWritable } from '#core/store/driver.ts'
import { markedId } from '#core/store/marked-id.ts'
import { allMigrations } from '#core/store/migrations/all-migrations.ts'
import { migrate } from '#core/store/open-store.ts'
import { storeFile } from '#core/store/store-file.ts'
import { verifyStore } from '#core/store/verify.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { temporaryStore } from '#test/support/temporary-store.ts'

it('0008 SYNC-PUSH-4 one event with two contents: an id may be marked by its own content and given back, and nothing else of it changes', () => {
  const made = temporaryStore()
  made.store.close()
  for (const suffix of ['', '-wal', '-shm']) rmSync(storeFile(made.folder) + suffix, { force: true })
  const before = openWritable({ file: storeFile(made.folder), key: made.key, create: true })
  migrate(before, allMigrations.slice(0, 7), 0)
  const { device, publicKey } = made.chain
  before.run('INSERT INTO chains (device, epoch, public_key, opened_after) VALUES (?, 1, ?, 0)', device, publicKey)
  before.close()
  const { db } = made.reopen()
  made.append({})
  const stored = db.get<{ id: string; content: Uint8Array }>('SELECT id, content_hash AS content FROM events')
  const { id, content } = stored ?? { id: '', content: new Uint8Array() }
  const rename = (to: string) => () => db.run('UPDATE events SET id = ?', to)
  expect(rename(`${id}~`)).toThrow('never changes')
  expect(rename(markedId(id, '00'.repeat(32)))).toThrow('never changes')
  rename(markedId(id, toHex(content)))()
  expect(verifyStore(db).findings).toEqual([])
  expect(rename('another')).toThrow('never changes')
  rename(id)()
  expect(verifyStore(db).findings).toEqual([])
})
