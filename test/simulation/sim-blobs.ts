import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import type { AskedBlob, BlobWire } from '#core/sync-client/blob-wire.ts'
import { feedsOfDevice } from '#server/engine/feeds-of-device.ts'
import { namesFile } from '#server/wire/names-file.ts'
import { NoAnswer } from './network.ts'
import type { Network } from './network.ts'
import type { Random } from './random.ts'
import { addressOfBytes } from './sim-disk.ts'
import type { SimServer } from './sim-server.ts'
import { Crash } from './sim-store.ts'

/*
 * Files at the server as the upload server and the file store keep them, which have tests of their own on real files: a
 * part that arrived is kept, a whole one stands only under its address. Who may fetch is the engine's to say.
 */
export const simPartBytes = 40

interface Upload {
  readonly address: string
  readonly device: string
  readonly length: number
  bytes: Uint8Array
}

export interface SimBlobs {
  readonly whole: Map<string, { readonly bytes: Uint8Array; readonly device: string }>
  readonly uploads: Map<string, Upload>
  /** Uploads ever begun: their names are never used again. */
  begun: number
  /** Of a program before this one: a whole upload that was not taken in stays one, and is only told of. */
  readonly isOlder: boolean
  /** Whether the server dies now, behind the last byte of an upload and before it takes the file in (S16). */
  readonly diesOverWhole: () => boolean
}

const mostDeaths = 3

/** In: chance, where the server may die. */
export function noBlobs(random: Random | null): SimBlobs {
  let deaths = 0
  const diesOverWhole = (): boolean => {
    const dies = random !== null && deaths < mostDeaths && random.chance(0.15)
    if (dies) deaths += 1
    return dies
  }
  return { whole: new Map(), uploads: new Map(), begun: 0, isOlder: random?.chance(0.3) ?? false, diesOverWhole }
}

interface Line {
  readonly name: string
  readonly network: Network
  readonly server: SimServer
  readonly device: string
  /** What belongs to an earlier life never goes on. */
  readonly ofThisLife: <T>(promise: Promise<T>) => Promise<T>
}

/** The server's files as one machine calls them, with the network between. */
export function simBlobWire(line: Line): BlobWire {
  const { server, device } = line
  const { blobs } = server
  return {
    begin: ({ address, bytes: length }) =>
      ask(line, 'begin', () => {
        const id = `upload ${(blobs.begun += 1)}`
        blobs.uploads.set(id, { address, device, length, bytes: new Uint8Array() })
        return ok(id)
      }),
    held: (upload) =>
      ask(line, 'held', () => {
        if (!blobs.isOlder && isWhole(blobs.uploads.get(upload))) takeIn(blobs, upload)
        return ok(blobs.uploads.get(upload)?.bytes.length ?? null)
      }),
    send: (part) => ask(line, 'part', () => takePart(server, part)),
    isDurable: (file) =>
      ask(line, 'durable', async () => {
        const blob = blobs.whole.get(file.address)
        return ok(blob !== undefined && (blob.device === device || (await mayFetch(line, file))))
      }),
    fetch: async (file) => {
      const first = await ask(line, 'fetch', () => partOf(line, file, file.from))
      return first.ok ? ok(rest(line, file, first.value)) : first
    },
  }
}

const isWhole = (upload: Upload | undefined): boolean => upload !== undefined && upload.bytes.length >= upload.length

/** An offset that is not where the upload ends, or an upload that is gone, is no answer that a client knows. */
function takePart(server: SimServer, part: Parameters<BlobWire['send']>[0]): Result<number> {
  const { blobs } = server
  const upload = blobs.uploads.get(part.upload)
  if (upload === undefined || part.from !== upload.bytes.length) return refuse('sync-unreachable', { detail: '409' })
  upload.bytes = Buffer.concat([upload.bytes, part.bytes])
  if (!isWhole(upload)) return ok(upload.bytes.length)
  if (blobs.diesOverWhole()) {
    server.crash()
    throw new Crash('the server died over a whole upload')
  }
  return takeIn(blobs, part.upload)
}

/** Out: how much of it there was. */
function takeIn(blobs: SimBlobs, id: string): Result<number> {
  const { address, device, bytes } = must(blobs.uploads.get(id), 'a whole upload')
  blobs.uploads.delete(id)
  if (addressOfBytes(bytes) !== address) return refuse('sync-blob-address', { address })
  if (!blobs.whole.has(address)) blobs.whole.set(address, { bytes, device })
  return ok(bytes.length)
}

async function partOf(line: Line, file: AskedBlob, from: number): Promise<Result<Uint8Array>> {
  const { address } = file
  const blob = line.server.blobs.whole.get(address)
  if (blob?.device !== line.device && !(await mayFetch(line, file))) return refuse('sync-blob-not-named', { address })
  return blob === undefined
    ? refuse('sync-blob-missing', { address })
    : ok(blob.bytes.subarray(from, from + simPartBytes))
}

async function* rest(
  line: Line,
  file: AskedBlob & { readonly from: number },
  first: Uint8Array,
): AsyncGenerator<Uint8Array> {
  let [part, at] = [first, file.from]
  while (part.length > 0) {
    yield part
    at += part.length
    const next = await ask(line, 'more', () => partOf(line, file, at))
    if (!next.ok) throw new Error(next.refusal.code)
    part = next.value
  }
}

async function mayFetch({ server: { engine, devices }, device }: Line, file: AskedBlob): Promise<boolean> {
  const known = must(devices.get(device), 'an enrolled device')
  const feeds = await engine.log.read((log) => feedsOfDevice(engine, log, known))
  return namesFile(engine, feeds, file)
}

function ask<T>(
  { name, network, server, device, ofThisLife }: Line,
  what: string,
  serve: () => Result<T> | Promise<Result<T>>,
): Promise<Result<T>> {
  const answer = async (): Promise<Result<T>> => {
    if (server.revoked.has(device)) return refuse('sync-device-revoked')
    try {
      return await serve()
    } catch (error) {
      // A server that died answers nobody.
      if (error instanceof Crash) return new Promise(() => {})
      throw error
    }
  }
  const called = network.call(name, `file ${what}`, answer).catch((error: unknown) => {
    if (error instanceof NoAnswer) return refuse('sync-unreachable')
    throw error
  })
  return ofThisLife(called)
}
