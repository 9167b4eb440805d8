import { RPCHandler } from '@orpc/server/message-port'
import { newConnection } from '#core/services/connection.ts'
import type { CoreApi } from './core-api.ts'

/** A message port as Electron gives it to Node code; oRPC knows this shape. */
export interface CorePort {
  on(event: string, listener: (event?: { data: unknown }) => void): void
  postMessage(data: unknown): void
}

/** In: the core. Out: what serves the contract over one window's port, until that closes. */
export function portServer(core: CoreApi): (port: CorePort) => void {
  const rpc = new RPCHandler(core.router)
  return (port) => rpc.upgrade(port, { context: { connection: newConnection('window') } })
}
