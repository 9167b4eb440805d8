import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import { refusalBody } from '#server/wire/refused.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { openOfficeFolder, testPassword } from '#test/support/test-office.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

const unit = { kind: 'office', code: 'AMM' } as const

async function started(folder: string): Promise<TestServer> {
  const server = await startTestServer(folder)
  let stopped: Promise<void> | null = null
  const stop = (): Promise<void> => (stopped ??= server.stop())
  onTestFinished(stop)
  return { ...server, stop }
}

/** An office's machine that joined a server of its own. */
async function joined(first: TestServer) {
  await administer(first, 'office add', { code: 'AMM', name: 'مكتب عمّان', country: 'JO' })
  const user = { username: 'head', name: 'head', groups: ['office_owner'], password: testPassword, language: 'ar' }
  await administer(first, 'user add', { ...user, unit })
  const { code } = await administer<{ code: string }>(first, 'device invite', { unit })
  const machine = await openOfficeFolder()
  await machine.call('sync.join', { url: first.address, code }, '')
  await machine.call('session.me', {}, 'head')
  return machine
}

interface Stranger {
  readonly address: string
  /** Of each call, whether it brought a credential. */
  readonly shown: readonly boolean[]
}

/** Whoever answers at an address: every call alike. */
async function stranger(status: number, body: object): Promise<Stranger> {
  const shown: boolean[] = []
  const server = createServer(({ headers }, response) => {
    shown.push(headers.authorization !== undefined)
    response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => void server.close())
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, shown }
}

it(
  'SYNC-ENROL-6 a stranger at the new address is shown no credential, nor is a server too old to prove itself',
  async () => {
    const first = await started(temporaryFolder())
    const machine = await joined(first)
    const move = (url: string) => machine.refused('sync.move', { url }, 'head')
    const forger = await stranger(200, { signature: '0'.repeat(128) })
    const older = await stranger(422, refusalBody({ code: 'sync-unknown-device', params: {} }))
    const other = await stranger(404, {})
    const said = [await move(forger.address), await move(older.address), await move(other.address)]
    expect([forger.shown, older.shown, other.shown]).toEqual([[false], [false], [false]])
    expect(said).toEqual(['sync-other-server', 'sync-server-unproven', 'sync-unreachable'])
    const { server, link } = await machine.call<SyncStatus>('sync.now', {}, '')
    expect([server?.url, link.kind]).toEqual([first.address, 'online'])
  },
  serverPatience,
)

it(
  'SYNC-RECOVER-1 SYNC-ENROL-6 a server that moved is found at its new address and gets what waited; where another answers all stays as it was',
  async () => {
    const folder = temporaryFolder()
    const first = await started(folder)
    const machine = await joined(first)
    const move = (url: string) => machine.call<SyncStatus>('sync.move', { url }, 'head')
    await first.stop()
    await machine.call('intake.register', phoneForm(), 'head')

    const other = await started(temporaryFolder())
    expect(await machine.refused('sync.move', { url: other.address }, 'head')).toBe('sync-other-server')
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
