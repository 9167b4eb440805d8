import { chmodSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import { RPCHandler } from '@orpc/server/ws'
import { WebSocketServer } from 'ws'
import { newConnection } from '#core/services/connection.ts'
import type { CoreApi } from './core-api.ts'
import { answerCall } from './call-route.ts'
import { answerFile } from './file-route.ts'
import { coreHeader } from './find-core.ts'

/*
 * The one door of a running core: HTTP and WebSocket on a local socket (0600). The window's host, the command line and
 * tests come through it; it lends no rights by itself, a session does.
 *
 *   POST /call/FEATURE/PROCEDURE   one call, JSON in and out (command line)
 *   GET  /rpc                      the contract over a WebSocket (window)
 *   PUT  /files/uploads            a file's bytes, streamed in
 *   GET  /files/t/TICKET           a file's bytes, ranged, by a ticket that a procedure gave
 */
export async function serveLocalSocket(core: CoreApi, path: string): Promise<Server> {
  const server = createServer((request, response) => {
    response.setHeader(coreHeader, process.pid)
    route(core, request, response).catch((error: unknown) => {
      core.logFault('local socket', error)
      if (!response.headersSent) response.writeHead(500)
      response.end()
    })
  })
  // A large file over a slow disk may take longer than the five minutes that are usual.
  server.requestTimeout = 0
  const sockets = new WebSocketServer({ noServer: true, maxPayload: 8 * 1024 * 1024 })
  const rpc = new RPCHandler(core.router)
  server.on('upgrade', (request, socket, head) => {
    if (request.url !== '/rpc') return socket.destroy()
    sockets.handleUpgrade(request, socket, head, (ws) => {
      void rpc.upgrade(ws, { context: { connection: newConnection('window') } })
    })
  })
  if (process.platform !== 'win32') rmSync(path, { force: true })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(path, resolve)
  })
  if (process.platform !== 'win32') chmodSync(path, 0o600)
  server.on('close', () => sockets.close())
  return server
}

async function route(core: CoreApi, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const url = new URL(request.url ?? '/', 'http://core')
  if (request.method === 'POST' && url.pathname.startsWith('/call/'))
    return answerCall(core, { url, request, response })
  if (url.pathname.startsWith('/files/')) return answerFile(core, { url, request, response })
  response.writeHead(404)
  response.end()
}
