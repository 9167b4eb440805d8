import { expect, it } from 'vitest'
import { openCore } from '#core/core.ts'
import { newConnection } from '#core/services/connection.ts'
import { opened } from '#test/support/opened.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { testOffice, testPassword } from '#test/support/test-office.ts'

const newOffice = {
  office: 'AMM',
  nameAr: 'مكتب الشكاوى',
  nameEn: 'Complaint office',
  country: 'JO',
  adminUsername: 'admin',
  adminName: 'مدير المكتب',
  password: testPassword,
  practice: false,
}

/** A key chain that asks its user: the second question is answered after the first. */
const slowKeychain = () => {
  let asked = 0
  const wrap = async (secret: Uint8Array) => {
    asked += 1
    await new Promise((done) => setTimeout(done, 100 * asked))
    return secret
  }
  return { backend: 'test', wrap, unwrap: (wrapped: Uint8Array) => Promise.resolve(wrapped) }
}

it('S1 two windows set an office up at once while the key chain is asked: the office opens again', async () => {
  const folder = temporaryFolder()
  const secrets = slowKeychain()
  const core = opened(await openCore({ dataDir: folder, background: false, ports: { secrets } }))
  const both = await Promise.all([1, 2].map(() => core.call('setup.create', newOffice, newConnection('window'))))
  expect(both.filter((each) => (each as { ok: boolean }).ok)).toHaveLength(1)
  await core.close()
  const again = await openCore({ dataDir: folder, background: false, ports: { secrets } })
  expect(again.ok ? 'open' : again.refusal).toBe('open')
  if (again.ok) await again.value.close()
})

it('S1 SYNC-ENROL-3 an office that another process makes while a joining asks the key chain opens again', async () => {
  const folder = temporaryFolder()
  let isMade = false
  const wrap = async (secret: Uint8Array) => {
    if (!isMade) {
      isMade = true
      await (await testOffice({ folder })).close()
    }
    return secret
  }
  const secrets = { backend: 'test', wrap, unwrap: (wrapped: Uint8Array) => Promise.resolve(wrapped) }
  const core = opened(await openCore({ dataDir: folder, background: false, ports: { secrets } }))
  const asked = { url: 'http://127.0.0.1:9', code: 'ABCD-EFGH-JKLM' }
  const joined = await core.call('sync.join', asked, newConnection('cli'))
  expect(joined).toMatchObject({ ok: false, error: { code: 'store-exists' } })
  await core.close()
  const again = opened(await openCore({ dataDir: folder, background: false }))
  expect(await again.call('setup.status', {}, newConnection('cli'))).toMatchObject({ value: { kind: 'ready' } })
  await again.close()
})
