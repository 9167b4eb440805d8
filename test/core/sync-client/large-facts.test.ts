import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import sharp from 'sharp'
import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import { logoBounds } from '#shared/domain/lists/office-logo.ts'
import { openOfficeFolder, testPassword } from '#test/support/test-office.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'

/** A picture as large as the office may have one. */
async function largeLogo(): Promise<Buffer> {
  const side = Math.floor(Math.sqrt((logoBounds.bytes - 2000) / 3))
  const raw = { width: side, height: side, channels: 3 } as const
  const png = await sharp(randomBytes(side * side * 3), { raw })
    .png()
    .toBuffer()
  expect(png.length).toBeGreaterThan(logoBounds.bytes * 0.9)
  expect(png.length).toBeLessThanOrEqual(logoBounds.bytes)
  return png
}

it(
  'SYNC-ENV-3 S5 what a machine saved goes to the server: a logo as large as an office may have one, and what stands behind it',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
    const server = await startTestServer(folder)
    try {
      const unit = { kind: 'office', code: 'AMM' }
      const head = {
        username: 'head',
        name: 'head',
        unit,
        groups: ['office_owner'],
        password: testPassword,
        language: 'ar',
      }
      await administer(server, 'office add', { code: 'AMM', name: 'مكتب', country: 'JO' })
      await administer(server, 'user add', head)
      const { code } = await administer<{ code: string }>(server, 'device invite', { unit })
      const machine = await openOfficeFolder()
      await machine.call('sync.join', { url: server.address, code }, '')
      await machine.call('sync.now', {}, '')
      const settings = await machine.call<{ letterhead: object }>('admin.settings', {}, 'head')
      const letterhead = { ...settings.letterhead, logo: (await largeLogo()).toString('base64') }
      await machine.call('admin.setSettings', { ...settings, letterhead }, 'head')
      await machine.call('intake.register', phoneForm(), 'head')
      await machine.call('sync.now', {}, '')
      const { counts } = await machine.call<SyncStatus>('sync.status', {}, '')
      expect(counts).toMatchObject({ pending: 0, sent: 0, held: 0, refused: 0 })
    } finally {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  },
  serverPatience,
)
