import type { FromCore, ToCore } from '#shared/contract/desktop/core-process.ts'
import type { CorePort } from './serve-port.ts'

type Listener = (event?: { data: unknown }) => void

interface Relayed {
  readonly port: CorePort
  readonly messages: Listener[]
  readonly closings: Listener[]
}

/**
 * Ports of windows where they cannot be handed over: each is a number, and the parent's channel carries what they say.
 * In: how to answer, what to do with a port that is new. Out: takes what the parent relays.
 */
export function relayedPorts(tell: (message: FromCore) => void, onPort: (port: CorePort) => void) {
  const open = new Map<number, Relayed>()
  const find = (connection: number): Relayed => {
    const known = open.get(connection)
    if (known !== undefined) return known
    const fresh = relayedPort(connection, tell)
    open.set(connection, fresh)
    onPort(fresh.port)
    return fresh
  }
  return (message: Extract<ToCore, { kind: 'relay' | 'relay-closed' }>): void => {
    if (message.kind === 'relay') {
      for (const listener of find(message.connection).messages) listener({ data: message.data })
      return
    }
    for (const listener of open.get(message.connection)?.closings ?? []) listener()
    open.delete(message.connection)
  }
}

function relayedPort(connection: number, tell: (message: FromCore) => void): Relayed {
  const messages: Listener[] = []
  const closings: Listener[] = []
  const port: CorePort = {
    on: (event, listener) => void (event === 'message' ? messages : closings).push(listener),
    postMessage: (data) => tell({ kind: 'relay', connection, data }),
  }
  return { port, messages, closings }
}
