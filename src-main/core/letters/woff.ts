import { deflateSync } from 'node:zlib'

const headerLength = 44
const entryLength = 20
const sfntHeaderLength = 12
const sfntEntryLength = 16

/** In: a TrueType file. Out: the same font as WOFF 1.0, each table packed: half the size in a page. */
export function woffOf(ttf: Buffer): Buffer {
  const count = ttf.readUInt16BE(4)
  const directory = Buffer.alloc(headerLength + count * entryLength)
  const tables: Buffer[] = []
  let offset = directory.length
  for (let index = 0; index < count; index += 1) {
    const entry = sfntHeaderLength + index * sfntEntryLength
    const length = ttf.readUInt32BE(entry + 12)
    const table = packed(ttf.subarray(ttf.readUInt32BE(entry + 8)).subarray(0, length))
    const at = headerLength + index * entryLength
    ttf.copy(directory, at, entry, entry + 4)
    directory.writeUInt32BE(offset, at + 4)
    directory.writeUInt32BE(table.length, at + 8)
    directory.writeUInt32BE(length, at + 12)
    ttf.copy(directory, at + 16, entry + 4, entry + 8)
    tables.push(padded(table))
    offset += padded(table).length
  }
  writeHeader(directory, { ttf, count, length: offset })
  return Buffer.concat([directory, ...tables])
}

function writeHeader(
  directory: Buffer,
  font: { readonly ttf: Buffer; readonly count: number; readonly length: number },
): void {
  directory.write('wOFF', 0, 'latin1')
  font.ttf.copy(directory, 4, 0, 4)
  directory.writeUInt32BE(font.length, 8)
  directory.writeUInt16BE(font.count, 12)
  directory.writeUInt32BE(sfntLength(font.ttf, font.count), 16)
  directory.writeUInt16BE(1, 20)
}

/** The length of the font unpacked, tables on multiples of four. */
function sfntLength(ttf: Buffer, count: number): number {
  let length = sfntHeaderLength + count * sfntEntryLength
  for (let index = 0; index < count; index += 1) {
    length += upToFour(ttf.readUInt32BE(sfntHeaderLength + index * sfntEntryLength + 12))
  }
  return length
}

/** A table that does not get smaller stands as it is; readers tell by equal lengths. */
function packed(table: Buffer): Buffer {
  const small = deflateSync(table, { level: 9 })
  return small.length < table.length ? small : table
}

const upToFour = (length: number): number => Math.ceil(length / 4) * 4

const padded = (table: Buffer): Buffer => Buffer.concat([table, Buffer.alloc(upToFour(table.length) - table.length)])
