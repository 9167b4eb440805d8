/**
 * The bytes of an encrypted attachment: a header of 8 bytes, then segments of 64 KiB, each AES-256-GCM with its tag behind it.
 *
 * Invariants: a key serves one file only, so a counter is a safe nonce; the nonce ends in a flag that is 1 in the last
 * segment alone, so a file cut at a segment's edge fails; the header is authenticated with every segment; an empty file is
 * one empty last segment. A segment can be decrypted without those before it.
 */
import { createCipheriv, createDecipheriv } from 'node:crypto'

export const segmentBytes = 65_536
export const keyBytes = 32
export const headerBytes = 8
const tagBytes = 16
const sealedSegmentBytes = segmentBytes + tagBytes

export const attachmentHeader: Uint8Array = Buffer.from('INSAFA01', 'latin1')

export interface SegmentPlace {
  readonly index: number
  readonly isLast: boolean
}

function nonceOf(place: SegmentPlace): Buffer {
  const nonce = Buffer.alloc(12)
  nonce.writeUInt32BE(place.index, 7)
  nonce.writeUInt8(place.isLast ? 1 : 0, 11)
  return nonce
}

export function sealSegment(plain: Uint8Array, key: Uint8Array, place: SegmentPlace): Buffer {
  const cipher = createCipheriv('aes-256-gcm', key, nonceOf(place))
  cipher.setAAD(attachmentHeader)
  return Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()])
}

/** The plain bytes, or null when the bytes, the key or the place in the file are not those that were sealed. */
export function openSegment(sealed: Uint8Array, key: Uint8Array, place: SegmentPlace): Buffer | null {
  if (sealed.length < tagBytes) return null
  const decipher = createDecipheriv('aes-256-gcm', key, nonceOf(place), { authTagLength: tagBytes })
  decipher.setAAD(attachmentHeader)
  decipher.setAuthTag(sealed.subarray(sealed.length - tagBytes))
  try {
    return Buffer.concat([decipher.update(sealed.subarray(0, sealed.length - tagBytes)), decipher.final()])
  } catch {
    // GCM says no more than "not these bytes": damage is the answer here, not a fault.
    return null
  }
}

export interface SealedLayout {
  readonly segments: number
  /** Length of the plain bytes. */
  readonly size: number
}

/** What a file of this length holds; null when no attachment can have this length. */
export function layoutOf(fileBytes: number): SealedLayout | null {
  const body = fileBytes - headerBytes
  if (body < tagBytes) return null
  const segments = Math.ceil(body / sealedSegmentBytes)
  const size = body - segments * tagBytes
  return size < (segments - 1) * segmentBytes ? null : { segments, size }
}

/** Length of the file that holds so many plain bytes. */
export const sealedBytes = (size: number): number =>
  headerBytes + size + Math.max(1, Math.ceil(size / segmentBytes)) * tagBytes

/** Where a segment lies in the file. */
export function sealedRange(index: number, fileBytes: number): { readonly start: number; readonly length: number } {
  const start = headerBytes + index * sealedSegmentBytes
  return { start, length: Math.min(sealedSegmentBytes, fileBytes - start) }
}

/** Cuts a stream of any chunks into segments; keeps at most one segment and one chunk in memory. */
export async function* cutIntoSegments(
  source: AsyncIterable<Uint8Array>,
): AsyncGenerator<{ readonly plain: Uint8Array; readonly place: SegmentPlace }> {
  let held = Buffer.alloc(0)
  let index = 0
  for await (const chunk of source) {
    held = held.length === 0 ? Buffer.from(chunk) : Buffer.concat([held, chunk])
    // Strictly more: the last segment must be known as the last when it is sealed.
    let from = 0
    for (; held.length - from > segmentBytes; from += segmentBytes, index += 1) {
      yield { plain: held.subarray(from, from + segmentBytes), place: { index, isLast: false } }
    }
    held = Buffer.from(held.subarray(from))
  }
  yield { plain: held, place: { index, isLast: true } }
}
