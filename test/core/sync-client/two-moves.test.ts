import { once } from 'node:events'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { expect, it, onTestFinished, vi } from 'vitest'
import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import { refusalBody } from '#server/wire/refused.ts'
import { temporaryFolder } from '#test/support/temporary-folder.ts'
import { openOfficeFolder, testPassword } from '#test/support/test-office.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'

const unit = { kind: 'office', code: 'AMM' } as const

/** The server's line, on which hellos are held; then answered by `sync-unknown-device`. */
async function line(target: string, isCopy: boolean) {
  const { hostname, port } = new URL(target)
  const held: (() => void)[] = []
  const server = createServer((asked, given) => {
    const { method, url, headers } = asked
    if (isCopy && url?.endsWith('/hello') === true) {
      held.push(() => {
        given.writeHead(422, { 'content-type': 'application/json' })
        given.end(JSON.stringify(refusalBody({ code: 'sync-unknown-device', params: {} })))
      })
      asked.resume()
      return
    }
    const up = request({ hostname, port, method, path: url, headers }, (answer) => {
      given.writeHead(answer.statusCode ?? 500, answer.headers)
      answer.pipe(given)
    })
    up.on('error', () => given.destroy())
    asked.pipe(up)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  return { address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, held }
}

it.each([false, true])(
  'SYNC-ENROL-6 two windows that move the server at once: the address of the one that got through stays (background %s)',
  async (background) => {
    const first = await startTestServer(temporaryFolder())
    onTestFinished(() => first.stop())
    await administer(first, 'office add', { code: 'AMM', name: 'مكتب عمّان', country: 'JO' })
    const user = { username: 'head', name: 'head', groups: ['office_owner'], password: testPassword, language: 'ar' }
    await administer(first, 'user add', { ...user, unit })
    const { code } = await administer<{ code: string }>(first, 'device invite', { unit })
    const machine = await openOfficeFolder({ background })
    await machine.call('sync.join', { url: first.address, code }, '')
    await machine.call('session.me', {}, 'head')
    const copy = await line(first.address, true)
    const good = await line(first.address, false)
    const one = machine.refused('sync.move', { url: copy.address }, 'head')
    await vi.waitUntil(() => copy.held.length > 0, { timeout: 10_000 })
    const two = machine.call<SyncStatus>('sync.move', { url: good.address }, 'head')
    await setTimeout(500)
    for (const answer of copy.held) answer()
    await one.catch(() => null)
    await two
    const { server } = await machine.call<SyncStatus>('sync.status', {}, '')
    expect(server?.url).toBe(good.address)
    await machine.close()
  },
  serverPatience,
)
