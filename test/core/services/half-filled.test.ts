import { expect, test } from 'vitest'
import { readReferenceData } from '#core/services/reference-data.ts'
import { openWritable } from '#core/store/driver.ts'
import { storeFile } from '#core/store/store-file.ts'
import { systemIds } from '#core/system-ports.ts'
import { openVault } from '#core/vault/vault.ts'
import { opened } from '#test/support/opened.ts'
import { testOffice } from '#test/support/test-office.ts'

test('SYNC-SNAP-2 an office whose settings have come and whose limits have not is not filled yet, and no fault', async () => {
  const office = await testOffice()
  await office.close()
  const { key } = opened(await openVault(office.folder, { ids: systemIds }))
  const db = openWritable({ file: storeFile(office.folder), key })
  // As if these had not come yet: in a log nothing is ever altered.
  const guards = db.all<{ name: string }>(
    "SELECT name FROM sqlite_schema WHERE type = 'trigger' AND tbl_name = 'events'",
  )
  for (const { name } of guards) db.exec(`DROP TRIGGER ${name}`)
  expect(db.run("UPDATE events SET stream = 'later:' || stream WHERE stream LIKE 'targets:%'").changes).toBe(1)
  expect(readReferenceData(db)).toBeNull()
  db.run("UPDATE events SET stream = 'later:' || stream WHERE type = 'settings.set'")
  expect(readReferenceData(db)).toBeNull()
  db.close()
})
