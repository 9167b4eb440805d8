/**
 * The wire's contract on fastify. Bodies are bounded by their route, and never parsed before their size is known.
 */
import { OpenAPIHandler } from '@orpc/openapi/fastify'
import { onError } from '@orpc/server'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { wirePrefix } from '#shared/contract/wire/contract.ts'
import { pushBounds } from '#shared/sync/push-page.ts'
import { authenticate, callerOrNone } from './authenticate.ts'
import type { WireHost } from './context.ts'
import { noteFault } from './note-call.ts'
import { wireRouter } from './router.ts'

/** Asked without a credential. */
const openPaths = [`${wirePrefix}/device/enrol`, `${wirePrefix}/device/challenge`]
const pagePaths = [`${wirePrefix}/sync/push`, `${wirePrefix}/sync/offer`]
/** Verifiers of 2,000 users fit. */
const mostPlainBody = 1024 * 1024

export async function mountWire(app: FastifyInstance, host: WireHost): Promise<void> {
  // What goes wrong inside a call is answered with 500 by the router itself.
  const handler = new OpenAPIHandler(wireRouter(host), {
    clientInterceptors: [onError((error, { path }) => noteFault(host, path.join('.'), error))],
  })
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, text, done) =>
    readJson(String(text), done),
  )
  app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, bytes, done) =>
    done(null, new Blob([new Uint8Array(Buffer.from(bytes))])),
  )
  authenticate(app, host, openPaths)
  app.addHook('onRequest', async ({ headers }) => {
    // A blob without a type comes with an empty one, which HTTP does not know.
    if (headers['content-type'] === '') headers['content-type'] = 'application/octet-stream'
  })
  const serve = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const context = { device: callerOrNone(request), address: request.ip }
    const { matched } = await handler.handle(request, reply, { prefix: wirePrefix, context })
    if (!matched) await reply.code(404).send()
  }
  for (const path of openPaths) app.post(path, { bodyLimit: 16 * 1024 }, serve)
  for (const path of pagePaths) app.post(path, { bodyLimit: pushBounds.packedBytes }, serve)
  app.route({ method: ['GET', 'POST'], url: `${wirePrefix}/*`, bodyLimit: mostPlainBody, handler: serve })
}

function readJson(text: string, done: (error: Error | null, value?: unknown) => void): void {
  try {
    done(null, text === '' ? undefined : JSON.parse(text))
  } catch (cause) {
    done(Object.assign(new Error('the body is not JSON', { cause }), { statusCode: 400 }))
  }
}
