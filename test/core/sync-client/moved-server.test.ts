import { expect, it, onTestFinished } from 'vitest'
import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { openOfficeFolder, testPassword } from '#test/support/test-office.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

async function started(folder: string): Promise<TestServer> {
  const server = await startTestServer(folder)
  let stopped: Promise<void> | null = null
  const stop = (): Promise<void> => (stopped ??= server.stop())
  onTestFinished(stop)
  return { ...server, stop }
}

it(
  'SYNC-RECOVER-1 a server that moved is found at its new address and gets what waited; where another answers all stays as it was',
  async () => {
    const folder = temporaryFolder()
    const first = await started(folder)
    const unit = { kind: 'office', code: 'AMM' } as const
    await administer(first, 'office add', { code: 'AMM', name: 'مكتب عمّان', country: 'JO' })
    const user = { username: 'head', name: 'head', groups: ['office_owner'], password: testPassword, language: 'ar' }
    await administer(first, 'user add', { ...user, unit })
    const { code } = await administer<{ code: string }>(first, 'device invite', { unit })
    const machine = await openOfficeFolder()
    await machine.call('sync.join', { url: first.address, code }, '')
    await machine.call('session.me', {}, 'head')
    const move = (url: string) => machine.call<SyncStatus>('sync.move', { url }, 'head')
    await first.stop()
    await machine.call('intake.register', phoneForm(), 'head')

    const other = await started(temporaryFolder())
    expect(await machine.refused('sync.move', { url: other.address }, 'head')).not.toBe('answered')
    expect(await machine.refused('sync.move', { url: 'http://127.0.0.1:1' }, 'head')).toBe('sync-unreachable')
    const stayed = await machine.call<SyncStatus>('sync.status', {}, '')
    expect([stayed.server?.url, stayed.counts.pending > 0]).toEqual([first.address, true])

    const again = await started(folder)
    expect(again.address).not.toBe(first.address)
    const { server, counts, link } = await move(again.address)
    expect([server?.url, counts.pending + counts.sent, link.kind]).toEqual([again.address, 0, 'online'])
    expect(await administer(again, 'state-hash', { unit })).toEqual(await machine.call('system.stateHash', {}, ''))
    await machine.reopen()
    expect((await machine.call<SyncStatus>('sync.now', {}, '')).server?.url).toBe(again.address)
  },
  serverPatience,
)
