/** Pages on the wire: zstd, quick rather than small. */
import { promisify } from 'node:util'
import { constants, zstdCompress, zstdDecompress, zstdDecompressSync } from 'node:zlib'

const compress = promisify(zstdCompress)
const decompress = promisify(zstdDecompress)
const quick = { params: { [constants.ZSTD_c_compressionLevel]: 1 } }
/** A page of 2,000 commits at their largest is never near this: more is not a page. */
const most = { maxOutputLength: 256 * 1024 * 1024 }

export const packed = async (page: Uint8Array): Promise<Blob> =>
  new Blob([new Uint8Array(await compress(page, quick))], { type: 'application/octet-stream' })

export const unpacked = async (blob: Blob): Promise<Uint8Array> => decompress(await blob.arrayBuffer(), most)

/** A page of the live channel is small: unpacked at once, so that pages keep their order. */
export const unpackedNow = (bytes: Uint8Array): Uint8Array => zstdDecompressSync(bytes, most)
