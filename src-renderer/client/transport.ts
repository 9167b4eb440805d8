/**
 * The way to the core: a WebSocket of the same origin in a browser, a message port given by the preload in Electron.
 * Both come back by themselves after a restart of the core; `onOpen` is told each time, before anything else is asked.
 */
import type { ClientContext, ClientLink } from '@orpc/client'
import { RPCLink as PortLink } from '@orpc/client/message-port'
import type { ClientRetryPluginContext } from '@orpc/client/plugins'
import { ClientRetryPlugin } from '@orpc/client/plugins'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import { WebSocket as ReconnectingSocket } from 'partysocket'
import { portLostMessage, portMessage } from '#shared/contract/desktop/shell-channels.ts'
import type { ShellApi } from '#shared/contract/desktop/shell.ts'
import { setConnection } from './connection.ts'

export type CallContext = ClientContext & ClientRetryPluginContext
export type CoreLink = ClientLink<CallContext>

declare global {
  interface Window {
    /** Put there by the preload in Electron; missing in a browser. */
    readonly insaf?: ShellApi
  }
}

export const isElectron = (): boolean => window.insaf !== undefined

/** In: what must happen first on every new connection. Out: the link all calls go through. */
export function openTransport(onOpen: (link: CoreLink) => Promise<void>): CoreLink {
  return isElectron() ? portTransport(onOpen) : socketTransport(onOpen)
}

const plugins = () => [new ClientRetryPlugin<CallContext>()]

function socketTransport(onOpen: (link: CoreLink) => Promise<void>): CoreLink {
  const address = `${window.location.origin.replace(/^http/, 'ws')}/rpc`
  const socket = new ReconnectingSocket(address, [], {
    minReconnectionDelay: 200,
    maxReconnectionDelay: 2000,
    // A host that serves already holds the socket until its core has opened the office, however long that takes.
    connectionTimeout: 60_000,
    maxEnqueuedMessages: 0,
  })
  // Its type lacks only the legacy members of the browser's WebSocket.
  const link = new SocketLink<CallContext>({ websocket: socket as unknown as globalThis.WebSocket, plugins: plugins() })
  let ready = firstOpening()
  let isOpen = false
  socket.addEventListener('open', () => {
    isOpen = true
    const settled = onOpen(link)
    ready.open(settled)
    void settled.finally(() => setConnection('online'))
  })
  socket.addEventListener('close', () => {
    setConnection('lost')
    // What waits for the first opening goes on waiting for it: a new door would leave it at one that never opens.
    if (isOpen) ready = firstOpening()
    isOpen = false
  })
  return { call: async (path, input, options) => (await ready.opened, link.call(path, input, options)) }
}

function portTransport(onOpen: (link: CoreLink) => Promise<void>): CoreLink {
  let now: { readonly port: MessagePort; readonly link: CoreLink } | null = null
  let ready = firstOpening()
  const lose = () => {
    if (now === null) return
    const { port } = now
    now = null
    ready = firstOpening()
    setConnection('lost')
    // What is under way on it ends with this event; Chromium before 122 has none of its own.
    port.dispatchEvent(new Event('close'))
    port.close()
  }
  const take = (port: MessagePort) => {
    lose()
    const link = new PortLink<CallContext>({ port, plugins: plugins() })
    now = { port, link }
    port.addEventListener('close', () => {
      if (now?.port === port) lose()
    })
    port.start()
    const settled = onOpen(link)
    ready.open(settled)
    void settled.finally(() => setConnection('online'))
  }
  window.addEventListener('message', ({ source, data, ports: [port] }) => {
    if (source !== window) return
    if (data === portLostMessage) lose()
    else if (data === portMessage && port !== undefined) take(port)
  })
  window.insaf?.connect()
  return {
    call: async (path, input, options) => {
      await ready.opened
      if (now === null) throw new Error('no port to the core')
      return now.link.call(path, input, options)
    },
  }
}

/** A door that opens once and keeps callers waiting until then. */
function firstOpening(): { readonly opened: Promise<void>; readonly open: (first: Promise<void>) => void } {
  let resolve: () => void = () => {}
  const opened = new Promise<void>((settle) => {
    resolve = settle
  })
  return { opened, open: (first) => void first.finally(resolve) }
}
