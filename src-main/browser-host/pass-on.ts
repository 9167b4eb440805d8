import { request as forward } from 'node:http'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { connect } from 'node:net'
import type { Duplex } from 'node:stream'

/** Hands a request on to the core's socket and its answer back, both streamed; what breaks off on one side ends the other. */
export function passOn(socketPath: string, request: IncomingMessage, response: ServerResponse): void {
  const { cookie: _ours, ...given } = request.headers
  // A connection of its own, because one kept from before may be closed by the core just now; but not one that the
  // core closes with its answer: an upload that is refused at once is still being sent, and the answer would be lost.
  const headers = { ...given, connection: 'keep-alive' }
  const onward = forward({ socketPath, path: request.url, method: request.method, headers, agent: false }, (reply) => {
    response.writeHead(reply.statusCode ?? 502, reply.headers)
    reply.on('error', () => response.destroy())
    reply.pipe(response)
  })
  onward.on('error', () => {
    if (response.headersSent) return void response.destroy()
    response.writeHead(502, { 'retry-after': '1' })
    response.end()
  })
  response.on('close', () => onward.destroy())
  request.on('error', () => onward.destroy())
  request.pipe(onward)
}

export interface SocketEnd {
  readonly socket: Duplex
  readonly head: Buffer
}

/** Joins a WebSocket that was let in to the core's `/rpc`. */
export function joinSocket(socketPath: string, request: IncomingMessage, end: SocketEnd): void {
  const core = connect(socketPath)
  const headers = Object.entries(request.headers).filter(([name]) => name !== 'cookie')
  core.write(`GET /rpc HTTP/1.1\r\n${headers.map(([name, value]) => `${name}: ${String(value)}`).join('\r\n')}\r\n\r\n`)
  core.write(end.head)
  core.pipe(end.socket).pipe(core)
  core.on('error', () => end.socket.destroy())
  core.on('close', () => end.socket.destroy())
  end.socket.on('error', () => core.destroy())
  end.socket.on('close', () => core.destroy())
}
