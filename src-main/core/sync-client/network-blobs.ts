/** Files over HTTP: tus 1.0 up, ranges down (SYNC-BLOB-1). */
import { blobsPath, deviceScheme, filesPath } from '#shared/contract/wire/contract.ts'
import { isRefusalCode } from '#shared/lib/refusals/catalogue.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { OutcomeReason } from '#shared/sync/outcome.ts'
import type { AskedBlob, BlobWire } from './blob-wire.ts'

/** A line on which nothing moves for so long is dead. */
const silentMs = 30_000
/** A part on a slow line has its time. */
const partMs = 120_000

interface Place {
  readonly url: string
  readonly credential: string
}

export function networkBlobs({ url, credential }: Place): BlobWire {
  const base = url.replace(/\/+$/, '')
  const authorization = `${deviceScheme} ${credential}`
  const ask = (path: string, init: RequestInit, ms = silentMs): Promise<Result<Response>> =>
    asked(base + path, {
      ...init,
      headers: { authorization, 'tus-resumable': '1.0.0', ...(init.headers as Record<string, string> | undefined) },
      signal: init.signal ?? AbortSignal.timeout(ms),
    })
  const fileAt = ({ address, stream }: AskedBlob): string =>
    `${filesPath}/${address}?stream=${encodeURIComponent(stream)}`
  return {
    begin: async ({ address, bytes }) => {
      const metadata = `address ${Buffer.from(address).toString('base64')}`
      const headers = { 'upload-length': String(bytes), 'upload-metadata': metadata }
      return taken(await ask(blobsPath, { method: 'POST', headers }), ({ headers: said }) => said.get('location'))
    },
    held: async (upload) => {
      const answer = await ask(upload, { method: 'HEAD' })
      if (answer.ok && [403, 404, 410, 422].includes(answer.value.status)) return ok(null)
      return taken(answer, offsetOf)
    },
    send: async ({ upload, from, bytes }) => {
      const headers = { 'upload-offset': String(from), 'content-type': 'application/offset+octet-stream' }
      const body = new Uint8Array(bytes)
      return taken(await ask(upload, { method: 'PATCH', headers, body }, partMs), offsetOf)
    },
    isDurable: async (file) => {
      const answer = await ask(fileAt(file), { method: 'HEAD' })
      if (answer.ok && answer.value.status === 422) return ok(false)
      return taken(answer, () => true)
    },
    fetch: async ({ from, ...file }) => {
      const silence = new AbortController()
      const headers: Record<string, string> = from === 0 ? {} : { range: `bytes=${from}-` }
      const timer = setTimeout(() => silence.abort(), silentMs)
      const answer = await ask(fileAt(file), { headers, signal: silence.signal })
      clearTimeout(timer)
      // All of it is here already: nothing more comes.
      if (answer.ok && answer.value.status === 416) return ok(nothing())
      return taken(answer, ({ body }) => (body === null ? nothing() : untilSilent(body, silence)))
    },
  }
}

async function* nothing(): AsyncGenerator<Uint8Array> {}

async function asked(url: string, init: RequestInit): Promise<Result<Response>> {
  try {
    return ok(await fetch(url, init))
  } catch (error) {
    return refuse('sync-unreachable', { detail: error instanceof Error ? error.message : String(error) })
  }
}

/** An answer that is no refusal and says what was asked for. */
async function taken<T>(answer: Result<Response>, read: (response: Response) => T | null): Promise<Result<T>> {
  if (!answer.ok) return answer
  const response = answer.value
  const value = response.ok ? read(response) : null
  return value === null ? refusalIn(response) : ok(value)
}

async function refusalIn(response: Response): Promise<Result<never>> {
  const body = (await response.json().catch(() => null)) as { readonly data?: unknown } | null
  const reason = OutcomeReason.safeParse(body?.data)
  if (reason.success && isRefusalCode(reason.data.code)) return refuse(reason.data.code, reason.data.params)
  return refuse('sync-unreachable', { detail: `${response.status}` })
}

function offsetOf({ headers }: Response): number | null {
  const offset = headers.get('upload-offset')
  return offset === null ? null : Number(offset)
}

async function* untilSilent(body: ReadableStream<Uint8Array>, silence: AbortController): AsyncGenerator<Uint8Array> {
  let timer = setTimeout(() => silence.abort(), silentMs)
  try {
    for await (const bytes of body as unknown as AsyncIterable<Uint8Array>) {
      clearTimeout(timer)
      yield bytes
      timer = setTimeout(() => silence.abort(), silentMs)
    }
  } finally {
    clearTimeout(timer)
  }
}
