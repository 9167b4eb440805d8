import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '#server/log/open-database.ts'
import { opened } from '#test/support/opened.ts'
import { logContract } from './contract.ts'

logContract('PGlite', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'insaf-pglite-'))
  const database = opened(await openDatabase({ kind: 'pglite', folder }))
  return {
    logs: [database.log],
    close: async () => {
      await database.close()
      rmSync(folder, { recursive: true, force: true })
    },
  }
})
