import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import { copiedMachines, noteCopies } from '#server/devices/machine-copies.ts'
import { alarms } from '#server/log/schema/device-tables.ts'
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

const isTold = async (machine: TestOffice): Promise<boolean> =>
  (await machine.call<SyncStatus>('sync.status', {}, 'amal')).copied

const listed = () => administer<readonly { readonly copied: boolean }[]>(server, 'device list', {})

const [minute, sevenDays] = [60_000, 7 * 86_400_000]

/** As if both had said hello so long ago, and not since. */
async function lastCame(agoMs: number): Promise<void> {
  const at = new Date(Date.now() - agoMs).toISOString()
  const detail = JSON.stringify({ newest: at, older: at })
  await server.server.db.update(alarms).set({ detail }).where(eq(alarms.code, 'sync-machine-copied'))
}

it(
  'S12 SYNC-PUSH-5 of a folder that was copied and is at work in both places both are told, and who runs the server; when one is at work no more, nobody is',
  async () => {
    const { code } = await administer<{ code: string }>(server, 'device invite', { unit })
    const machine = await openOfficeFolder()
    await machine.call('sync.join', { url: server.address, code }, '')
    await works(machine)
    await machine.close()
    const copy = temporaryFolder()
    cpSync(machine.folder, copy, { recursive: true })
    await machine.reopen()
    const twin = await openOfficeFolder({ folder: copy })
    await works(twin)
    await works(machine)
    // A restored machine, too, goes on under a new epoch: only that both come tells them apart.
    expect([await isTold(machine), (await listed()).map(({ copied }) => copied)]).toEqual([false, [false]])
    await works(twin)
    await works(machine)
    await works(twin)
    await works(machine)
    expect([await isTold(machine), await isTold(twin)]).toEqual([true, true])
    const [told] = await listed()
    expect(told).toMatchObject({ copied: true })
    expect(await administer(server, 'status', {})).toMatchObject({ alarms: 1, copied: [expect.any(String)] })
    await lastCame(sevenDays - minute)
    await works(machine)
    expect([await isTold(machine), (await listed()).map(({ copied }) => copied)]).toEqual([true, [true]])
    await lastCame(sevenDays + minute)
    await works(machine)
    expect([await isTold(machine), (await listed()).map(({ copied }) => copied)]).toEqual([false, [false]])
  },
  serverPatience,
)

it('SYNC-PUSH-5 SYNC-RECOVER-4 a machine that is restored from a backup of an older epoch greets under it once, and is not taken for a copy', async () => {
  const { db, ports } = server.server
  const epochsTo = (last: number) =>
    Array.from({ length: last }, (_, at) => ({
      epoch: at + 1,
      publicKey: new Uint8Array(32),
      follows: new Uint8Array(32),
    }))
  const came = (last: number, epoch: number): Promise<boolean> =>
    noteCopies(db, ports, { device: { id: 'restored', epochs: epochsTo(last) }, epoch })
  expect([await came(2, 2), await came(2, 1), await came(3, 3), await came(3, 3)]).toEqual([false, false, false, false])
  expect((await copiedMachines(db, ports.clock.now())).has('restored')).toBe(false)
  // The one of the second epoch is at work still.
  expect([await came(3, 2), await came(3, 3), await came(3, 2)]).toEqual([false, false, true])
})
