import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { errorAnswer, sessionHeader } from './call-route.ts'
import type { ServedFile } from '#core/services/served-file.ts'
import type { CoreApi } from './core-api.ts'
import type { Exchange } from './exchange.ts'

/** The file route: uploads are streamed in by a session, files are read by the ticket a procedure gave. */
export async function answerFile(core: CoreApi, exchange: Exchange): Promise<void> {
  const { url, request, response } = exchange
  if (request.method === 'PUT' && url.pathname === '/files/uploads') return takeUpload(core, exchange)
  const ticket = /^\/files\/t\/([A-Za-z0-9_-]{20,64})$/.exec(url.pathname)?.[1]
  const file =
    ticket === undefined || !['GET', 'HEAD'].includes(request.method ?? '')
      ? null
      : await core.fileOf(ticket, url.searchParams)
  if (file === null) {
    response.writeHead(404)
    response.end()
    return
  }
  await sendRange(file, request, response)
}

async function takeUpload(core: CoreApi, { url, request, response }: Exchange): Promise<void> {
  if (core.sessionOf(String(request.headers[sessionHeader] ?? '')) === null) {
    response.writeHead(401)
    response.end()
    return
  }
  // A sender who leaves before the answer wants it no more: nothing is kept for nobody.
  const left = new AbortController()
  response.once('close', () => left.abort())
  const taken = await core.takeUpload(url.searchParams.get('name') ?? 'file', request, left.signal)
  response.writeHead(taken.ok ? 200 : 422, { 'content-type': 'application/json; charset=utf-8' })
  response.end(JSON.stringify(taken.ok ? { ok: true, value: taken.value } : errorAnswer(taken.refusal)))
}

async function sendRange(file: ServedFile, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const range = parseRange(request.headers.range, file.size)
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'content-range': `bytes */${file.size}` })
    response.end()
    return
  }
  const { start, end } = range ?? { start: 0, end: file.size - 1 }
  response.writeHead(range === null ? 200 : 206, {
    'content-type': file.inline ? file.mediaType : 'application/octet-stream',
    'content-length': String(Math.max(0, end - start + 1)),
    'accept-ranges': 'bytes',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'content-disposition': `${file.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${encodeURIComponent(file.name)}`,
    ...(range === null ? {} : { 'content-range': `bytes ${start}-${end}/${file.size}` }),
  })
  if (file.size === 0 || request.method === 'HEAD') return void response.end()
  await pipeline(file.open(start, end), response).catch((error: unknown) => {
    if (!isLeftByReader(error)) throw error
  })
}

/** A viewer that closes, or a browser that asks for another range, ends the answer before its end: no fault. */
const isLeftByReader = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE'

function parseRange(header: string | undefined, size: number): { start: number; end: number } | 'unsatisfiable' | null {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? '')
  if (match === null) return null
  const [, from = '', to = ''] = match
  if (from === '' && to === '') return null
  const start = from === '' ? Math.max(0, size - Number(to)) : Number(from)
  const end = from === '' || to === '' ? size - 1 : Math.min(Number(to), size - 1)
  return start > end ? 'unsatisfiable' : { start, end }
}
