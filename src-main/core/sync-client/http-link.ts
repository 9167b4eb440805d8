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

/** No answer within this is no answer; a large first page on a slow line has its time. */
const answerWithinMs = 60_000
/** More than the largest page that unpacks: whoever sends more is not the server. */
const mostAnswerBytes = 256 * 1024 * 1024

const kept = { keepAlive: true, maxSockets: 8 } as const
const agents = { http: new HttpAgent(kept), https: new HttpsAgent(kept) }

/** In: one request of the contract's client. Out: its answer. Throws what the network says, with its `code`. */
export const httpLink: StandardLinkClient<Record<never, never>> = {
  call: async (request) => {
    const sent = await bodyOf(request)
    try {
      return await exchanged(request, sent)
    } catch (error) {
      // The server had let go of a connection that was kept: it has not read this, and is asked over another.
      if (!(error instanceof Dropped)) throw error
      return exchanged(request, sent)
    }
  },
}

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

function exchanged(request: Request, body: Body): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const sent = begin(request, body)
    const timer = setTimeout(() => sent.destroy(faultOf('ETIMEDOUT')), answerWithinMs).unref()
    let isAnswering = false
    const fail = (error: Error): void => {
      clearTimeout(timer)
      const isDropped = !isAnswering && sent.reusedSocket && 'code' in error && error.code === 'ECONNRESET'
      reject(isDropped ? new Dropped(error.message, { cause: error }) : error)
    }
    sent.on('error', fail)
    sent.on('response', (answer) => {
      isAnswering = true
      collect(answer).then((bytes) => {
        clearTimeout(timer)
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: async () => valueOf(answer, bytes) })
      }, fail)
    })
    sent.end(body.bytes)
  })
}

function begin({ url, method, headers }: Request, { type, bytes }: Body): ClientRequest {
  const length = bytes === null ? 0 : Buffer.byteLength(bytes)
  const options: RequestOptions = {
    method,
    headers: { ...headers, ...(type === null ? {} : { 'content-type': type, 'content-length': length }) },
  }
  return url.protocol === 'https:'
    ? httpsRequest(url, { ...options, agent: agents.https })
    : httpRequest(url, { ...options, agent: agents.http })
}

async function collect(answer: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = []
  let length = 0
  for await (const part of answer as AsyncIterable<Buffer>) {
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
