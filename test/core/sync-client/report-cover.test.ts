import { expect, onTestFinished, test } from 'vitest'
import { instantFromMs, msOf } from '#shared/domain/clock/instant.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { formatDateTime } from '#shared/i18n/format.ts'
import { reportNotes } from '#shared/i18n/report-notes.ts'
import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { openOfficeFolder, testOffice, testPassword } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'

/* What the cover says of how far its data goes. */

interface Preview {
  readonly model: { readonly cover: { readonly scope: { readonly lines: readonly string[] } } }
}

async function scopeOf(office: TestOffice, as = 'admin'): Promise<readonly string[]> {
  const request = { kind: 'quarterly', year: 2026, quarter: 1, language: 'en' }
  const { model } = await office.call<Preview>('reports.preview', request, as)
  return model.cover.scope.lines
}

const officeLine = async (office: TestOffice, as?: string): Promise<string> =>
  (await scopeOf(office, as)).find((line) => line.startsWith('Office: ')) ?? ''

test(
  'P4 the cover of a joined office names its last contact with the server, also when that is away since, and its status does not call it online',
  async () => {
    const server = await startTestServer(temporaryFolder())
    let isRunning = true
    const stop = async (): Promise<void> => {
      if (isRunning) await server.stop()
      isRunning = false
    }
    onTestFinished(stop)
    const unit = { kind: 'office', code: 'AMM' } as const
    await administer(server, 'office add', { code: 'AMM', name: 'مكتب عمّان', country: 'JO' })
    const clerk = { username: 'clerk', name: 'clerk', groups: ['office_owner'], password: testPassword, language: 'ar' }
    await administer(server, 'user add', { ...clerk, unit })
    const { code } = await administer<{ code: string }>(server, 'device invite', { unit })
    const machine = await openOfficeFolder()
    await machine.call('sync.join', { url: server.address, code }, '')
    const { link } = await machine.call<SyncStatus>('sync.status', {}, '')
    if (link.kind !== 'online') throw new Error(`not joined: ${link.kind}`)
    await machine.call('session.me', {}, 'clerk')
    await stop()
    machine.now = instantFromMs(msOf(link.lastContact) + 5 * 3_600_000) as Instant
    await machine.refused('sync.now', {}, '')
    const format = { language: 'en', digits: 'latin', zone: 'Asia/Amman', hijri: false, country: 'JO' } as const
    const line = await officeLine(machine, 'clerk')
    expect(line).toBe(`Office: مكتب عمّان. Last synchronised ${formatDateTime(link.lastContact, format)}.`)
    // A core of one command later: nothing runs by itself, and it does not say that the server is there.
    await machine.reopen()
    expect((await machine.call<SyncStatus>('sync.status', {}, '')).link).toMatchObject({
      kind: 'offline',
      lastContact: link.lastContact,
      reason: { code: 'sync-not-running' },
    })
  },
  serverPatience,
)

test('P4 the cover of an office without a server says that it stands alone', async () => {
  const office = await testOffice()
  expect(await officeLine(office)).toBe(
    'Office: Complaint office. Stand-alone office; no synchronisation is waited for.',
  )
  // it holds all of its strictly confidential cases, whoever is named for them.
  expect(await scopeOf(office)).toContain(reportNotes.strictAll.en)
})
