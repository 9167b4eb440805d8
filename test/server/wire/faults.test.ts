import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createConnection } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { wireVersion } from '#shared/contract/wire/contract.ts'
import { socketPath } from '#server/admin/ask-running.ts'
import type { Journal } from '#server/ports.ts'
import { administer, enrolTestDevice, startTestServer, serverPatience } from '#test/support/test-server.ts'
import type { TestDevice, TestServer } from '#test/support/test-server.ts'

let server: TestServer
let device: TestDevice
const folder = mkdtempSync(join(tmpdir(), 'insaf-server-'))
const lines: { readonly message: string; readonly error: unknown }[] = []
const keeping: Journal['error'] = (message, fields = {}) =>
  void lines.push({ message, ...fields, error: fields['error'] })

beforeAll(async () => {
  server = await startTestServer(folder)
  server.server.ports.journal.error = keeping
  await administer(server, 'office add', { code: 'NO', name: 'مكتب الشمال' })
  device = await enrolTestDevice(server, { kind: 'office', code: 'NO' })
}, serverPatience)

afterEach(() => void lines.splice(0))

afterAll(async () => {
  await server.stop()
  rmSync(folder, { recursive: true, force: true })
})

/** Sends one request line as an upgrade; out: what came back until the server hung up. */
async function upgradeWith(line: string): Promise<string> {
  const socket = createConnection(Number(new URL(server.address).port), '127.0.0.1')
  let heard = ''
  socket.on('data', (data) => (heard += data.toString()))
  socket.write(`${line} HTTP/1.1\r\nHost: here\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n`)
  await once(socket, 'close')
  return heard
}

test('S10 a request to upgrade that names no address hangs up, and the server goes on', async () => {
  for (const line of ['GET //', 'GET http://', 'GET /wire/elsewhere', 'GET ?'])
    expect(await upgradeWith(line)).not.toContain('101')
  expect((await fetch(`${server.address}/health`)).status).toBe(200)
})

test('R-09 S10 a fault inside a call is one line with a number, its kind and its place, and none of its words', async () => {
  const failed = Object.assign(new Error('Failed query\nparams: سعاد,0791234567'), { code: '23505' })
  const read = vi.spyOn(server.server.log, 'read').mockRejectedValue(failed)
  try {
    await expect(device.client.sync.hello({ wire: wireVersion, epoch: 1, waiting: 0 })).rejects.toThrow('Internal')
    expect((await fetch(`${server.address}/ready`)).status).toBe(503)
  } finally {
    read.mockRestore()
  }
  expect(lines).toMatchObject([
    { message: 'fault', call: 'sync.hello', id: expect.any(String) as string },
    { message: 'not ready' },
  ])
  for (const { error } of lines) expect(error).toMatch(/^Error 23505\n\s+at /)
  expect(JSON.stringify(lines)).not.toMatch(/سعاد|0791234567|params/)
})

test('S10 a refusal is no fault and leaves no line', async () => {
  await expect(device.client.sync.pull({ feed: 'central' as never, after: 0, limit: 1 })).rejects.toThrow('')
  expect(lines).toEqual([])
})

test('S10 who only looks whether a server stands here, and leaves, is no fault', async () => {
  const socket = createConnection(socketPath(folder))
  await once(socket, 'connect')
  socket.end()
  socket.resume()
  await once(socket, 'close')
  expect(lines).toEqual([])
})
