/** Pages on the wire: zstd, quick rather than small. */
import { promisify } from 'node:util'
import { constants, zstdCompress, zstdCompressSync, zstdDecompress, zstdDecompressSync } from 'node:zlib'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)
const quick = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }
/** A page of 2,000 commits at their largest is never near this: more is not a page. */
const most = { maxOutputLength: 256 * 1024 * 1024 }
/** Unpacked in few pieces: by default they are 16 KB, and joined at the end. */
const large = { ...most, chunkSize: 1024 * 1024 }

/** A small page is done sooner than another thread has woken. */
const smallBytes = 4 * 1024

export async function packed(page: Uint8Array): Promise<Blob> {
  const bytes = page.length > smallBytes ? await compress(page, quick) : zstdCompressSync(page, quick)
  return new Blob([new Uint8Array(bytes)], { type: 'application/octet-stream' })
}

export async function unpacked(blob: Blob): Promise<Uint8Array> {
  const bytes = await blob.arrayBuffer()
  return bytes.byteLength > smallBytes ? decompress(bytes, large) : zstdDecompressSync(bytes, most)
}

/** A page of the live channel is small: unpacked at once, so that pages keep their order. */
export const unpackedNow = (bytes: Uint8Array): Uint8Array => zstdDecompressSync(bytes, most)
