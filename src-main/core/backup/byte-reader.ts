import { closeSync, fstatSync, openSync, readSync } from 'node:fs'

/** The file ends before what it promised. */
export class CutShort extends Error {}

export interface ByteReader {
  /** Exactly so many bytes; throws `CutShort`. */
  take(length: number): Buffer
  /** Bytes taken so far, of how many. */
  done(): number
  readonly size: number
  close(): void
}

export function openBytes(file: string): ByteReader {
  const handle = openSync(file, 'r')
  const { size } = fstatSync(handle)
  let done = 0
  return {
    size,
    done: () => done,
    take: (length) => {
      const bytes = Buffer.alloc(length)
      for (let offset = 0; offset < length;) {
        const read = readSync(handle, bytes, offset, length - offset, null)
        if (read === 0) throw new CutShort()
        offset += read
        done += read
      }
      return bytes
    },
    close: () => closeSync(handle),
  }
}
