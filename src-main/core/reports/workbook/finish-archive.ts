/**
 * The last pass over the written archive. Parts that were given are written anew; all others keep their packed bytes,
 * so that a large workbook is not packed twice. Invariant: the same parts give the same bytes (P4), since every entry
 * carries one fixed date instead of the moment of writing.
 */
import { crc32, deflateRawSync, inflateRawSync } from 'node:zlib'
import { assert } from '#shared/lib/assert.ts'

const endSignature = 0x06054b50
const entrySignature = 0x02014b50
const partSignature = 0x04034b50
/** 1 January 2000, 00:00, as DOS time (low) and date (high). */
const fixedTime = ((20 << 9) | (1 << 5) | 1) << 16
const [stored, deflated] = [0, 8]
/** Lists are long and alike from row to row: packing them harder takes twice the time for a tenth of the size. */
const level = 4

interface Packed {
  readonly name: Uint8Array
  readonly method: number
  readonly crc: number
  readonly size: number
  readonly bytes: Uint8Array
}

/** Text of a part as it was written → text as it shall be. */
export type RewrittenParts = ReadonlyMap<string, (xml: string) => string>

interface Changes {
  readonly rewritten: RewrittenParts
  /** Texts of new parts by name. */
  readonly added?: ReadonlyMap<string, string>
}

/** In: bytes of a zip archive (not zip64), parts to write anew or to add. Out: the archive with fixed times. */
export function finishArchive(zip: Uint8Array, { rewritten, added = new Map() }: Changes): Uint8Array {
  const kept = packedParts(zip).map((part) => {
    const rewrite = rewritten.get(nameOf(part))
    return rewrite === undefined ? part : packedPart(part.name, rewrite(textOf(part)))
  })
  const parts = [...kept, ...[...added].map(([name, text]) => packedPart(Buffer.from(name), text))]
  const heads = parts.map((part) => Buffer.concat([partHead(part), part.name]))
  let at = 0
  const entries = parts.map((part, place) => {
    const entry = Buffer.concat([directoryEntry(part, at), part.name])
    at += (heads[place]?.length ?? 0) + part.bytes.length
    return entry
  })
  const directory = Buffer.concat(entries)
  const end = endOf({ count: parts.length, length: directory.length, at })
  return Buffer.concat([...parts.flatMap(({ bytes }, place) => [heads[place] ?? bytes, bytes]), directory, end])
}

/** In: bytes of a zip archive, names of parts. Out: the texts of those it has. */
export function partsOf(zip: Uint8Array, names: ReadonlySet<string>): ReadonlyMap<string, string> {
  const wanted = packedParts(zip).filter((part) => names.has(nameOf(part)))
  return new Map(wanted.map((part) => [nameOf(part), textOf(part)]))
}

const nameOf = ({ name }: Packed): string => Buffer.from(name).toString()

const textOf = ({ method, bytes }: Packed): string =>
  Buffer.from(method === stored ? bytes : inflateRawSync(bytes)).toString()

function packedPart(name: Uint8Array, text: string): Packed {
  const bytes = Buffer.from(text)
  return { name, method: deflated, crc: crc32(bytes), size: bytes.length, bytes: deflateRawSync(bytes, { level }) }
}

function packedParts(zip: Uint8Array): readonly Packed[] {
  const view = new DataView(zip.buffer, zip.byteOffset, zip.byteLength)
  const end = endOfDirectory(view)
  const parts: Packed[] = []
  let at = view.getUint32(end + 16, true)
  for (let entry = view.getUint16(end + 10, true); entry > 0; entry--) {
    assert(view.getUint32(at, true) === entrySignature, 'an entry of the central directory')
    const [nameLength, extra, comment] = [28, 30, 32].map((place) => view.getUint16(at + place, true)) as Lengths
    const head = view.getUint32(at + 42, true)
    const start = head + 30 + view.getUint16(head + 26, true) + view.getUint16(head + 28, true)
    parts.push({
      name: zip.subarray(at + 46, at + 46 + nameLength),
      method: view.getUint16(at + 10, true),
      crc: view.getUint32(at + 16, true),
      size: view.getUint32(at + 24, true),
      bytes: zip.subarray(start, start + view.getUint32(at + 20, true)),
    })
    at += 46 + nameLength + extra + comment
  }
  return parts
}

type Lengths = [name: number, extra: number, comment: number]

function endOfDirectory(view: DataView): number {
  for (let at = view.byteLength - 22; at >= 0; at--) {
    if (view.getUint32(at, true) === endSignature) return at
  }
  throw new Error('broken invariant: an archive ends with its directory')
}

function partHead(part: Packed): Buffer {
  const head = Buffer.alloc(30)
  head.writeUInt32LE(partSignature, 0)
  describe(head, 4, part)
  return head
}

function directoryEntry(part: Packed, at: number): Buffer {
  const entry = Buffer.alloc(46)
  entry.writeUInt32LE(entrySignature, 0)
  entry.writeUInt16LE(20, 4)
  describe(entry, 6, part)
  entry.writeUInt32LE(at, 42)
  return entry
}

/** What stands before a part and in the directory alike. */
function describe(target: Buffer, from: number, { name, method, crc, size, bytes }: Packed): void {
  target.writeUInt16LE(20, from)
  target.writeUInt16LE(method, from + 4)
  target.writeUInt32LE(fixedTime, from + 6)
  target.writeUInt32LE(crc, from + 10)
  target.writeUInt32LE(bytes.length, from + 14)
  target.writeUInt32LE(size, from + 18)
  target.writeUInt16LE(name.length, from + 22)
}

function endOf({
  count,
  length,
  at,
}: {
  readonly count: number
  readonly length: number
  readonly at: number
}): Buffer {
  const end = Buffer.alloc(22)
  end.writeUInt32LE(endSignature, 0)
  end.writeUInt16LE(count, 8)
  end.writeUInt16LE(count, 10)
  end.writeUInt32LE(length, 12)
  end.writeUInt32LE(at, 16)
  return end
}
