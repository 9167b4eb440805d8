import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { blobsPath, deviceScheme, filesPath, wirePrefix, wireVersion } from '#shared/contract/wire/contract.ts'
import { mostFileBytes } from '#server/blobs/uploads.ts'
import {
  administer,
  enrolTestDevice,
  refusalOf,
  startTestServer,
  serverPatience,
  wireClient,
} from '#test/support/test-server.ts'
import type { TestDevice, TestServer } from '#test/support/test-server.ts'

let server: TestServer
let device: TestDevice
const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
const north = { kind: 'office', code: 'NO' } as const
const address = 'a'.repeat(64)

beforeAll(async () => {
  server = await startTestServer(folder)
  await administer(server, 'office add', { code: 'NO', name: 'مكتب الشمال' })
  device = await enrolTestDevice(server, north)
}, serverPatience)

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const stranger = (code: string, wire = wireVersion) => ({
  code,
  wire,
  device: 'device-stranger',
  epoch: 1,
  publicKey: '0'.repeat(64),
  program: 'test',
  standAlone: null,
})

const authorization = () => `${deviceScheme} ${device.credential}`

test('S10 what one address asks within a minute is counted, whatever it asks', async () => {
  const left = async (path: string): Promise<number> =>
    Number((await fetch(`${server.address}${path}`)).headers.get('x-ratelimit-remaining') ?? 'none')
  const first = await left('/health')
  expect(first).toBeLessThan(20_000)
  await fetch(`${server.address}${wirePrefix}/sync/hello`)
  expect(await left('/ready')).toBe(first - 2)
})

test('SYNC-ENROL-1 what a stranger may send with a code is 16 KB, and no more is read', async () => {
  const body = JSON.stringify({ ...stranger('X'), program: 'x'.repeat(20 * 1024) })
  const headers = { 'content-type': 'application/json' }
  expect((await fetch(`${server.address}${wirePrefix}/device/enrol`, { method: 'POST', headers, body })).status).toBe(
    413,
  )
})

test('SYNC-VER-2 a machine of another wire enrols not, is told why, and its code stays good', async () => {
  const { code } = await administer<{ code: string }>(server, 'device invite', { unit: north })
  const enrol = (wire: number) => refusalOf(wireClient(server.address).device.enrol(stranger(code, wire)))
  expect([await enrol(wireVersion + 1), await enrol(0)]).toEqual(['sync-client-newer', 'sync-client-older'])
  expect((await enrolTestDevice(server, north, { code })).unit).toBe('office-no')
})

test('SYNC-BLOB-1 a file above 256 MB is refused before it is sent', async () => {
  const begin = async (bytes: number): Promise<number> => {
    const metadata = `address ${Buffer.from(address).toString('base64')}`
    const headers = { 'tus-resumable': '1.0.0', 'upload-length': String(bytes), 'upload-metadata': metadata }
    const asked = { method: 'POST', headers: { ...headers, authorization: authorization() } }
    return (await fetch(`${server.address}${blobsPath}`, asked)).status
  }
  expect([await begin(mostFileBytes + 1), await begin(mostFileBytes)]).toEqual([413, 201])
  expect(mostFileBytes).toBe(256 * 1024 * 1024)
})

test('S10 R-09 metrics name routes and never what was asked for: no file, feed or case', async () => {
  const stream = 'case:018f0000-0000-7000-8000-0000000000aa'
  const asked = [`${filesPath}/${address}?stream=${stream}`, `${wirePrefix}/sync/pull?feed=${stream}`, `/${stream}`]
  for (const path of asked) await fetch(`${server.address}${path}`, { headers: { authorization: authorization() } })
  const metrics = await (await fetch(`${server.address}/metrics`)).text()
  expect(metrics).toContain(`route="${filesPath}/:address`)
  expect(metrics).not.toMatch(/018f0000|aaaa|stream|feed=/)
})

test('SYNC-ENROL-1 codes are not guessed: 300 tries a minute from one address, right or wrong', async () => {
  const client = wireClient(server.address)
  const answers: string[] = []
  for (let batch = 0; batch < 20; batch += 1)
    answers.push(
      ...(await Promise.all(
        Array.from({ length: 16 }, () => refusalOf(client.device.enrol(stranger('0'.repeat(16))))),
      )),
    )
  expect(answers.at(0)).toBe('sync-code-wrong')
  expect(answers.at(-1)).toBe('sync-too-many-requests')
})
