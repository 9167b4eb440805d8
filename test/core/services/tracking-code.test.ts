import { createHmac } from 'node:crypto'
import { expect, test } from 'vitest'
import { openWritable } from '#core/store/driver.ts'
import { openReader } from '#core/store/open-store.ts'
import { lastSeq } from '#core/store/read-stream.ts'
import { writeSetting } from '#core/store/settings.ts'
import { storeFile } from '#core/store/store-file.ts'
import { projectedSeq } from '#core/store/tables.ts'
import { systemIds } from '#core/system-ports.ts'
import { openVault } from '#core/vault/vault.ts'
import { opened } from '#test/support/opened.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { testOffice } from '#test/support/test-office.ts'

const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'

interface Made {
  readonly case: string
  readonly reference: string
  readonly trackingCode: string
}

test('P-01 a receipt of an earlier program goes on finding its case: its code came of the key of the machine’s store', async () => {
  const office = await testOffice()
  const { key } = opened(await openVault(office.folder, { ids: systemIds }))
  const made = await office.call<Made>('intake.register', phoneForm())
  expect(await office.call('cases.get', { case: made.case })).toMatchObject({ trackingCode: made.trackingCode })
  // As if all that stands in the log so far had been written by that program.
  const db = openWritable({ file: storeFile(office.folder), key })
  db.transaction(() => writeSetting(db, 'tracking-own-until', 1000))
  db.close()
  const old = await office.call<Made>('intake.register', phoneForm())
  const digest = createHmac('sha256', key).update(`tracking ${old.case}`).digest()
  const printed = [...digest.subarray(0, 6)].map((byte) => alphabet[byte % alphabet.length]).join('')
  for (const text of [printed, old.trackingCode])
    expect(await office.call('cases.search', { text })).toMatchObject({ hits: [{ reference: old.reference }] })
  // Whoever checks the complainant sees both.
  expect(await office.call('cases.get', { case: old.case })).toMatchObject({
    trackingCode: `${old.trackingCode} / ${printed}`,
  })
})

test('P-01 S1 whoever registers gets number and code before the tables follow', async () => {
  const office = await testOffice()
  const { key } = opened(await openVault(office.folder, { ids: systemIds }))
  const reader = openReader({ folder: office.folder, key })
  const made = await office.call<Made>('intake.register', phoneForm())
  const onDisk = { log: lastSeq(reader), tables: projectedSeq(reader) }
  reader.close()
  expect(made.trackingCode).toHaveLength(6)
  expect(onDisk.tables).toBeLessThan(onDisk.log)
})
