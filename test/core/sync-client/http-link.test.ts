import { createServer } from 'node:http'
import type { RequestListener, Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { wireVersion } from '#shared/contract/wire/contract.ts'
import { networkWire } from '#core/sync-client/network-wire.ts'
import { plainFeed } from '#test/support/sync/plain-server.ts'

async function serverOf(answer: RequestListener): Promise<{ server: Server; wire: ReturnType<typeof networkWire> }> {
  const server = createServer(answer)
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { server, wire: networkWire({ url, credential: 'c'.repeat(40) }) }
}

const hello = { wire: wireVersion, epoch: 1, waiting: 0 }
const unreachable = (detail: string) => ({ ok: false, refusal: { code: 'sync-unreachable', params: { detail } } })

it('SYNC-LINK-3 calls go over one connection that stays open; one that the server let go is replaced, and nobody hears of it', async () => {
  const asked: Socket[] = []
  const { server, wire } = await serverOf((request, response) => {
    asked.push(request.socket)
    // Let go the moment it is used again, as a server does whose patience ends right then.
    if (asked.length === 2) return void request.socket.resetAndDestroy()
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end('[]')
  })
  server.keepAliveTimeout = 60_000
  expect(await wire.proposedLinks({ case: 'c' } as never)).toEqual({ ok: true, value: [] })
  expect(await wire.proposedLinks({ case: 'c' } as never)).toEqual({ ok: true, value: [] })
  expect(asked).toHaveLength(3)
  expect(asked[1]).toBe(asked[0])
  expect(asked[2]).not.toBe(asked[0])
})

it('SYNC-LINK-3 a connection that ends before its first answer is told, once', async () => {
  let asked = 0
  const { wire } = await serverOf((request) => {
    asked += 1
    request.socket.resetAndDestroy()
  })
  expect(await wire.hello(hello)).toEqual(unreachable('ECONNRESET'))
  expect(asked).toBe(1)
})

it('SYNC-LINK-3 an answer that is cut on a connection that stayed open is told: the server has read what was asked', async () => {
  let asked = 0
  const { wire } = await serverOf((request, response) => {
    asked += 1
    response.writeHead(200, { 'content-type': 'application/json', 'content-length': asked === 1 ? 2 : 1000 })
    if (asked === 1) return void response.end('[]')
    response.write('[')
    setImmediate(() => request.socket.resetAndDestroy())
  })
  expect(await wire.proposedLinks({ case: 'c' } as never)).toEqual({ ok: true, value: [] })
  expect(await wire.proposedLinks({ case: 'c' } as never)).toEqual(unreachable('ECONNRESET'))
  expect(asked).toBe(2)
})

it('SYNC-LINK-3 nobody there, and an answer that is cut, are told with what the network says', async () => {
  const nobody = networkWire({ url: 'http://127.0.0.1:1', credential: 'c'.repeat(40) })
  expect(await nobody.hello(hello)).toEqual(unreachable('ECONNREFUSED'))
  const { wire } = await serverOf((request, response) => {
    response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': 1000 })
    response.write('half')
    setImmediate(() => request.socket.destroy())
  })
  expect(await wire.pull({ feed: plainFeed, after: 0, limit: 10 })).toEqual(unreachable('ECONNRESET'))
})

it('S10 an answer that calls itself JSON and is none is no answer of the server', async () => {
  const { wire } = await serverOf((_, response) => {
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end('{"half":')
  })
  expect(await wire.hello(hello)).toMatchObject({ ok: false, refusal: { code: 'sync-unreachable' } })
})
