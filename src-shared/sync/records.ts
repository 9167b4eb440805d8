/**
 * A page on the wire: byte strings one after another, each behind its length (four bytes, big endian). A length of
 * 0xFFFFFFFF stands for "withheld". Cheap to write and to read, and the bytes of an event are never written anew.
 */
import { assert } from '#shared/lib/assert.ts'

const withheld = 0xffff_ffff

/** In: byte strings, null where one is withheld. Out: one byte string. */
export function writeRecords(records: readonly (Uint8Array | null)[]): Uint8Array<ArrayBuffer> {
  const page = new Uint8Array(records.reduce((sum, record) => sum + 4 + (record?.length ?? 0), 0))
  const view = new DataView(page.buffer)
  let offset = 0
  for (const record of records) {
    view.setUint32(offset, record === null ? withheld : record.length)
    if (record !== null) page.set(record, offset + 4)
    offset += 4 + (record?.length ?? 0)
  }
  return page
}

/** In: what `writeRecords` wrote (from elsewhere). Out: its records, views into the page; null when it is cut or malformed. */
export function readRecords(page: Uint8Array): readonly (Uint8Array | null)[] | null {
  const view = new DataView(page.buffer, page.byteOffset, page.byteLength)
  const records: (Uint8Array | null)[] = []
  let offset = 0
  while (offset < page.length) {
    if (offset + 4 > page.length) return null
    const length = view.getUint32(offset)
    offset += 4
    if (length === withheld) {
      records.push(null)
      continue
    }
    if (offset + length > page.length) return null
    // A plain view also of a buffer, whose own take several times as long to make.
    records.push(new Uint8Array(page.buffer, page.byteOffset + offset, length))
    offset += length
  }
  assert(offset === page.length, 'a page ends with its last record')
  return records
}
