import { assert } from '#shared/lib/assert.ts'

/**
 * A zstd frame of one block that is stored as it is: for a page so small that making it smaller costs more than sending
 * it. Any zstd reads it; our own is read without one. Magic number, descriptor (one segment, its length in four bytes),
 * length, the block's header (last, raw, length), the bytes (RFC 8878).
 */
const magic = 0xfd2f_b528
const descriptor = 0b1010_0000
const headBytes = 12
/** Bytes that one block may hold. */
export const storedMostBytes = 128 * 1024

/** Bit 0: the last block; bits 1 and 2: raw; above them the length. */
const blockHeader = (length: number): number => (length << 3) | 1

/** In: at most 128 KB; more is a fault of the caller. Out: a zstd frame of them. SYNC-PUSH-6. */
export function writeStored(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  assert(bytes.length <= storedMostBytes, 'what is stored is one block')
  const frame = new Uint8Array(headBytes + bytes.length)
  const view = new DataView(frame.buffer)
  view.setUint32(0, magic, true)
  view.setUint8(4, descriptor)
  view.setUint32(5, bytes.length, true)
  view.setUint16(9, blockHeader(bytes.length) & 0xffff, true)
  view.setUint8(11, blockHeader(bytes.length) >> 16)
  frame.set(bytes, headBytes)
  return frame
}

/** In: bytes from elsewhere. Out: what `writeStored` was given, a view; null when they are anything else. SYNC-PUSH-6. */
export function readStored(frame: Uint8Array): Uint8Array | null {
  const length = frame.length - headBytes
  if (length < 0 || length > storedMostBytes) return null
  const view = new DataView(frame.buffer, frame.byteOffset, headBytes)
  const isOurs = view.getUint32(0, true) === magic && view.getUint8(4) === descriptor
  const block = view.getUint16(9, true) | (view.getUint8(11) << 16)
  return isOurs && view.getUint32(5, true) === length && block === blockHeader(length)
    ? frame.subarray(headBytes)
    : null
}
