import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import type { FoundBackup } from '#shared/contract/desktop/session.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { openOfficeFolder, testOffice } from '#test/support/test-office.ts'

afterEach(() => vi.unstubAllEnvs())

test('S12 a new machine offers the backups that lie where one would look, and none once it has an office', async () => {
  const home = temporaryFolder()
  vi.stubEnv('HOME', home)
  mkdirSync(join(home, 'Downloads'))
  const office = await testOffice()
  const path = join(home, 'Downloads', 'office.insaf-backup')
  await office.call('system.backup', { path })
  const empty = await openOfficeFolder({})
  const found = await empty.call<readonly FoundBackup[]>('setup.foundBackups', {}, '')
  expect(found.map((backup) => backup.path)).toContain(path)
  expect(await office.call('setup.foundBackups', {}, '')).toEqual([])
})

test('S12 a copy goes where its whole path says: a relative one is refused, and nothing is written', async () => {
  const office = await testOffice()
  expect(await office.refused('system.backup', { path: 'office.insaf-backup' })).toBe('backup-path-relative')
})
