import { createServer as createHttpServer } from 'node:http'
import type { RequestListener } from 'node:http'
import { createServer } from 'node:net'
import type { AddressInfo, Server, Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { expect, it, onTestFinished } from 'vitest'
import { httpLink } from '#core/sync-client/http-link.ts'
import { Driver } from '#core/sync-client/driver.ts'
import { networkWire } from '#core/sync-client/network-wire.ts'
import { exchange } from '#core/sync-client/round.ts'
import { PlainServer } from '#test/support/sync/plain-server.ts'
import { testReplica } from '#test/support/sync/test-replica.ts'

async function listening(server: Server): Promise<string> {
  const open = new Set<Socket>()
  server.on('connection', (socket: Socket) => open.add(socket))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.close()
    for (const socket of open) socket.destroy()
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

it(
  'S10 SYNC-LINK-4 a line that lets everything in and answers nothing has its reason within 30 s',
  { timeout: 60_000 },
  async () => {
    const url = await listening(createServer(() => {}))
    const wire = () => networkWire({ url, credential: 'c'.repeat(40) })
    const { client } = testReplica(new PlainServer(), { device: 'machine-a', projections: [], wire })
    const driver = new Driver({
      client,
      round: (work) => exchange(client, work),
      after: (ms, work) => {
        const timer = setTimeout(work, ms)
        return () => clearTimeout(timer)
      },
      jitter: () => 0,
      openLive: () => ({ follow: () => {}, close: () => {} }),
      onState: () => {},
    })
    driver.tell({ kind: 'join' })
    await expect.poll(() => driver.state.kind, { timeout: 30_000 }).toBe('waiting')
    expect(driver.state).toMatchObject({ reason: { code: 'sync-unreachable', params: { detail: 'ETIMEDOUT' } } })
    driver.tell({ kind: 'leave' })
  },
)

/** Nothing may move for so long here. */
const patienceMs = 1000

const call = (url: string, body: Blob | undefined) =>
  httpLink(patienceMs).call(
    { url: new URL(url), method: body === undefined ? 'GET' : 'POST', headers: {}, body, signal: undefined },
    { context: {} },
    [],
    undefined,
  )

type Answering = (...args: Parameters<RequestListener>) => void | Promise<void>

async function answerOf(answer: Answering, body?: Blob): Promise<{ status: number; length: number; ms: number }> {
  const url = await listening(createHttpServer((request, response) => void answer(request, response)))
  const begun = performance.now()
  const told = await call(url, body)
  const value = (await told.body()) as Blob
  return { status: told.status, length: value.size, ms: performance.now() - begun }
}

const bytesType = { 'content-type': 'application/octet-stream' }

it('S17 SYNC-LINK-4 an answer that comes steadily takes as long as it needs', async () => {
  const { length, ms } = await answerOf(async (_, response) => {
    response.writeHead(200, bytesType)
    for (let part = 0; part < 8; part += 1) {
      response.write(Buffer.alloc(1000))
      await wait(patienceMs * 0.4)
    }
    response.end()
  })
  expect(length).toBe(8000)
  expect(ms).toBeGreaterThan(patienceMs * 2.5)
})

it('S10 SYNC-LINK-4 an answer that stops in the middle is no answer', async () => {
  const stopped = answerOf((_, response) => {
    response.writeHead(200, bytesType)
    response.write('half')
  })
  await expect(stopped).rejects.toMatchObject({ code: 'ETIMEDOUT' })
})

const large = new Blob([Buffer.alloc(24 * 1024 * 1024)])

it('S17 SYNC-LINK-4 a question that goes steadily takes as long as it needs', { timeout: 60_000 }, async () => {
  const { status, ms } = await answerOf(async (request, response) => {
    let taken = 0
    for await (const part of request) {
      const before = taken
      taken += (part as Buffer).length
      if (Math.floor(before / 1_500_000) !== Math.floor(taken / 1_500_000)) await wait(patienceMs * 0.8)
    }
    response.writeHead(200, bytesType)
    response.end('x')
  }, large)
  expect(status).toBe(200)
  // Longer than the silence of a large question.
  expect(ms).toBeGreaterThan(patienceMs + 8000)
})

it('S10 SYNC-LINK-4 a question that nobody takes ends', { timeout: 60_000 }, async () => {
  const url = await listening(createServer((socket) => socket.pause()))
  const begun = performance.now()
  await expect(call(url, large)).rejects.toMatchObject({ code: 'ETIMEDOUT' })
  expect(performance.now() - begun).toBeLessThan(20_000)
})
