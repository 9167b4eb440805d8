/** Resumable uploads by tus (SYNC-BLOB-1): a part that arrived is kept, and only the machine that began may go on. */
import { IncomingMessage } from 'node:http'
import { Server } from '@tus/server'
import type { ServerOptions } from '@tus/server'
import type { Refusal } from '#shared/lib/result.ts'
import { addressPattern } from './blob-store.ts'
import { isWhole, mostFileBytes, uploadName } from './uploads.ts'
import type { StoredUpload, Uploads } from './uploads.ts'

/** What one machine may have begun and not finished: more than it ever has, who sends one file after another. */
const mostBegun = { uploads: 100, bytes: 8 * mostFileBytes }

export interface UploadHost {
  readonly uploads: Uploads
  /** Where uploads are served. */
  readonly path: string
  /** The machine that sent a request. */
  readonly deviceOf: (request: IncomingMessage) => string | null
  readonly refusalBody: (refusal: Refusal) => object
}

interface Asked {
  readonly address: string
  readonly bytes: number
}

/** One that said no size may become as large as a file may be. */
const isWithin = (begun: readonly StoredUpload[], bytes: number): boolean =>
  begun.length < mostBegun.uploads &&
  begun.reduce((sum, { size = mostFileBytes }) => sum + size, bytes) <= mostBegun.bytes

type Incoming = Parameters<NonNullable<ServerOptions['onIncomingRequest']>>[0]

export function uploadServer({ uploads, path, deviceOf, refusalBody }: UploadHost): Server {
  const { files } = uploads
  const senderOf = (request: Incoming): string => {
    const raw = request.runtime?.node?.req
    // Typed for HTTP/2 too, which is not served here.
    const device = raw instanceof IncomingMessage ? deviceOf(raw) : null
    if (device === null) throw refused({ code: 'sync-unknown-device', params: {} })
    return device
  }
  const refused = (refusal: Refusal): object => ({ status_code: 422, body: JSON.stringify(refusalBody(refusal)) })
  const finish = async (upload: StoredUpload): Promise<void> => {
    const taken = await uploads.finish(upload)
    if (!taken.ok) throw refused(taken.refusal)
  }
  /**
   * A machine's begins come one behind another: each sees those before it. One of the same file takes the place of what was
   * begun of it: the answer to that one was lost, and nobody goes on with it.
   */
  const hasRoom = async (device: string, { address, bytes }: Asked): Promise<boolean> => {
    const begun = await uploads.begunBy(device)
    const again = begun.filter((upload) => upload.metadata?.['address'] === address && !isWhole(upload))
    const others = begun.filter((upload) => !again.includes(upload))
    if (!isWithin(others, bytes)) return false
    for (const upload of again) await uploads.drop(upload)
    return true
  }
  return new Server({
    path,
    namingFunction: (request) => uploadName(senderOf(request)),
    datastore: files,
    maxSize: mostFileBytes,
    relativeLocation: true,
    respectForwardedHeaders: false,
    onIncomingRequest: async (request, id) => {
      const device = senderOf(request)
      if (request.method === 'POST') return
      const upload = await files.getUpload(id)
      if (upload.metadata?.['device'] !== device) throw refused({ code: 'not-found', params: { what: id } })
      // Its last part came, but whoever took it in died over it: from here on it is no upload any more, but a file.
      if (isWhole(upload)) await finish(upload)
    },
    onUploadCreate: async (request, { metadata, size = mostFileBytes }) => {
      const address = metadata?.['address'] ?? ''
      if (!addressPattern.test(address)) throw refused({ code: 'bad-input', params: { detail: 'address' } })
      const device = senderOf(request)
      if (!(await hasRoom(device, { address, bytes: size }))) throw refused({ code: 'sync-uploads-begun', params: {} })
      return { metadata: { address, device } }
    },
    onUploadFinish: async (_request, upload) => {
      await finish(upload)
      return {}
    },
  })
}
