/** Pages on the wire: zstd, quick rather than small; what is small already is stored as it is. A page that would unpack beyond its bound is refused unread. */
import { constants, zstdCompress, zstdDecompress, zstdDecompressSync } from 'node:zlib'
import { promisify } from 'node:util'
import { refuse, ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'
import { readStored, writeStored } from '#shared/sync/stored-frame.ts'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)
const quick = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }

/** A small page has gone before another thread has woken, or zstd has its memory. */
const smallBytes = 4 * 1024

export const packPage = async (page: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  page.length > smallBytes ? new Uint8Array(await compress(page, quick)) : writeStored(page)

/** In: what arrived and the most it may hold. Refuses `sync-page-too-large`, `sync-page-malformed`; nothing beyond the bound is ever held in memory. */
export async function unpackPage(packed: Uint8Array, mostBytes: number): Promise<Result<Uint8Array>> {
  const stored = readStored(packed)
  if (stored !== null && stored.length <= mostBytes) return ok(stored)
  try {
    const bounds = { maxOutputLength: mostBytes }
    if (packed.length <= smallBytes) return ok(zstdDecompressSync(packed, bounds))
    // In few pieces: by default they are 16 KB, and joined at the end.
    return ok(await decompress(packed, { ...bounds, chunkSize: 1024 * 1024 }))
  } catch (error) {
    const isTooLarge = error instanceof Error && 'code' in error && error.code === 'ERR_BUFFER_TOO_LARGE'
    return isTooLarge
      ? refuse('sync-page-too-large', { limit: mostBytes / 1024 / 1024 })
      : refuse('sync-page-malformed', { detail: 'zstd' })
  }
}
