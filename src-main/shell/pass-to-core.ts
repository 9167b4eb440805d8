import { request as forward } from 'node:http'
import type { IncomingMessage } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'

const bodiless = [101, 204, 205, 304]

/** Hands a window's request on to the core's socket and the answer back, both streamed: ranges, large uploads. */
export function passToCore(socket: string | null, path: string, request: Request): Promise<Response> {
  if (socket === null) return Promise.resolve(new Response(null, { status: 503 }))
  return new Promise((resolve) => {
    const given = [...request.headers].filter(([name]) => name !== 'cookie' && name !== 'host')
    // A connection of its own, because one kept from before may be closed by the core just now; but not one that the
    // core closes with its answer: an upload that is refused at once is still being sent, and the answer would be lost.
    const headers = { ...Object.fromEntries(given), connection: 'keep-alive' }
    const onward = forward({ socketPath: socket, path, method: request.method, headers, agent: false }, (reply) =>
      resolve(toResponse(reply)),
    )
    onward.on('error', () => resolve(new Response(null, { status: 502 })))
    request.signal?.addEventListener('abort', () => onward.destroy(), { once: true })
    if (request.body === null) onward.end()
    else pipeline(Readable.fromWeb(request.body as never), onward).catch(() => onward.destroy())
  })
}

function toResponse(reply: IncomingMessage): Response {
  const status = reply.statusCode ?? 502
  const headers = new Headers()
  for (const [name, value] of Object.entries(reply.headers)) headers.set(name, String(value))
  const hasBody = !bodiless.includes(status)
  if (!hasBody) reply.resume()
  return new Response(hasBody ? (Readable.toWeb(reply) as never) : null, { status, headers })
}
