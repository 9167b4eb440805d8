import { createHash } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createAttachmentStore } from '#core/attachments/attachment-store.ts'
import { findBlob } from '#core/store/blob-queue.ts'
import { fetchBlob } from '#core/sync-client/carry-blob.ts'
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { temporaryStore } from '#test/support/temporary-store.ts'

const bytes = Buffer.from('encrypted bytes of a letter')
const address = createHash('sha256').update(bytes).digest('hex')
const stream = 'case:018f0000-0000-7000-8000-000000000001'

it('SYNC-BLOB-1 S5 of a file no more is taken than it has: whoever answers without end does not fill the disk', async () => {
  const folder = temporaryFolder()
  const { db } = temporaryStore().store
  db.transaction(
    () =>
      void db.run(
        "INSERT INTO blob_queue (address, stream, place, direction, size, state) VALUES (?, ?, 1, 'down', ?, 'waiting')",
        address,
        stream,
        bytes.length,
      ),
  )
  let sent = 0
  async function* source() {
    // Without end, but for this test: 64 MiB of a file of 27 bytes.
    for (; sent < 64; sent += 1) yield await Promise.resolve(new Uint8Array(1024 * 1024))
    throw new Error('cut')
  }
  const never = () => Promise.resolve(refuse('sync-unreachable', { detail: 'down only' }))
  const wire = { begin: never, held: never, send: never, isDurable: never, fetch: () => Promise.resolve(ok(source())) }
  const hold = { db, files: createAttachmentStore(folder), wire, onMoved: () => {}, isEnded: () => false }
  await fetchBlob(hold, must(findBlob(db, address), 'a file waits'))
  const path = join(folder, 'arriving', address)
  const left = existsSync(path) ? statSync(path).size : 0
  expect([sent <= 2, left < 1024 * 1024]).toEqual([true, true])
})
