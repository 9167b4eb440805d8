import { assert } from '#shared/lib/assert.ts'

/*
 * A streamed archive carries the moment of writing in every entry. Here those four bytes are set to one fixed date, in
 * place: the same model gives the same bytes (P4), without packing a large workbook anew.
 */

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
/** 1 January 2000, 00:00, as DOS time (low) and date (high). */
const fixedTime = ((20 << 9) | (1 << 5) | 1) << 16

/** In: bytes of a zip archive (not zip64), changed in place. Out: the same bytes. */
export function withFixedTimes(zip: Uint8Array): Uint8Array {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = endOfDirectory(view)
  const entries = view.getUint16(end + 10, true)
  let at = view.getUint32(end + 16, true)
  for (let entry = 0; entry < entries; entry++) {
    assert(view.getUint32(at, true) === entrySignature, 'an entry of the central directory')
    view.setUint32(at + 12, fixedTime, true)
    view.setUint32(view.getUint32(at + 42, true) + 10, fixedTime, true)
    at += 46 + view.getUint16(at + 28, true) + view.getUint16(at + 30, true) + view.getUint16(at + 32, true)
  }
  return zip
}

function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at--) {
    if (view.getUint32(at, true) === endSignature) return at
  }
  throw new Error('broken invariant: an archive ends with its directory')
}
