import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zstdCompressSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { deviceScheme, wirePrefix, wireVersion } from '#shared/contract/wire/contract.ts'
import { pushBounds } from '#shared/sync/push-page.ts'
import { seesUnits } from '#server/wire/sees-units.ts'
import type { Asker } from '#server/wire/sees-units.ts'
import { Tries } from '#server/wire/tries.ts'
import { administer, enrolTestDevice, refusalOf, startTestServer, serverPatience } from '#test/support/test-server.ts'
import type { TestDevice, TestServer } from '#test/support/test-server.ts'

let server: TestServer
let device: TestDevice
const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))

beforeAll(async () => {
  server = await startTestServer(folder)
  await administer(server, 'office add', { code: 'NO', name: 'مكتب الشمال' })
  device = await enrolTestDevice(server, { kind: 'office', code: 'NO' })
}, serverPatience)

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const push = (bytes: Uint8Array<ArrayBuffer>): Promise<string> => refusalOf(device.client.sync.push(new Blob([bytes])))

function post(path: string, body: Uint8Array<ArrayBuffer>, type: string): Promise<Response> {
  const headers = { authorization: `${deviceScheme} ${device.credential}`, 'content-type': type }
  return fetch(`${server.address}${wirePrefix}${path}`, { method: 'POST', headers, body })
}

const codeOf = async (answer: Response): Promise<string> =>
  ((await answer.json()) as { data: { code: string } }).data.code

describe('what is too much', () => {
  test('SYNC-PUSH-6 a page that would unpack beyond 16 MiB is refused, however small it came', async () => {
    const bomb = zstdCompressSync(new Uint8Array(pushBounds.plainBytes + 1))
    expect(bomb.length).toBeLessThan(10_000)
    expect(await push(new Uint8Array(bomb))).toBe('sync-page-too-large')
  })

  test('SYNC-PUSH-6 more than 4 MiB is not read', async () => {
    const answer = await post('/sync/push', new Uint8Array(randomBytes(pushBounds.packedBytes + 1)), 'application/zstd')
    expect([answer.status, await codeOf(answer)]).toEqual([413, 'sync-page-too-large'])
    const plain = await post('/sync/hello', new Uint8Array(2 * 1024 * 1024).fill(32), 'application/json')
    expect(plain.status).toBe(413)
  })

  test('SYNC-ENV-3 what is no page at all changes nothing', async () => {
    expect(await push(new Uint8Array(randomBytes(500)))).toBe('sync-page-malformed')
    expect((await post('/sync/hello', new Uint8Array([123]), 'application/json')).status).toBe(400)
    expect((await post('/sync/nothing', new Uint8Array([123, 125]), 'application/json')).status).toBe(404)
  })

  test('S10 a fault is told with a number and no more', async () => {
    const answer = await post('/sync/hello', new Uint8Array(Buffer.from('{"wire":"x"}')), 'application/json')
    expect(answer.status).toBe(400)
    expect(await answer.text()).not.toMatch(/at .*\.ts:\d+/)
  })

  test('L-16 tries are counted when they begin, and forgotten with their window', () => {
    const tries = new Tries(2, 1000)
    expect([tries.begins('a', 0), tries.begins('a', 10), tries.begins('a', 20), tries.begins('b', 20)]).toEqual([
      null,
      null,
      1,
      null,
    ])
    expect(tries.begins('a', 1000)).toBeNull()
    tries.begins('a', 1001)
    tries.succeeded('a')
    expect(tries.begins('a', 1002)).toBeNull()
  })
})

test('S10 N-05 metrics say of each unit with machines what is held and waits, and when it was last heard', async () => {
  await device.client.sync.hello({ wire: wireVersion, epoch: 1, waiting: 3 })
  const metrics = await (await fetch(`${server.address}/metrics`)).text()
  expect(metrics).toMatch(/^insaf_commits_held\{unit="NO"\} 0$/m)
  expect(metrics).toMatch(/^insaf_commits_waiting\{unit="NO"\} 3$/m)
  const heard = /^insaf_last_contact_seconds\{unit="NO"\} (?<at>\d+)$/m.exec(metrics)?.groups?.['at']
  expect(Math.abs(Number(heard) - Date.now() / 1000)).toBeLessThan(600)
  expect(metrics).not.toContain('unit="HQ"')
})

test('N-05 R-09 metrics tell of units whoever asks on this machine, or shows the token; what came by a proxy is a stranger’s', async () => {
  const token = 'a token of the monitoring'
  const asker = (remoteAddress: string | undefined, headers: Asker['headers'] = {}): Asker => ({
    headers,
    socket: { remoteAddress },
  })
  const saysIt = { authorization: `Bearer ${token}` }
  for (const address of ['127.0.0.1', '127.8.9.1', '::1', '::ffff:127.0.0.1'])
    expect(seesUnits(asker(address), null), address).toBe(true)
  for (const address of ['10.1.2.3', '::ffff:10.1.2.3', 'fe80::1', '10.127.0.0.1', undefined]) {
    expect(seesUnits(asker(address), token), address).toBe(false)
    expect(seesUnits(asker(address, { authorization: 'Bearer null' }), null), address).toBe(false)
    expect(seesUnits(asker(address, { authorization: `Bearer ${token}x` }), token), address).toBe(false)
    expect(seesUnits(asker(address, saysIt), token), address).toBe(true)
  }
  expect(seesUnits(asker('127.0.0.1', { ...saysIt, via: '1.1 proxy' }), token)).toBe(true)
  const byProxy = await fetch(`${server.address}/metrics`, { headers: { 'x-forwarded-for': '10.1.2.3' } })
  const told = await byProxy.text()
  expect(told).toContain('insaf_live_channels')
  expect(told).not.toMatch(/unit=|insaf_commits|insaf_last_contact/)
})

test('S10 health, readiness and metrics tell no names', async () => {
  const [health, ready, metrics] = await Promise.all(
    ['health', 'ready', 'metrics'].map(async (path) => (await fetch(`${server.address}/${path}`)).text()),
  )
  expect([JSON.parse(health ?? ''), JSON.parse(ready ?? '')]).toMatchObject([{ status: 'ok' }, { status: 'ok' }])
  expect(metrics).toMatch(/insaf_requests_total\{route="\/wire\/sync\/push",status="\d+"\} \d+/)
  expect(metrics).not.toMatch(/office|مكتب|device-/)
})
