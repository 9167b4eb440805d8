/** Resumable uploads by tus (SYNC-BLOB-1): a part that arrived is kept, and only the machine that began may go on. */
import { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { FileStore } from '@tus/file-store'
import { Server } from '@tus/server'
import type { ServerOptions } from '@tus/server'
import type { Refusal } from '#shared/lib/result.ts'
import { addressPattern, takeIn, uploadFolder } from './blob-store.ts'
import type { BlobStore } from './blob-store.ts'

export const mostFileBytes = 256 * 1024 * 1024
/** A machine offline for a month goes on with its upload. */
const keptMs = 31 * 24 * 60 * 60 * 1000

export interface UploadHost {
  readonly store: BlobStore
  /** Where uploads are served. */
  readonly path: string
  /** The machine that sent a request. */
  readonly deviceOf: (request: IncomingMessage) => string | null
  readonly refusalBody: (refusal: Refusal) => object
}

type Incoming = Parameters<NonNullable<ServerOptions['onIncomingRequest']>>[0]

export function uploadServer({ store, path, deviceOf, refusalBody }: UploadHost): Server {
  const files = new FileStore({ directory: uploadFolder(store.folder), expirationPeriodInMilliseconds: keptMs })
  const senderOf = (request: Incoming): string => {
    const raw = request.runtime?.node?.req
    // Typed for HTTP/2 too, which is not served here.
    const device = raw instanceof IncomingMessage ? deviceOf(raw) : null
    if (device === null) throw refused({ code: 'sync-unknown-device', params: {} })
    return device
  }
  const refused = (refusal: Refusal): object => ({ status_code: 422, body: JSON.stringify(refusalBody(refusal)) })
  return new Server({
    path,
    datastore: files,
    maxSize: mostFileBytes,
    relativeLocation: true,
    respectForwardedHeaders: false,
    onIncomingRequest: async (request, id) => {
      const device = senderOf(request)
      if (request.method === 'POST') return
      const { metadata } = await files.getUpload(id)
      if (metadata?.['device'] !== device) throw refused({ code: 'not-found', params: { what: id } })
    },
    onUploadCreate: async (request, { metadata }) => {
      const address = metadata?.['address'] ?? ''
      if (!addressPattern.test(address)) throw refused({ code: 'bad-input', params: { detail: 'address' } })
      return { metadata: { address, device: senderOf(request) } }
    },
    onUploadFinish: async (_request, { id, metadata }) => {
      const address = metadata?.['address'] ?? ''
      const device = metadata?.['device'] ?? ''
      const taken = await takeIn(store, { path: join(files.directory, id), address, device })
      await files.configstore.delete(id)
      if (!taken.ok) throw refused(taken.refusal)
      return {}
    },
  })
}
