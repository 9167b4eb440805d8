import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { openCore } from '#core/core.ts'
import { newConnection } from '#core/services/connection.ts'
import { storeFile } from '#core/store/store-file.ts'
import { opened } from '#test/support/opened.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

it('SYNC-ENROL-3 S1 a joining that finds a store made meanwhile is refused, and takes nothing away', async () => {
  const folder = temporaryFolder()
  // While the key chain is asked, another process makes its office.
  const wrap = (secret: Uint8Array) => {
    writeFileSync(storeFile(folder), 'another office')
    return Promise.resolve(secret)
  }
  const secrets = { backend: 'test', wrap, unwrap: (wrapped: Uint8Array) => Promise.resolve(wrapped) }
  const core = opened(await openCore({ dataDir: folder, background: false, ports: { secrets } }))
  onTestFinished(() => core.close())
  const asked = { url: 'http://127.0.0.1:9', code: 'ABCD-EFGH-JKLM' }
  const joined = await core.call('sync.join', asked, newConnection('cli'))
  expect(joined).toMatchObject({ ok: false, error: { code: 'store-exists' } })
  expect(readFileSync(storeFile(folder), 'utf8')).toBe('another office')
  expect(existsSync(join(folder, 'keys.json'))).toBe(false)
})
