/** Pages on the wire: zstd, quick rather than small; what is small already is stored as it is. */
import { promisify } from 'node:util'
import { constants, zstdCompress, zstdCompressSync, zstdDecompress, zstdDecompressSync } from 'node:zlib'
import { readStored, writeStored } from '#shared/sync/stored-frame.ts'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)
const quick = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }
/** A page of 2,000 commits at their largest is never near this: more is not a page. */
const most = { maxOutputLength: 256 * 1024 * 1024 }
/** Unpacked in few pieces: by default they are 16 KB, and joined at the end. */
const large = { ...most, chunkSize: 1024 * 1024 }

/** A small page has gone before another thread has woken, or zstd has its memory. */
const smallBytes = 4 * 1024

export async function packed(page: Uint8Array): Promise<Blob> {
  const bytes = page.length > smallBytes ? new Uint8Array(await compress(page, quick)) : writeStored(page)
  return new Blob([bytes], { type: 'application/octet-stream' })
}

/** For the live channel, which is small enough to be packed where it stands. */
export const packedNow = (page: Uint8Array): Uint8Array =>
  page.length > smallBytes ? zstdCompressSync(page, quick) : writeStored(page)

export async function unpacked(blob: Blob): Promise<Uint8Array> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  return bytes.length > smallBytes ? decompress(bytes, large) : unpackedNow(bytes)
}

/** A page of the live channel is small: unpacked at once, so that pages keep their order. */
export const unpackedNow = (bytes: Uint8Array): Uint8Array => readStored(bytes) ?? zstdDecompressSync(bytes, most)
