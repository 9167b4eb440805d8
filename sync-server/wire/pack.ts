/** Pages on the wire: zstd, quick rather than small. A page that would unpack beyond its bound is refused unread. */
import { constants, zstdCompress, zstdCompressSync, zstdDecompress, zstdDecompressSync } from 'node:zlib'
import { promisify } from 'node:util'
import { refuse, ok } from '#shared/lib/result.ts'
import type { Result } from '#shared/lib/result.ts'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)
const quick = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }

/** A small page is done sooner than another thread has woken. */
const smallBytes = 4 * 1024

export const packPage = async (page: Uint8Array): Promise<Uint8Array<ArrayBuffer>> =>
  new Uint8Array(page.length > smallBytes ? await compress(page, quick) : zstdCompressSync(page, quick))

/** In: what arrived and the most it may hold. Refuses `sync-page-too-large`, `sync-page-malformed`; nothing beyond the bound is ever held in memory. */
export async function unpackPage(packed: Uint8Array, mostBytes: number): Promise<Result<Uint8Array>> {
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
