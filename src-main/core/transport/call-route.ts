import type { IncomingMessage } from 'node:http'
import { z } from 'zod'
import { newConnection } from '#core/services/connection.ts'
import type { Connection } from '#core/services/connection.ts'
import { refusalSentence } from '#shared/lib/refusals/catalogue.ts'
import type { Refusal } from '#shared/lib/result.ts'
import type { Answer, CoreApi } from './core-api.ts'
import type { Exchange } from './exchange.ts'

/** Names the session of a request, and of an answer where a password opened one. */
export const sessionHeader = 'x-insaf-session'

const largestBody = 16 * 1024 * 1024

const CallBody = z.object({
  input: z.unknown(),
  as: z.string().max(40).nullable(),
  password: z.string().max(200).nullable(),
})

/**
 * Answers one call of the command line: `POST /call/FEATURE/PROCEDURE {input, as, password}`. A command makes many: the session
 * that its password opened is named in the answer, and by the calls that follow, so that it signs in once.
 */
export async function answerCall(core: CoreApi, { url, request, response }: Exchange): Promise<void> {
  const body = CallBody.safeParse(await readJson(request))
  const connection = newConnection('cli')
  connection.session = core.sessionOf(String(request.headers[sessionHeader] ?? ''))
  const answer = body.success
    ? await call(core, { path: url.pathname.slice('/call/'.length).replace('/', '.'), connection }, body.data)
    : errorAnswer({ code: 'bad-input', params: { detail: 'call body' } })
  // The session of an automation folder is all its commands', and none of them is to end it.
  const isOwn = body.success && body.data.as !== null && body.data.password !== null
  if (isOwn && connection.session !== null) response.setHeader(sessionHeader, connection.session.token)
  response.writeHead(200, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(answer))
}

async function call(
  core: CoreApi,
  { path, connection }: { readonly path: string; readonly connection: Connection },
  body: z.infer<typeof CallBody>,
): Promise<Answer> {
  if (body.as !== null) {
    const signedIn = await core.signInAs(connection, body.as, body.password)
    if (!signedIn.ok) return errorAnswer(signedIn.refusal)
  }
  return core.call(path, body.input, connection)
}

/** A refusal as the transports send it, with both sentences. */
export function errorAnswer(refusal: Refusal): Answer {
  const { code, params } = refusal
  return {
    ok: false,
    error: { code, params, ar: refusalSentence(code, params, 'ar'), en: refusalSentence(code, params, 'en') },
  }
}

async function readJson(request: IncomingMessage): Promise<unknown> {
  const parts: Buffer[] = []
  let size = 0
  for await (const part of request as AsyncIterable<Buffer>) {
    size += part.length
    if (size > largestBody) return null
    parts.push(part)
  }
  try {
    return JSON.parse(Buffer.concat(parts).toString('utf8')) as unknown
  } catch {
    return null
  }
}
