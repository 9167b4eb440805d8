import { cpSync } from 'node:fs'
import { expect, it, onTestFinished, vi } from 'vitest'
import { openCore } from '#core/core.ts'
import { newConnection } from '#core/services/connection.ts'
import { opened } from '#test/support/opened.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { testPassword } from '#test/support/test-office.ts'

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

it.each(['setup.create', 'sync.join'])(
  'S1 SYNC-ENROL-3 a new folder whose program was killed while the key chain asked its user (%s) is a new folder still',
  async (path) => {
    const folder = temporaryFolder()
    const left = temporaryFolder()
    let isAsked = false
    const wrap = () => {
      // All that a kill leaves at this moment.
      cpSync(folder, left, { recursive: true })
      isAsked = true
      return new Promise<never>(() => {})
    }
    const secrets = { backend: 'test', wrap, unwrap: (wrapped: Uint8Array) => Promise.resolve(wrapped) }
    const core = opened(await openCore({ dataDir: folder, background: false, ports: { secrets } }))
    const input = path === 'setup.create' ? newOffice : { url: 'http://127.0.0.1:9', code: 'ABCD-EFGH-JKLM' }
    void core.call(path, input, newConnection('window'))
    await vi.waitUntil(() => isAsked, { timeout: 10_000 })
    const good = { ...secrets, wrap: (secret: Uint8Array) => Promise.resolve(secret) }
    const again = opened(await openCore({ dataDir: left, background: false, ports: { secrets: good } }))
    onTestFinished(() => again.close())
    expect(await again.call('setup.status', {}, newConnection('window'))).toMatchObject({ value: { kind: 'empty' } })
    expect(await again.call('setup.create', newOffice, newConnection('window'))).toMatchObject({ ok: true })
  },
)

it('S1 nor is one locked whose user once refused the key chain', async () => {
  const folder = temporaryFolder()
  let refuses = true
  const wrap = (secret: Uint8Array) =>
    refuses ? Promise.reject(new Error('the key chain took no secret')) : Promise.resolve(secret)
  const secrets = { backend: 'test', wrap, unwrap: (wrapped: Uint8Array) => Promise.resolve(wrapped) }
  const core = opened(await openCore({ dataDir: folder, background: false, ports: { secrets } }))
  expect(await core.call('setup.create', newOffice, newConnection('window'))).toMatchObject({ ok: false })
  await core.close()
  refuses = false
  const again = opened(await openCore({ dataDir: folder, background: false, ports: { secrets } }))
  onTestFinished(() => again.close())
  expect(await again.call('setup.status', {}, newConnection('window'))).toMatchObject({ value: { kind: 'empty' } })
})
