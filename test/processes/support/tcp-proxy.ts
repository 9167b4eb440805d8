import { createServer, connect } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'

/** What the line does to whatever passes. */
export type LineMood =
  | { readonly kind: 'open' }
  /** Every connection is ended, new ones too. */
  | { readonly kind: 'cut' }
  /** Each piece waits so long. */
  | { readonly kind: 'slow'; readonly ms: number }
  /** So many bytes of the server's answers pass, or of a machine's questions; then the connection is gone. */
  | { readonly kind: 'drops'; readonly side: 'answer' | 'question'; readonly bytes: number }

export interface TcpProxy {
  readonly port: number
  mood: LineMood
  /** Ends what is open now. */
  cutNow(): void
  close(): Promise<void>
}

/** A line between machines and a server that can be cut, slowed, and dropped in the middle of a body. */
export async function tcpProxy(targetPort: number): Promise<TcpProxy> {
  const open = new Set<Socket>()
  const proxy = { mood: { kind: 'open' } as LineMood }
  const keep = (socket: Socket): void => {
    open.add(socket)
    socket.on('error', () => socket.destroy())
    socket.on('close', () => open.delete(socket))
  }
  const server = createServer((near) => {
    keep(near)
    if (proxy.mood.kind === 'cut') return void near.destroy()
    const far = connect(targetPort, '127.0.0.1')
    keep(far)
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
    carry({ from: near, to: far, side: 'question' }, () => proxy.mood)
    carry({ from: far, to: near, side: 'answer' }, () => proxy.mood)
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const cutNow = (): void => {
    for (const socket of open) socket.destroy()
  }
  return Object.assign(proxy, {
    port: (server.address() as AddressInfo).port,
    cutNow,
    close: async () => {
      cutNow()
      await new Promise((done) => server.close(done))
    },
  })
}

interface Way {
  readonly from: Socket
  readonly to: Socket
  readonly side: 'answer' | 'question'
}

/** Pieces one after the other; what waits holds back what comes behind it. */
function carry({ from, to, side }: Way, moodNow: () => LineMood): void {
  let passed = 0
  const pass = async (piece: Buffer): Promise<void> => {
    const mood = moodNow()
    if (mood.kind === 'slow') await wait(mood.ms)
    if (mood.kind === 'cut') return void from.destroy()
    if (mood.kind !== 'drops' || mood.side !== side) return void to.write(piece)
    passed += piece.length
    if (passed <= mood.bytes) return void to.write(piece)
    to.write(piece.subarray(0, Math.max(0, piece.length - (passed - mood.bytes))), () => from.destroy())
  }
  let before = Promise.resolve()
  from.on('data', (piece: Buffer) => {
    before = before.then(() => pass(piece))
  })
  from.on('end', () => {
    before = before.then(() => void to.end())
  })
}
