import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished } from 'vitest'
import { WebSocketServer } from 'ws'
import { wireVersion } from '#shared/contract/wire/contract.ts'
import type { ConnectionState } from '#shared/sync/connection.ts'
import { Driver } from '#core/sync-client/driver.ts'
import { type LiveEars, networkLive } from '#core/sync-client/live-channel.ts'
import { LivePushes } from '#core/sync-client/live-pushes.ts'
import { enrolAt, networkWire } from '#core/sync-client/network-wire.ts'
import { exchange } from '#core/sync-client/round.ts'
import { plainFeed, PlainServer } from '#test/support/sync/plain-server.ts'
import { testReplica } from '#test/support/sync/test-replica.ts'

/** Whatever stands in the server's place: it opens any channel, sends the frame, and answers any call with the body. */
async function strangerAt(answer: { readonly frame?: Buffer; readonly type?: string; readonly body?: string }) {
  const server = createServer((_, response) => {
    response.writeHead(200, { 'content-type': answer.type ?? 'text/html' })
    response.end(answer.body ?? '<html><body>Sign in to this network</body></html>')
  })
  const sockets = new WebSocketServer({ server })
  sockets.on('connection', (socket) => answer.frame !== undefined && socket.send(answer.frame))
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    for (const socket of sockets.clients) socket.terminate()
    server.close()
    server.closeAllConnections()
  })
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, credential: 'c'.repeat(40) }
}

const frames = {
  'no zstd at all': Buffer.from('<html>Sign in to this network</html>'),
  'one that was cut': Buffer.from('28b52ffd2004', 'hex'),
  nothing: Buffer.alloc(0),
}

it.for(Object.entries(frames))(
  'S10 SYNC-LINK-6 a live frame of %s ends the channel, not the core',
  async ([, frame]) => {
    const told: string[] = []
    const stranger = await strangerAt({ frame })
    await new Promise<void>((lost) => {
      networkLive(
        stranger,
        new LivePushes(),
      )({
        opened: () => told.push('opened'),
        broken: () => told.push('broken'),
        page: () => told.push('page'),
        notice: () => told.push('notice'),
        lost: () => {
          told.push('lost')
          lost()
        },
      })
    })
    expect(told).toEqual(['opened', 'broken', 'lost'])
  },
)

it('S10 SYNC-LINK-6 what cannot be read on the live line is told, waited for and tried again', async () => {
  const { client } = testReplica(new PlainServer(), { device: 'machine-a', projections: [] })
  const states: ConnectionState[] = []
  const ears: LiveEars[] = []
  const waits: (() => void)[] = []
  const driver = new Driver({
    client,
    round: (work) => exchange(client, work),
    after: (_, work) => (waits.push(work), () => {}),
    jitter: () => 0,
    openLive: (opened) => (ears.push(opened), { follow: () => {}, close: () => {} }),
    onState: (state) => states.push(state),
  })
  driver.tell({ kind: 'join' })
  await expect.poll(() => driver.state.kind).toBe('resting')
  ears.at(-1)?.opened()
  await expect.poll(() => driver.state).toEqual({ kind: 'resting', live: true })
  ears.at(-1)?.broken()
  ears.at(-1)?.lost()
  await expect.poll(() => driver.state.kind).toBe('waiting')
  expect(states.at(-1)).toMatchObject({ reason: { code: 'sync-page-malformed', params: { detail: 'live' } } })
  waits.at(-1)?.()
  await expect.poll(() => driver.state.kind).toBe('resting')
  expect(ears).toHaveLength(2)
  driver.tell({ kind: 'leave' })
})

it('S10 SYNC-LINK-3 a channel that something between cuts at once is opened again ever later', async () => {
  const stranger = await strangerAt({ frame: frames.nothing })
  const open = networkLive(stranger, new LivePushes())
  const opened: number[] = []
  const begun = performance.now()
  await new Promise<void>((enough) => {
    const again = (): void => {
      const channel = open({
        opened: () => void opened.push(performance.now() - begun),
        broken: () => {},
        page: () => {},
        notice: () => {},
        // As the driver does: another is asked for at once.
        lost: () => {
          channel.close()
          if (opened.length < 3) again()
          else enough()
        },
      })
    }
    again()
  })
  expect(opened).toHaveLength(3)
  expect(opened[1]).toBeGreaterThan(900)
  expect((opened[2] ?? 0) - (opened[1] ?? 0)).toBeGreaterThan(1900)
})

it('S10 an answer that is no answer of the contract is told as one, whatever was asked', async () => {
  for (const answer of [{}, { type: 'application/json', body: '{"ok":true}' }]) {
    const stranger = await strangerAt(answer)
    const wire = networkWire(stranger)
    const refused = { ok: false, refusal: { code: 'sync-page-malformed', params: { detail: 'answer' } } }
    expect(await wire.hello({ wire: wireVersion, epoch: 1, waiting: 0 })).toMatchObject(refused)
    expect(await wire.pull({ feed: plainFeed, after: 0, limit: 10 })).toMatchObject(refused)
    expect(await wire.push(new Uint8Array([1]))).toMatchObject(refused)
    expect(await wire.snapshot(plainFeed)).toMatchObject(refused)
    expect(await wire.part({ feed: plainFeed, address: 'a'.repeat(64) })).toMatchObject(refused)
    expect(await enrolAt(stranger.url, {} as never)).toMatchObject(refused)
  }
})

it('S10 bytes that do not unpack are told as what cannot be read', async () => {
  const wire = networkWire(await strangerAt({ type: 'application/octet-stream', body: 'x'.repeat(5000) }))
  expect(await wire.pull({ feed: plainFeed, after: 0, limit: 10 })).toMatchObject({
    ok: false,
    refusal: { code: 'sync-page-malformed', params: { detail: 'answer' } },
  })
})
