/**
 * The file of `export`: one zstd stream with a checksum, of frames `kind (1 byte) · length (4 bytes) · bytes`. First the
 * head, then rows a table, then files, at last `end`: a copy that was cut has no end and is refused whole.
 */
import { createReadStream, createWriteStream } from 'node:fs'
import type { Writable } from 'node:stream'
import { once } from 'node:events'
import { pipeline } from 'node:stream/promises'
import { constants, createZstdCompress, createZstdDecompress } from 'node:zlib'
import { z } from 'zod'

export const copyFormat = 1

export const CopyHead = z.object({
  insafServer: z.literal('copy'),
  format: z.int().positive(),
  server: z.string(),
  logEpoch: z.int().positive(),
  /** PKCS#8 and index key, as in `server.key`: without them no machine would know the server again. */
  privateKey: z.string(),
  indexKey: z.string(),
  /** Migrations of the database, in order. */
  migrations: z.array(z.string()),
  madeAt: z.string(),
})
export type CopyHead = z.infer<typeof CopyHead>

export const frameKinds = { head: 1, rows: 2, file: 3, part: 4, end: 5 } as const
export type FrameKind = (typeof frameKinds)[keyof typeof frameKinds]

export interface Frame {
  readonly kind: number
  readonly bytes: Buffer
}

/**
 * Writes frames to a new file that only its owner may read; an existing one is not written over. Whatever the file system
 * refuses (no such folder, no right, no room) is thrown by the next `write` or by `close`: none waits for a file that is gone.
 */
export function openCopyFile(path: string, file: Writable = newFile(path)) {
  const packed = createZstdCompress({ params: { [constants.ZSTD_c_checksumFlag]: 1 } })
  const written = pipeline(packed, file)
  written.catch(() => null)
  const drained = async (): Promise<void> => {
    await Promise.race([once(packed, 'drain'), written])
  }
  return {
    write: async (kind: FrameKind, bytes: Uint8Array): Promise<void> => {
      const head = Buffer.alloc(5)
      head.writeUInt8(kind)
      head.writeUInt32BE(bytes.length, 1)
      if (packed.destroyed) return written
      packed.write(head)
      if (!packed.write(bytes)) await drained()
    },
    close: async (): Promise<void> => {
      packed.end()
      await written
    },
  }
}

const newFile = (path: string): Writable => createWriteStream(path, { flags: 'wx', mode: 0o600, flush: true })

/** The frames of a copy, one after another. Throws where the stream is damaged or cut within a frame, or the file cannot be read. */
export async function* readCopyFile(path: string): AsyncGenerator<Frame> {
  const source = createZstdDecompress()
  // A fault of the file ends what is unpacked from it too: it is thrown here below.
  pipeline(createReadStream(path), source).catch(() => null)
  let kept: Buffer = Buffer.alloc(0)
  for await (const chunk of source) {
    kept = Buffer.concat([kept, chunk as Buffer])
    for (let frame = frameOf(kept); frame !== null; frame = frameOf(kept)) {
      kept = kept.subarray(5 + frame.bytes.length)
      yield frame
    }
  }
  if (kept.length > 0) throw new Error('the copy ends within a frame')
}

function frameOf(bytes: Buffer): Frame | null {
  if (bytes.length < 5) return null
  const length = bytes.readUInt32BE(1)
  return bytes.length < 5 + length ? null : { kind: bytes.readUInt8(0), bytes: bytes.subarray(5, 5 + length) }
}
