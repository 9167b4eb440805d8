import { once } from 'node:events'
import { cpSync } from 'node:fs'
import { createServer, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { expect, it, onTestFinished, vi } from 'vitest'
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

/** A server with one office. */
async function office(first: TestServer): Promise<void> {
  await administer(first, 'office add', { code: 'AMM', name: 'مكتب عمّان', country: 'JO' })
  const user = { username: 'head', name: 'head', groups: ['office_owner'], password: testPassword, language: 'ar' }
  await administer(first, 'user add', { ...user, unit })
}

interface Joining {
  /** Default: the server's own address. */
  readonly url?: string
  /** A core that lives long, as behind a window. */
  readonly background?: boolean
}

/** A machine of that office. */
async function member(first: TestServer, { url = first.address, background = false }: Joining = {}) {
  const { code } = await administer<{ code: string }>(first, 'device invite', { unit })
  const machine = await openOfficeFolder({ background })
  await machine.call('sync.join', { url, code }, '')
  await machine.call('session.me', {}, 'head')
  return machine
}

/** An office's machine that joined a server of its own. */
async function joined(first: TestServer, joining: Joining = {}) {
  await office(first)
  return member(first, joining)
}

/** A line to a server whose questions can be held back; `held`: how many are. */
async function holdingLine(target: string) {
  const { hostname, port } = new URL(target)
  const held: (() => void)[] = []
  let isHolding = false
  const line = createServer((asked, given) => {
    const { method, url, headers } = asked
    const pass = (): void => {
      const up = request({ hostname, port, method, path: url, headers }, (answer) => {
        given.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(given)
      })
      up.on('error', () => given.destroy())
      asked.pipe(up)
    }
    if (isHolding) held.push(pass)
    else pass()
  })
  await once(line.listen(0, '127.0.0.1'), 'listening')
  onTestFinished(() => {
    line.closeAllConnections()
    line.close()
  })
  return {
    address: `http://127.0.0.1:${(line.address() as AddressInfo).port}`,
    held: () => held.length,
    hold: () => void (isHolding = true),
    release: () => {
      isHolding = false
      for (const pass of held.splice(0)) pass()
    },
  }
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

it(
  'S18 SYNC-RECOVER-1 SYNC-ENROL-6 a server that came back from its copy at another address is used there, though its first round waits for a person’s word',
  async () => {
    const folder = temporaryFolder()
    const first = await started(folder)
    const writer = await joined(first)
    const reader = await member(first, { background: true })
    await first.stop()
    const copy = temporaryFolder()
    cpSync(folder, copy, { recursive: true })
    const again = await started(folder)
    for (const machine of [writer, reader]) await machine.call('sync.move', { url: again.address }, 'head')
    for (let number = 0; number < 25; number += 1) await writer.call('intake.register', phoneForm(), 'head')
    for (const machine of [writer, reader]) await machine.call('sync.now', {}, '')
    await again.stop()

    const late = await started(copy)
    expect(await reader.refused('sync.move', { url: late.address }, 'head')).toBe('sync-would-hide')
    const status = () => reader.call<SyncStatus>('sync.status', {}, '')
    const stopped = await status()
    expect(stopped.server?.url).toBe(late.address)
    expect(stopped.link).toMatchObject({ kind: 'stopped', reason: { code: 'sync-would-hide' } })
    await reader.call('sync.allowHiding', {}, 'head')
    await vi.waitFor(async () => expect((await status()).link.kind).toBe('online'), { timeout: 10_000 })
    await writer.call('sync.move', { url: late.address }, 'head')
  },
  serverPatience,
)

it(
  'SYNC-ENROL-6 where the server that answers at the new address does not know the machine, the old address holds',
  async () => {
    const folder = temporaryFolder()
    const first = await started(folder)
    await office(first)
    await first.stop()
    const copy = temporaryFolder()
    cpSync(folder, copy, { recursive: true })
    const again = await started(folder)
    const machine = await member(again)
    const early = await started(copy)
    expect(await machine.refused('sync.move', { url: early.address }, 'head')).toBe('sync-unknown-device')
    const { server, link } = await machine.call<SyncStatus>('sync.now', {}, '')
    expect([server?.url, link.kind]).toEqual([again.address, 'online'])
  },
  serverPatience,
)

it(
  'SYNC-LINK-1 a round that still runs at the old address ends before the new one is greeted',
  async () => {
    const first = await started(temporaryFolder())
    const line = await holdingLine(first.address)
    const machine = await joined(first, { url: line.address, background: true })
    const server = async () => (await machine.call<SyncStatus>('sync.status', {}, '')).server?.url
    line.hold()
    const round = machine.call('sync.now', {}, '')
    await vi.waitFor(() => expect(line.held()).toBeGreaterThan(0))
    const moved = machine.call<SyncStatus>('sync.move', { url: first.address }, 'head')
    await setTimeout(1000)
    expect(await server()).toBe(line.address)
    line.release()
    await round
    expect((await moved).link.kind).toBe('online')
    expect(await server()).toBe(first.address)
  },
  serverPatience,
)
