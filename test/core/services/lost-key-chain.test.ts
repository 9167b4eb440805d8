import { readFileSync } from 'node:fs'
import { join as inFolder } from 'node:path'
import { expect, it } from 'vitest'
import { openCore } from '#core/core.ts'
import { newConnection } from '#core/services/connection.ts'
import { opened } from '#test/support/opened.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'

/** A folder whose joining nobody answered, and a key chain that can be made anew, be shut, or be another one. */
function unanswered() {
  const folder = temporaryFolder()
  const chain = { generation: 1, backend: 'test', isShut: false }
  const secrets = () => ({
    backend: chain.backend,
    wrap: (secret: Uint8Array) =>
      chain.isShut
        ? Promise.reject(new Error('shut'))
        : Promise.resolve(Uint8Array.from([chain.generation, ...secret])),
    unwrap: (wrapped: Uint8Array) =>
      Promise.resolve(!chain.isShut && wrapped[0] === chain.generation ? wrapped.slice(1) : null),
  })
  const join = async () => {
    const core = opened(await openCore({ dataDir: folder, background: false, ports: { secrets: secrets() } }))
    const asked = { url: 'http://127.0.0.1:9', code: 'ABCD-EFGH-JKLM' }
    const joined = (await core.call('sync.join', asked, newConnection('cli'))) as { error?: { code: string } }
    await core.close()
    return joined.error?.code
  }
  const kept = () => readFileSync(inFolder(folder, 'joining.json'), 'utf8')
  return { chain, join, kept }
}

it('S10 SYNC-ENROL-1 a folder whose joining was not answered, and whose key chain was made anew since, can still join', async () => {
  const { chain, join } = unanswered()
  expect(await join()).toBe('sync-unreachable')
  chain.generation = 2
  expect([await join(), await join()]).toEqual(['sync-unreachable', 'sync-unreachable'])
})

it.each([
  ['is shut, and closes nothing either', { isShut: true }],
  ['is another one', { backend: 'other', generation: 2 }],
])('S10 SYNC-ENROL-3 while its key chain %s, who it is waits for it, and is said in a sentence', async (_, change) => {
  const { chain, join, kept } = unanswered()
  expect(await join()).toBe('sync-unreachable')
  const [before, first] = [{ ...chain }, kept()]
  Object.assign(chain, change)
  expect([await join(), kept()]).toEqual(['no-key-slot', first])
  Object.assign(chain, before)
  expect([await join(), kept()]).toEqual(['sync-unreachable', first])
})
