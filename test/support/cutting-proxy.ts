import { connect, createServer } from 'node:net'
import type { AddressInfo, Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A line between a machine and a server that can be cut in the middle of a body. */
export interface CuttingProxy {
  readonly address: string
  /** Lets so many bytes more through, both ways together, then cuts every connection and lets no new one in. */
  cutAfter(bytes: number): void
  mend(): void
  /** From now on new connections go to another server. */
  aimAt(target: string): void
  /** Bytes that went through so far. */
  readonly carried: () => { readonly up: number; readonly down: number }
}

export async function cuttingProxy(target: string): Promise<CuttingProxy> {
  let { port } = new URL(target)
  const open = new Set<Socket>()
  const carried = { up: 0, down: 0 }
  let left = Infinity
  const pass = (from: Socket, to: Socket, way: keyof typeof carried): void => {
    from.on('data', (bytes: Buffer) => {
      const passed = bytes.subarray(0, Math.max(0, left))
      left -= bytes.length
      carried[way] += passed.length
      to.write(passed)
      if (left <= 0) setImmediate(() => open.forEach((socket) => socket.destroy()))
    })
    from.on('error', () => to.destroy())
    from.on('close', () => {
      open.delete(from)
      to.destroy()
    })
  }
  const proxy = createServer((client) => {
    if (left <= 0) return void client.destroy()
    const server = connect(Number(port), '127.0.0.1')
    open.add(client).add(server)
    pass(client, server, 'up')
    pass(server, client, 'down')
  })
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready))
  onTestFinished(() => {
    open.forEach((socket) => socket.destroy())
    proxy.close()
  })
  return {
    address: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    cutAfter: (bytes) => void (left = bytes),
    mend: () => void (left = Infinity),
    aimAt: (next) => void ({ port } = new URL(next)),
    carried: () => ({ ...carried }),
  }
}
