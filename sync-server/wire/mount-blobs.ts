import type { IncomingMessage } from 'node:http'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import { blobsPath, filesPath } from '#shared/contract/wire/contract.ts'
import { StreamName } from '#shared/sync/envelope.ts'
import { findBlob, readBlob } from '#server/blobs/blob-store.ts'
import { byteRange } from '#server/blobs/byte-range.ts'
import { oneAtATime } from '#server/blobs/one-at-a-time.ts'
import { tidyInBackground } from '#server/blobs/tidy-in-background.ts'
import { uploadServer } from '#server/blobs/upload-server.ts'
import { createUploads } from '#server/blobs/uploads.ts'
import type { EnrolledDevice } from '#server/ports.ts'
import { authenticate, callerOf } from './authenticate.ts'
import type { WireHost } from './context.ts'
import { refusalBody } from './refused.ts'

const Asked = z.object({ stream: StreamName })

/** Files: uploads by tus, fetching by address and range (SYNC-BLOB-1, SYNC-BLOB-3). */
export async function mountBlobs(app: FastifyInstance, host: WireHost): Promise<void> {
  authenticate(app, host)
  // Uploads are read as they stream; nothing may take their body away before.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))
  const senders = new WeakMap<IncomingMessage, string>()
  const store = { folder: host.server.folder, db: host.server.db, clock: host.server.ports.clock }
  const deviceOf = (request: IncomingMessage): string | null => senders.get(request) ?? null
  const { journal } = host.server.ports
  const uploads = createUploads(store, journal)
  const server = uploadServer({ uploads, path: blobsPath, deviceOf, refusalBody })
  const tidying = tidyInBackground(uploads, journal)
  app.addHook('onClose', () => tidying.end())
  const upload = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    senders.set(request.raw, callerOf(request).id)
    reply.hijack()
    await server.handle(request.raw, reply.raw)
  }
  const inTurn = oneAtATime()
  app.post(blobsPath, (request, reply) => inTurn(callerOf(request).id, () => upload(request, reply)))
  app.route({ method: ['HEAD', 'PATCH', 'DELETE'], url: `${blobsPath}/:upload`, handler: upload })
  app.get<{ Params: { address: string } }>(`${filesPath}/:address(^[0-9a-f]{64}$)`, async (request, reply) => {
    const { address } = request.params
    const asked = Asked.safeParse(request.query)
    const device = callerOf(request)
    const blob = await findBlob(store, address)
    const mayHave = asked.success && (await mayFetch(host, device, { address, stream: asked.data.stream }))
    // What a device may not have and what is not there are told apart only to those who may have it.
    if (!mayHave && blob?.device !== device.id)
      return reply.code(422).send(refusalBody({ code: 'sync-blob-not-named', params: { address } }))
    if (blob === null) return reply.code(422).send(refusalBody({ code: 'sync-blob-missing', params: { address } }))
    const range = byteRange(request.headers.range, blob.bytes)
    if (range === null) return reply.code(416).header('content-range', `bytes */${blob.bytes}`).send()
    if (request.headers.range !== undefined)
      reply.code(206).header('content-range', `bytes ${range.start}-${range.end}/${blob.bytes}`)
    return reply
      .header('accept-ranges', 'bytes')
      .header('content-length', range.end - range.start + 1)
      .type('application/octet-stream')
      .send(readBlob(store, address, range))
  })
}

const mayFetch = (
  { engine }: WireHost,
  device: EnrolledDevice,
  asked: { readonly address: string; readonly stream: string },
): Promise<boolean> => engine.namesFile(device, asked)
