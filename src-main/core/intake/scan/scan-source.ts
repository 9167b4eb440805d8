import { readFile, stat } from 'node:fs/promises'
import { ok, refuse } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'

/** Pages come from bytes (an attachment, decrypted in memory) or from a file a person chose. */
export type ScanSource =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array }
  | { readonly kind: 'file'; readonly path: string }

export const scanLimits = {
  bytes: 100 * 1024 * 1024,
  /** A3 at 600 dots an inch has 70 million; more is a bomb or a map. */
  pixels: 72_000_000,
  pages: 1000,
  /** For the decoder of pictures; whoever runs the task ends its thread later than this. */
  seconds: 20,
  /** Of a page as shown. */
  width: 4000,
  height: 8000,
} as const

const tooLarge = refuse('scan-too-large', { limitMb: scanLimits.bytes / 1024 / 1024 })

export async function loadScan(source: ScanSource): Promise<Result<Uint8Array>> {
  if (source.kind === 'bytes') return source.bytes.length > scanLimits.bytes ? tooLarge : ok(source.bytes)
  try {
    const { size } = await stat(source.path)
    return size > scanLimits.bytes ? tooLarge : ok(await readFile(source.path))
  } catch (cause) {
    return refuse('scan-not-readable', { cause: cause instanceof Error ? cause.message : String(cause) })
  }
}

export const isPdf = (bytes: Uint8Array): boolean =>
  Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(1024, bytes.byteLength)).includes('%PDF-')

export interface RenderedPage {
  readonly png: Uint8Array
  readonly width: number
  readonly height: number
  /** Lines of the fax or objects of the page could not be read: what is shown may lack something. */
  readonly isDamaged: boolean
}

export interface PageCount {
  readonly pages: number
  /** True when the file says it has more than are counted. */
  readonly hasMore: boolean
}
