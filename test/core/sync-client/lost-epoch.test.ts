import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { and, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { deviceEpochs } from '#server/log/schema/device-tables.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { openOfficeFolder, testPassword } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

let server: TestServer
const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
const unit = { kind: 'office', code: 'AMM' } as const

beforeAll(async () => {
  server = await startTestServer(folder)
  await administer(server, 'office add', { code: 'AMM', name: 'مكتب عمّان', country: 'JO' })
  const amal = { username: 'amal', name: 'أمل', unit, groups: ['office_owner'], password: testPassword, language: 'ar' }
  await administer(server, 'user add', amal)
}, serverPatience)

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function works(machine: TestOffice): Promise<void> {
  await machine.call('intake.register', phoneForm(), 'amal')
  await machine.call('sync.now', {}, '')
}

it(
  'S10 S12 a machine whose new epoch the server lost in silence, and no feed entry with it, goes on',
  async () => {
    const { code } = await administer<{ code: string }>(server, 'device invite', { unit })
    const machine = await openOfficeFolder()
    await machine.call('sync.join', { url: server.address, code }, '')
    await works(machine)
    await machine.close()
    const copy = temporaryFolder()
    cpSync(machine.folder, copy, { recursive: true })
    await machine.reopen()
    await works(machine)
    await machine.close()
    // Restored from the copy: it goes on under a new epoch, and says so.
    const restored = await openOfficeFolder({ folder: copy })
    await restored.call('sync.now', {}, '')
    await restored.call('sync.now', {}, '')
    const all = await server.server.db
      .select({ device: deviceEpochs.device, epoch: deviceEpochs.epoch })
      .from(deviceEpochs)
    const two = all.find(({ epoch }) => epoch === 2)
    expect(two).toBeDefined()
    const before = (await administer<{ cases: number }>(server, 'state-hash', { unit })).cases
    // A database that lost its last moment: nothing else was in it.
    await server.server.db
      .delete(deviceEpochs)
      .where(and(eq(deviceEpochs.device, two?.device ?? ''), eq(deviceEpochs.epoch, 2)))
    await restored.call('intake.register', phoneForm(), 'amal')
    const said: string[] = []
    for (let round = 0; round < 4; round += 1)
      said.push(
        await restored.call('sync.now', {}, '').then(
          (x) => JSON.stringify(x).slice(0, 300),
          (e: unknown) => String(e),
        ),
      )
    expect((await administer<{ cases: number }>(server, 'state-hash', { unit })).cases).toBe(before + 1)
  },
  serverPatience,
)
