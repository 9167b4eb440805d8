import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { createAttachmentStore } from '#core/attachments/attachment-store.ts'
import { findBlob, forgetBlobs } from '#core/store/blob-queue.ts'
import { openWritable } from '#core/store/driver.ts'
import type { WritableDb } from '#core/store/driver.ts'
import { storeFile } from '#core/store/store-file.ts'
import { fetchBlob } from '#core/sync-client/carry-blob.ts'
import { systemIds } from '#core/system-ports.ts'
import { openVault } from '#core/vault/vault.ts'
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import { opened } from '#test/support/opened.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { temporaryStore } from '#test/support/temporary-store.ts'
import { testOffice } from '#test/support/test-office.ts'

/* The case of a file is withdrawn while the file is on its way (seed 172 of the stories with files). */

const stream = 'case:018f0000-0000-7000-8000-000000000001'
const bytes = Buffer.from('encrypted bytes of a letter')
const address = createHash('sha256').update(bytes).digest('hex')

const insertBlob = (db: WritableDb): void =>
  db.transaction(
    () =>
      void db.run(
        "INSERT INTO blob_queue (address, stream, place, direction, size, state) VALUES (?, ?, 1, 'down', ?, 'waiting')",
        address,
        stream,
        bytes.length,
      ),
  )

/** In: what the line does behind the first half. Out: what is left of the file on the disk. */
async function leftOf(goOn: (db: WritableDb, folder: string) => AsyncGenerator<Uint8Array>) {
  const folder = temporaryFolder()
  const { db } = temporaryStore().store
  insertBlob(db)
  async function* source() {
    yield bytes.subarray(0, 10)
    yield* goOn(db, folder)
  }
  const never = () => Promise.resolve(refuse('sync-unreachable', { detail: 'down only' }))
  const wire = { begin: never, held: never, send: never, isDurable: never, fetch: () => Promise.resolve(ok(source())) }
  const files = createAttachmentStore(folder)
  const hold = { db, files, wire, onMoved: () => {}, isEnded: () => false }
  const fetched = await fetchBlob(hold, must(findBlob(db, address), 'a file waits'))
  return {
    isFetched: fetched.ok,
    isBegun: existsSync(join(folder, 'arriving', address)),
    isHere: await files.has(address),
  }
}

const withdraw = (db: WritableDb): void => db.transaction(() => forgetBlobs(db, stream, null))

it('SYNC-MERGE-6 SYNC-BLOB-1 the beginning of a file whose fetching was cut goes with its case, and stays without that (R-09)', async () => {
  const cut = new Error('the line is cut')
  const withdrawn = await leftOf(async function* (db) {
    withdraw(db)
    yield await Promise.reject<Uint8Array>(cut)
  })
  expect(withdrawn).toEqual({ isFetched: false, isBegun: false, isHere: false })
  const kept = await leftOf(async function* () {
    yield await Promise.reject<Uint8Array>(cut)
  })
  expect(kept).toEqual({ isFetched: false, isBegun: true, isHere: false })
})

it('SYNC-MERGE-6 a file that came whole while its case went does not stay (R-09)', async () => {
  const withdrawn = await leftOf(async function* (db) {
    withdraw(db)
    yield await Promise.resolve(bytes.subarray(10))
  })
  expect(withdrawn).toEqual({ isFetched: true, isBegun: false, isHere: false })
})

it('SYNC-MERGE-6 the beginning of a file whose case went while the program died is swept at the next start; one that waits stays', async () => {
  const office = await testOffice({ background: true })
  await office.close()
  const { key } = opened(await openVault(office.folder, { ids: systemIds }))
  const db = openWritable({ file: storeFile(office.folder), key })
  insertBlob(db)
  db.close()
  const arriving = join(office.folder, 'files', 'arriving')
  const other = 'b'.repeat(64)
  mkdirSync(arriving, { recursive: true })
  for (const name of [address, other]) writeFileSync(join(arriving, name), bytes.subarray(0, 10))
  await office.reopen()
  await expect.poll(() => readdirSync(arriving)).toEqual([address])
})
