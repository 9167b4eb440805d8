import { createReadStream } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { securityHeaders } from '#main/host/security-headers.ts'
import { cacheControl, findWindowFile } from '#main/host/window-files.ts'
import { troublePath } from '#shared/contract/desktop/trouble.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { shellMessages } from '#shared/i18n/shell.ts'
import { createGate } from './gate.ts'
import type { Gate } from './gate.ts'
import { joinSocket, passOn } from './pass-on.ts'
import type { SocketEnd } from './pass-on.ts'
import { createTroubleBoard } from './trouble-board.ts'
import type { TroubleBoard } from './trouble-board.ts'

interface Options {
  /** 0 lets the system choose. */
  readonly port: number
  /** The core's local socket, as soon as it listens; what asks for it before waits. */
  readonly socket: Promise<string>
  /** Folder of the built window. */
  readonly renderer: string
}

export interface ServedWindow {
  readonly address: string
  /** Says in a window that waits for the core why it does not come. Resolves when it was read, or nobody reads it. */
  readonly tell: (reason: PlainMessage) => Promise<void>
  readonly close: () => void
}

interface Site extends Options {
  readonly gate: Gate
  readonly trouble: TroubleBoard
  readonly headers: Readonly<Record<string, string>>
}

/** Serves the window on loopback and joins it to the core's socket. Throws what listening throws (`EADDRINUSE`). */
export async function serveWindow(options: Options): Promise<ServedWindow> {
  const server = createServer()
  // Half a gigabyte over a slow disk may take longer than the five minutes that are usual.
  server.requestTimeout = 0
  await listen(server, options.port)
  const port = (server.address() as AddressInfo).port
  const gate = createGate(port)
  const sockets = [`ws://127.0.0.1:${port}`, `ws://localhost:${port}`]
  const trouble = createTroubleBoard()
  const site: Site = { ...options, gate, trouble, headers: securityHeaders(sockets) }
  server.on('request', (request, response) => answer(site, request, response))
  server.on('upgrade', (request, socket, head) => {
    if (gate.judge(request).kind !== 'known' || request.url !== '/rpc')
      return void socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n')
    void joinWhenUp(site, request, { socket, head })
  })
  return {
    address: `http://127.0.0.1:${port}/?t=${gate.token}`,
    tell: (reason) => trouble.tell(reason),
    close: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}

const listen = (server: Server, port: number): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })

function answer(site: Site, request: IncomingMessage, response: ServerResponse): void {
  const verdict = site.gate.judge(request)
  if (verdict.kind === 'refused') return refuse(site, response)
  if (verdict.kind === 'welcome') {
    site.trouble.opened()
    response.writeHead(303, {
      ...site.headers,
      location: '/',
      'set-cookie': verdict.cookie,
      'cache-control': 'no-store',
    })
    return void response.end()
  }
  const [pathname = '/'] = (request.url ?? '/').split('?')
  if (pathname.startsWith('/files/')) void site.socket.then((socket) => passOn(socket, request, response))
  else if (pathname === troublePath) site.trouble.answer(response, site.headers)
  else sendFile(site, pathname, { request, response })
}

/** The window may come before its core: its socket is held until the core listens, or cut when it never will. */
async function joinWhenUp(site: Site, request: IncomingMessage, end: SocketEnd): Promise<void> {
  // Until it is joined nobody else hears that the window went away.
  end.socket.on('error', () => end.socket.destroy())
  const path = await Promise.race([site.socket, site.trouble.told])
  if (path === null) end.socket.end('HTTP/1.1 503 Service Unavailable\r\nconnection: close\r\n\r\n')
  else if (!end.socket.destroyed) joinSocket(path, request, end)
}

function refuse({ headers }: Site, response: ServerResponse): void {
  const { ar, en } = shellMessages.openAtAddress
  response.writeHead(403, { ...headers, 'content-type': 'text/plain; charset=utf-8' })
  response.end(`${ar}\n${en}\n`)
}

function sendFile(
  site: Site,
  pathname: string,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
): void {
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  const file = isRead ? findWindowFile(site.renderer, pathname) : null
  if (file === null) {
    response.writeHead(isRead ? 404 : 405, site.headers)
    return void response.end()
  }
  response.writeHead(200, {
    ...site.headers,
    'content-type': file.mediaType,
    'content-length': String(file.size),
    'cache-control': cacheControl(file),
  })
  if (request.method === 'HEAD') return void response.end()
  createReadStream(file.path)
    .on('error', () => response.destroy())
    .pipe(response)
}
