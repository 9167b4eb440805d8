import { createReadStream, statSync } from 'node:fs'
import { createServer, request as forward } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'
import { extname, join, normalize, sep } from 'node:path'
import { createGate } from './gate.ts'
import type { Gate } from './gate.ts'

interface Options {
  readonly port: number
  /** The core's local socket. */
  readonly socket: string
  /** Folder of the built window. */
  readonly renderer: string
}

const mediaTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.json': 'application/json',
}

/** Serves the window on loopback and joins it to the core's socket. */
export async function serveWindow(options: Options): Promise<{ readonly address: string; readonly close: () => void }> {
  const server = createServer()
  await listen(server, options.port)
  const port = (server.address() as AddressInfo).port
  const gate = createGate(port)
  server.on('request', (request, response) => answer(options, gate, request, response))
  server.on('upgrade', (request, socket, head) => joinSocket(options, gate, request, { socket, head }))
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

function answer(options: Options, gate: Gate, request: IncomingMessage, response: ServerResponse): void {
  const verdict = gate.judge(request)
  if (verdict.kind === 'refused') {
    response.writeHead(403, { 'content-type': 'text/plain; charset=utf-8' })
    response.end('افتح البرنامج من العنوان الذي طُبع عند التشغيل.\nOpen the program at the address that was printed when it started.\n')
    return
  }
  if (verdict.kind === 'welcome') {
    response.writeHead(303, { location: '/', 'set-cookie': verdict.cookie, 'cache-control': 'no-store' })
    response.end()
    return
  }
  const url = new URL(request.url ?? '/', 'http://127.0.0.1')
  if (url.pathname.startsWith('/files/')) passOn(options.socket, request, response)
  else sendStatic(options.renderer, url.pathname, gate, response)
}

function passOn(socketPath: string, request: IncomingMessage, response: ServerResponse): void {
  const headers = { ...request.headers }
  delete headers.cookie
  const onward = forward({ socketPath, path: request.url, method: request.method, headers }, (reply) => {
    response.writeHead(reply.statusCode ?? 502, reply.headers)
    reply.pipe(response)
  })
  onward.on('error', () => {
    if (!response.headersSent) response.writeHead(502)
    response.end()
  })
  request.pipe(onward)
}

function sendStatic(folder: string, pathname: string, gate: Gate, response: ServerResponse): void {
  const name = normalize(decodeURIComponent(pathname === '/' ? '/index.html' : pathname))
  const path = join(folder, name)
  const stat = path.startsWith(folder + sep) ? statSync(path, { throwIfNoEntry: false }) : undefined
  if (stat === undefined || !stat.isFile()) {
    response.writeHead(404)
    response.end()
    return
  }
  const hashed = name.includes(`${sep}assets${sep}`)
  response.writeHead(200, {
    ...gate.securityHeaders,
    'content-type': mediaTypes[extname(path)] ?? 'application/octet-stream',
    'content-length': String(stat.size),
    'cache-control': hashed ? 'max-age=31536000, immutable' : 'no-cache',
  })
  createReadStream(path).pipe(response)
}

function joinSocket(options: Options, gate: Gate, request: IncomingMessage, end: { socket: Duplex; head: Buffer }): void {
  if (gate.judge(request).kind !== 'known' || request.url !== '/rpc') return void end.socket.destroy()
  const core = connect(options.socket)
  const headers = Object.entries(request.headers).filter(([name]) => name !== 'cookie')
  core.write(`GET /rpc HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${String(value)}`).join('\r\n')}\r\n\r\n`)
  core.write(end.head)
  core.pipe(end.socket).pipe(core)
  core.on('error', () => end.socket.destroy())
  end.socket.on('error', () => core.destroy())
}
