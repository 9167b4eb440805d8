import { createReadStream } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { securityHeaders } from '#main/host/security-headers.ts'
import { cacheControl, findWindowFile } from '#main/host/window-files.ts'
import { shellMessages } from '#shared/i18n/shell.ts'
import { createGate } from './gate.ts'
import type { Gate } from './gate.ts'
import { joinSocket, passOn } from './pass-on.ts'

interface Options {
  /** 0 lets the system choose. */
  readonly port: number
  /** The core's local socket. */
  readonly socket: string
  /** Folder of the built window. */
  readonly renderer: string
}

interface Site extends Options {
  readonly gate: Gate
  readonly headers: Readonly<Record<string, string>>
}

/** Serves the window on loopback and joins it to the core's socket. Throws what listening throws (`EADDRINUSE`). */
export async function serveWindow(options: Options): Promise<{ readonly address: string; readonly close: () => void }> {
  const server = createServer()
  // Half a gigabyte over a slow disk may take longer than the five minutes that are usual.
  server.requestTimeout = 0
  await listen(server, options.port)
  const port = (server.address() as AddressInfo).port
  const gate = createGate(port)
  const sockets = [`ws://127.0.0.1:${port}`, `ws://localhost:${port}`]
  const site: Site = { ...options, gate, headers: securityHeaders(sockets) }
  server.on('request', (request, response) => answer(site, request, response))
  server.on('upgrade', (request, socket, head) => {
    if (gate.judge(request).kind === 'known' && request.url === '/rpc')
      joinSocket(site.socket, request, { socket, head })
    else socket.end('HTTP/1.1 403 Forbidden\r\nconnection: close\r\n\r\n')
  })
  return {
    address: `http://127.0.0.1:${port}/?t=${gate.token}`,
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
    response.writeHead(303, {
      ...site.headers,
      location: '/',
      'set-cookie': verdict.cookie,
      'cache-control': 'no-store',
    })
    return void response.end()
  }
  const [pathname = '/'] = (request.url ?? '/').split('?')
  if (pathname.startsWith('/files/')) passOn(site.socket, request, response)
  else sendFile(site, pathname, { request, response })
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
