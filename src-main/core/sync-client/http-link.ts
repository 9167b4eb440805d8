/**
 * Calls of the wire over Node's own HTTP client, with connections that stay open. `fetch` took 0.4 ms more for each,
 * and its streams and headers are of no use here.
 */
import { Agent as HttpAgent, request as httpRequest } from 'node:http'
import type { ClientRequest, IncomingMessage, RequestOptions } from 'node:http'
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https'
import type { StandardLinkClient } from '@orpc/client/standard'

type Request = Parameters<StandardLinkClient<Record<never, never>>['call']>[0]
type Answer = Awaited<ReturnType<StandardLinkClient<Record<never, never>>['call']>>

/**
 * A line on which nothing moves for so long is dead (SYNC-LINK-4): no byte of the answer comes, none of the question leaves.
 * With the ten seconds that a push may have waited on the live channel before, its reason is told within 30 s (S10).
 */
export const silentMs = 18_000
/** What the system took over of a large question leaves unseen; it has this long more. */
const unseenMs = 8000
/** A larger question leaves in pieces, and each that left is a sign of life. */
const pieceBytes = 64 * 1024
/** More than the largest page that unpacks: whoever sends more is not the server. */
const mostAnswerBytes = 256 * 1024 * 1024

const kept = { keepAlive: true, maxSockets: 8 } as const
const agents = { http: new HttpAgent(kept), https: new HttpsAgent(kept) }

/**
 * In: how long nothing may move. Its call: one request of the contract's client in, its answer out; throws what the network
 * says, with its `code`. What moves steadily takes as long as it needs (S17).
 */
export const httpLink = (patienceMs = silentMs): StandardLinkClient<Record<never, never>> => ({
  call: async (request) => {
    const sent = await bodyOf(request)
    try {
      return await exchanged(request, sent, patienceMs)
    } catch (error) {
      // The server had let go of a connection that was kept: it has not read this, and is asked over another.
      if (!(error instanceof Dropped)) throw error
      return exchanged(request, sent, patienceMs)
    }
  },
})

interface Body {
  readonly type: string | null
  readonly bytes: Uint8Array | string | null
}

async function bodyOf({ body }: Request): Promise<Body> {
  if (body === undefined) return { type: null, bytes: null }
  if (body instanceof Blob) return { type: body.type, bytes: new Uint8Array(await body.arrayBuffer()) }
  return { type: 'application/json', bytes: JSON.stringify(body) }
}

/** A kept connection that ended before it answered. */
class Dropped extends Error {}

function exchanged(request: Request, body: Body, patienceMs: number): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = begin(request, body)
    const life = watched(sent, patienceMs + (lengthOf(body) > pieceBytes ? unseenMs : 0))
    let isAnswering = false
    const fail = (error: Error): void => {
      life.end()
      const isDropped = !isAnswering && sent.reusedSocket && 'code' in error && error.code === 'ECONNRESET'
      reject(isDropped ? new Dropped(error.message, { cause: error }) : error)
    }
    sent.on('error', fail)
    sent.on('response', (answer) => {
      isAnswering = true
      life.sign()
      collect(answer, life.sign).then((bytes) => {
        life.end()
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: async () => valueOf(answer, bytes) })
      }, fail)
    })
    sendBody(sent, body, life.sign)
  })
}

/** Ends a request that gives no sign of life for so long. */
function watched(sent: ClientRequest, ms: number): { readonly sign: () => void; readonly end: () => void } {
  const timer = setTimeout(() => sent.destroy(faultOf('ETIMEDOUT')), ms).unref()
  let isOver = false
  return {
    // A timer that was cleared would begin again.
    sign: () => void (isOver || timer.refresh()),
    end: () => {
      isOver = true
      clearTimeout(timer)
    },
  }
}

function sendBody(sent: ClientRequest, body: Body, sign: () => void): void {
  if (body.bytes === null || lengthOf(body) <= pieceBytes) return void sent.end(body.bytes)
  const all = Buffer.from(body.bytes)
  const next = (at: number): void => {
    if (at >= all.length) return void sent.end()
    sent.write(all.subarray(at, at + pieceBytes), (error) => {
      // A fault ends the request itself.
      if (error !== null && error !== undefined) return
      sign()
      next(at + pieceBytes)
    })
  }
  next(0)
}

const lengthOf = ({ bytes }: Body): number => (bytes === null ? 0 : Buffer.byteLength(bytes))

function begin({ url, method, headers }: Request, body: Body): ClientRequest {
  const { type } = body
  const options: RequestOptions = {
    method,
    headers: { ...headers, ...(type === null ? {} : { 'content-type': type, 'content-length': lengthOf(body) }) },
  }
  return url.protocol === 'https:'
    ? httpsRequest(url, { ...options, agent: agents.https })
    : httpRequest(url, { ...options, agent: agents.http })
}

async function collect(answer: IncomingMessage, sign: () => void): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of answer as AsyncIterable<Buffer>) {
    sign()
    length += part.length
    if (length > mostAnswerBytes) throw faultOf('EMSGSIZE')
    parts.push(part)
  }
  return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts, length)
}

const faultOf = (code: string): Error => Object.assign(new Error(code), { code })

/** By what it says it is: JSON, or bytes. */
function valueOf({ headers }: IncomingMessage, bytes: Buffer): unknown {
  const type = headers['content-type'] ?? ''
  if (type === '' || type.startsWith('application/json'))
    return bytes.length === 0 ? undefined : JSON.parse(String(bytes))
  return type.startsWith('text/') ? String(bytes) : new File([new Uint8Array(bytes)], 'blob', { type })
}
