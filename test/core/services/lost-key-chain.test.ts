import { expect, it } from 'vitest'
import { openCore } from '#core/core.ts'
import { newConnection } from '#core/services/connection.ts'
import { opened } from '#test/support/opened.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

it('S10 SYNC-ENROL-1 a folder whose joining was not answered, and whose key chain was made anew since, can still join', async () => {
  const folder = temporaryFolder()
  let generation = 1
  const secrets = {
    backend: 'test',
    wrap: (secret: Uint8Array) => Promise.resolve(Uint8Array.from([generation, ...secret])),
    unwrap: (wrapped: Uint8Array) => Promise.resolve(wrapped[0] === generation ? wrapped.slice(1) : null),
  }
  const join = async () => {
    const core = opened(await openCore({ dataDir: folder, background: false, ports: { secrets } }))
    const asked = { url: 'http://127.0.0.1:9', code: 'ABCD-EFGH-JKLM' }
    const joined = (await core.call('sync.join', asked, newConnection('cli'))) as { error?: { code: string } }
    await core.close()
    return joined.error?.code
  }
  expect(await join()).toBe('sync-unreachable')
  generation = 2
  expect([await join(), await join()]).toEqual(['sync-unreachable', 'sync-unreachable'])
})
