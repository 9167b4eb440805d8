import { randomBytes, randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, it, onTestFinished, vi } from 'vitest'
import { WebSocketServer } from 'ws'
import { livePushMostBytes, readLivePush } from '#shared/contract/wire/live.ts'
import type { LivePushAnswer } from '#shared/contract/wire/live.ts'
import { must } from '#shared/lib/assert.ts'
import { refuse } from '#shared/lib/result.ts'
import { networkLive } from '#core/sync-client/live-channel.ts'
import { LivePushes } from '#core/sync-client/live-pushes.ts'
import { networkWire } from '#core/sync-client/network-wire.ts'
import { unpackedNow } from '#core/sync-client/pack.ts'

/** Sooner than by silence. */
const soon = 5_000

/** `refused`: with a code; `fault`, `unknown`: what no call would be refused with; `cut`: the channel ends; `silent`: nothing. */
type Way = 'pushed' | 'refused' | 'fault' | 'unknown' | 'cut' | 'silent'

const reasons = {
  refused: { code: 'sync-chain-ahead', params: { epoch: 1, sequence: 4 } },
  fault: null,
  unknown: { code: 'of-a-later-server', params: {} },
}

/** A server that answers pushes over the channel by its way, and calls always. `calls`, `frames`: the pages that came. */
async function serverBy(way: Way) {
  const said = { way, calls: [] as string[], frames: [] as string[] }
  const text = (bytes: Uint8Array): string => Buffer.from(unpackedNow(bytes)).toString()
  const http = createServer((request, response) => {
    const parts: Buffer[] = []
    request.on('data', (part: Buffer) => parts.push(part))
    request.on('end', () => {
      said.calls.push(text(Buffer.concat(parts)))
      response.writeHead(200, { 'content-type': 'application/json' })
      response.end(JSON.stringify({ outcomes: [], rights: 'by a call' }))
    })
  })
  const sockets = new WebSocketServer({ server: http })
  sockets.on('connection', (socket) => {
    const tell = (answer: LivePushAnswer): void => socket.send(JSON.stringify(answer))
    socket.on('message', (data: Buffer) => {
      const { number, packed } = must(readLivePush(data), 'a push')
      said.frames.push(text(packed))
      // An answer to what was never asked, or is waited for no more.
      tell({ kind: 'pushed', number: number + 1000, outcomes: [], rights: 'another' })
      if (said.way === 'cut') socket.close(1001)
      else if (said.way === 'pushed') tell({ kind: 'pushed', number, outcomes: [], rights: 'live' })
      else if (said.way !== 'silent') tell({ kind: 'not_pushed', number, reason: reasons[said.way] })
    })
  })
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done))
  onTestFinished(() => {
    for (const socket of sockets.clients) socket.terminate()
    http.close()
    http.closeAllConnections()
  })
  const { port } = http.address() as AddressInfo
  return { said, line: { url: `http://127.0.0.1:${port}`, credential: 'c'.repeat(40) } }
}

/** A machine with an open channel to such a server. */
async function machineBy(way: Way) {
  const { said, line } = await serverBy(way)
  const pushes = new LivePushes()
  const wire = networkWire(line, pushes)
  const told: string[] = []
  const lost = vi.fn<() => void>()
  const channel = await new Promise<ReturnType<ReturnType<typeof networkLive>>>((opened) => {
    const open = networkLive(
      line,
      pushes,
    )({
      opened: () => setImmediate(() => opened(open)),
      lost,
      broken: () => told.push('broken'),
      page: () => told.push('page'),
      notice: () => told.push('notice'),
    })
  })
  onTestFinished(() => channel.close())
  const push = async (page: string) => {
    const pushed = await wire.push(Buffer.from(page))
    return pushed.ok ? pushed.value.rights : pushed
  }
  return { said, push, pushes, channel, lost, told }
}

it('SYNC-LINK-7 a push goes over the open channel, and no call is made; nobody else hears its answer', async () => {
  const { said, push, told } = await machineBy('pushed')
  expect([await push('a'), await push('b'.repeat(9000))]).toEqual(['live', 'live'])
  expect(said).toMatchObject({ calls: [], frames: ['a', 'b'.repeat(9000)] })
  expect(told).toEqual([])
})

it(
  'SYNC-LINK-7 S3 a channel that is lost before the answer leaves the push to a call, and so it is until another opens',
  async () => {
    const { said, push, lost } = await machineBy('cut')
    expect(await push('a')).toBe('by a call')
    expect(lost).toHaveBeenCalledOnce()
    expect(await push('b')).toBe('by a call')
    expect(said).toMatchObject({ frames: ['a'], calls: ['a', 'b'] })
  },
  soon,
)

it(
  'SYNC-LINK-7 S3 a channel that this machine closes during a push leaves it to a call',
  async () => {
    const { said, push, channel } = await machineBy('silent')
    const answered = push('a')
    await expect.poll(() => said.frames).toEqual(['a'])
    channel.close()
    expect(await answered).toBe('by a call')
  },
  soon,
)

it('SYNC-LINK-7 SYNC-PUSH-3 a refusal is what it is by a call, its code and what it names', async () => {
  const { said, push } = await machineBy('refused')
  expect(await push('a')).toEqual(refuse('sync-chain-ahead', { epoch: 1, sequence: 4 }))
  expect(said.calls).toEqual([])
})

it.for(['fault', 'unknown'] as const)('SYNC-LINK-7 S10 a %s is asked of by a call', async (way) => {
  const { said, push } = await machineBy(way)
  expect(await push('a')).toBe('by a call')
  expect(said).toMatchObject({ frames: ['a'], calls: ['a'] })
})

it(
  'SYNC-LINK-7 SYNC-PUSH-1 while a push is under way the next is a call, also where the first is left to one',
  async () => {
    const { said, push, channel } = await machineBy('silent')
    const first = push('a')
    expect(await push('b')).toBe('by a call')
    channel.close()
    expect(await first).toBe('by a call')
    expect(said).toMatchObject({ frames: ['a'], calls: ['b', 'a'] })
  },
  soon,
)

it('SYNC-LINK-7 SYNC-PUSH-1 none goes over the channel while a call is under way', async () => {
  const { said, push } = await machineBy('pushed')
  const large = push('x'.repeat(livePushMostBytes + 1))
  expect([await push('b'), await large, await push('c')]).toEqual(['by a call', 'by a call', 'live'])
  expect(said.frames).toEqual(['c'])
})

it('SYNC-LINK-7 what is larger than 64 KiB goes by a call, also when only packing makes it so', async () => {
  const pushes = new LivePushes()
  const sent: Uint8Array[] = []
  pushes.opened((frame) => sent.push(frame) > 0)
  expect(pushes.push(new Uint8Array(livePushMostBytes + 1))).toBe(null)
  expect(pushes.push(randomBytes(livePushMostBytes))).toBe(null)
  expect(sent).toEqual([])
  expect(pushes.push(Buffer.from(randomUUID().repeat(1800)))).not.toBe(null)
  expect(sent.map((frame) => readLivePush(frame)?.number)).toEqual([1])
  pushes.ended()
})

it('SYNC-LINK-7 a channel that takes no more leaves the push to a call', () => {
  const pushes = new LivePushes()
  expect(pushes.push(randomBytes(9))).toBe(null)
  pushes.opened(() => false)
  expect(pushes.push(randomBytes(9))).toBe(null)
})

it('SYNC-LINK-7 SYNC-LINK-4 what is silent for ten seconds is asked of by a call, and its late answer is no other’s', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  onTestFinished(() => void vi.useRealTimers())
  const pushes = new LivePushes()
  pushes.opened(() => true)
  const ended = vi.fn<(answered: unknown) => void>()
  void pushes.push(randomBytes(9))?.then(ended)
  await vi.advanceTimersByTimeAsync(9_999)
  expect(ended).not.toHaveBeenCalled()
  await vi.advanceTimersByTimeAsync(1)
  expect(ended.mock.calls).toEqual([[null]])
  const second = pushes.push(randomBytes(9))
  pushes.heard({ kind: 'pushed', number: 1, outcomes: [], rights: 'late' })
  pushes.heard({ kind: 'pushed', number: 2, outcomes: [], rights: 'own' })
  expect(await second).toMatchObject({ ok: true, value: { rights: 'own' } })
  expect(vi.getTimerCount()).toBe(0)
})
