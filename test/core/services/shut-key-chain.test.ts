import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openCore } from '#core/core.ts'
import { newConnection } from '#core/services/connection.ts'
import { opened } from '#test/support/opened.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

it('SYNC-ENROL-3 S10 a key chain that does not answer at the next try keeps who the machine is', async () => {
  const folder = temporaryFolder()
  let isLocked = false
  const secrets = {
    backend: 'test',
    wrap: (secret: Uint8Array) => Promise.resolve(secret),
    unwrap: (wrapped: Uint8Array) => Promise.resolve(isLocked ? null : wrapped),
  }
  const join1 = async () => {
    const core = opened(await openCore({ dataDir: folder, background: false, ports: { secrets } }))
    const asked = { url: 'http://127.0.0.1:9', code: 'ABCD-EFGH-JKLM' }
    const joined = (await core.call('sync.join', asked, newConnection('cli'))) as { error?: { code: string } }
    await core.close()
    return joined.error?.code
  }
  const deviceIn = (name: string) =>
    existsSync(join(folder, name))
      ? (JSON.parse(readFileSync(join(folder, name), 'utf8')) as { device: { id: string } }).device.id
      : null
  expect(await join1()).toBe('sync-unreachable')
  const first = deviceIn('joining.json')
  expect(first).not.toBeNull()
  isLocked = true
  await join1()
  isLocked = false
  await join1()
  expect(deviceIn('joining.json')).toBe(first)
})
