import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Upload } from 'tus-js-client'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { blobsPath, deviceScheme, filesPath } from '#shared/contract/wire/contract.ts'
import { byteRange } from '#server/blobs/byte-range.ts'
import { administer, enrolTestDevice, startTestServer, serverPatience } from '#test/support/test-server.ts'
import type { TestDevice, TestServer } from '#test/support/test-server.ts'

let server: TestServer
let device: TestDevice
const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
const north = { kind: 'office', code: 'NO' } as const

beforeAll(async () => {
  server = await startTestServer(folder)
  await administer(server, 'office add', { code: 'NO', name: 'مكتب الشمال' })
  device = await enrolTestDevice(server, north)
}, serverPatience)

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

const addressOf = (bytes: Buffer): string => createHash('sha256').update(bytes).digest('hex')
const headersOf = ({ credential }: TestDevice) => ({ authorization: `${deviceScheme} ${credential}` })

interface Sending {
  readonly sender?: TestDevice
  readonly address?: string
  readonly url?: string
  /** Cuts the connection after so many bytes. */
  readonly cutAfter?: number
}

/** Sends a file as the core does; out: the upload's address, or the status it ended in. */
function send(bytes: Buffer, { sender = device, address = addressOf(bytes), url, cutAfter }: Sending = {}) {
  return new Promise<{ url: string | null; status: number | 'cut' }>((done) => {
    const upload: Upload = new Upload(bytes, {
      endpoint: `${server.address}${blobsPath}`,
      ...(url === undefined ? {} : { uploadUrl: url }),
      headers: headersOf(sender),
      metadata: { address },
      chunkSize: 256 * 1024,
      retryDelays: null,
      onSuccess: () => done({ url: upload.url, status: 204 }),
      onError: (error) => {
        const response = 'originalResponse' in error ? error.originalResponse : null
        done({ url: upload.url, status: response?.getStatus() ?? 0 })
      },
      onChunkComplete: (_size, accepted) => {
        if (cutAfter === undefined || accepted < cutAfter) return
        void upload.abort()
        done({ url: upload.url, status: 'cut' })
      },
    })
    upload.start()
  })
}

const fetchFile = (address: string, init: RequestInit = {}, query = ''): Promise<Response> =>
  fetch(`${server.address}${filesPath}/${address}${query}`, {
    ...init,
    headers: { ...headersOf(device), ...(init.headers as Record<string, string> | undefined) },
  })

describe('files', () => {
  test('SYNC-BLOB-1 a file that was cut goes on where it stopped and is checked by its address', async () => {
    const bytes = randomBytes(1_500_000)
    const cut = await send(bytes, { cutAfter: 500_000 })
    expect(cut.status).toBe('cut')
    expect((await fetchFile(addressOf(bytes))).status).toBe(422)
    const head = await fetch(cut.url ?? '', {
      method: 'HEAD',
      headers: { ...headersOf(device), 'tus-resumable': '1.0.0' },
    })
    expect(Number(head.headers.get('upload-offset'))).toBeGreaterThanOrEqual(500_000)
    expect((await send(bytes, { url: cut.url ?? '' })).status).toBe(204)
    const answer = await fetchFile(addressOf(bytes))
    expect(Buffer.from(await answer.arrayBuffer()).equals(bytes)).toBe(true)
  })

  test('SYNC-BLOB-1 bytes that do not fit their address are refused and not kept', async () => {
    const bytes = randomBytes(1000)
    const address = addressOf(randomBytes(10))
    expect((await send(bytes, { address })).status).toBe(422)
    expect(existsSync(join(folder, 'blobs', address.slice(0, 2), address))).toBe(false)
    expect(readdirSync(join(folder, 'uploads')).filter((name) => !name.endsWith('.json'))).toEqual([])
  })

  test('SYNC-BLOB-1 an upload is continued by the machine that began it, and by no other', async () => {
    const bytes = randomBytes(600_000)
    const cut = await send(bytes, { cutAfter: 100_000 })
    const other = await enrolTestDevice(server, north)
    const headers = { ...headersOf(other), 'tus-resumable': '1.0.0' }
    const methods = ['HEAD', 'PATCH', 'DELETE']
    const answers = await Promise.all(
      methods.map((method) =>
        fetch(cut.url ?? '', {
          method,
          headers: { ...headers, 'upload-offset': '0', 'content-type': 'application/offset+octet-stream' },
        }),
      ),
    )
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422])
    expect((await send(bytes, { url: cut.url ?? '' })).status).toBe(204)
  })

  test('SYNC-BLOB-2 the sender asks by HEAD whether its file is durable, and fetches ranges', async () => {
    const bytes = randomBytes(10_000)
    await send(bytes)
    const head = await fetchFile(addressOf(bytes), { method: 'HEAD' })
    expect([head.status, head.headers.get('content-length')]).toEqual([200, '10000'])
    const part = await fetchFile(addressOf(bytes), { headers: { range: 'bytes=100-199' } })
    expect([part.status, part.headers.get('content-range')]).toEqual([206, 'bytes 100-199/10000'])
    expect(Buffer.from(await part.arrayBuffer()).equals(bytes.subarray(100, 200))).toBe(true)
    expect((await fetchFile(addressOf(bytes), { headers: { range: 'bytes=20000-' } })).status).toBe(416)
  })

  test('SYNC-BLOB-3 a machine whose feeds do not name a file learns nothing of it', async () => {
    const bytes = randomBytes(1000)
    const other = await enrolTestDevice(server, north)
    await send(bytes, { sender: other })
    const present = await fetchFile(addressOf(bytes), {}, '?stream=case:01890000-0000-7000-8000-000000000000')
    const absent = await fetchFile(addressOf(randomBytes(5)))
    const codes = (await Promise.all([present, absent].map((answer) => answer.json()))) as { data: { code: string } }[]
    expect(codes.map(({ data }) => data.code)).toEqual(['sync-blob-not-named', 'sync-blob-not-named'])
  })

  test('SYNC-ENROL-2 a stranger neither sends nor fetches', async () => {
    const bytes = randomBytes(10)
    const stranger = { ...device, credential: 'x'.repeat(43) }
    expect((await send(bytes, { sender: stranger })).status).toBe(422)
  })
})

test('SYNC-BLOB-3 a range is read as HTTP means it', () => {
  expect(byteRange(undefined, 10)).toEqual({ start: 0, end: 9 })
  expect(byteRange('bytes=2-4', 10)).toEqual({ start: 2, end: 4 })
  expect(byteRange('bytes=-3', 10)).toEqual({ start: 7, end: 9 })
  expect(byteRange('bytes=5-', 10)).toEqual({ start: 5, end: 9 })
  expect(byteRange('bytes=5-99', 10)).toEqual({ start: 5, end: 9 })
  expect([byteRange('bytes=10-', 10), byteRange('bytes=4-2', 10), byteRange('lines=1-2', 10)]).toEqual([
    null,
    null,
    null,
  ])
})
