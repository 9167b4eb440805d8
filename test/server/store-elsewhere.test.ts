import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { createServerKeys } from '#server/devices/server-key.ts'
import { openServer } from '#server/open-server.ts'
import { silentJournal } from '#server/system-ports.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

test('S2 a folder whose server keeps its data in PostgreSQL is not given a second, empty store', async () => {
  const folder = temporaryFolder()
  createServerKeys(folder)
  expect(await openServer({ folder, databaseUrl: null, journal: silentJournal })).toMatchObject({
    refusal: { code: 'server-store-elsewhere', params: { folder } },
  })
  expect(existsSync(join(folder, 'store'))).toBe(false)
})
