/**
 * Rewrites the header blocks of a message so that they hold only UTF-8: raw bytes of older charsets are decoded, encoded
 * words are normalised. Bodies keep every byte. Also counts parts, before a parser builds one object for each.
 */
import { decodeText } from './decode-text.ts'
import { normaliseEncodedWords } from './encoded-words.ts'

export interface RepairedMessage {
  readonly bytes: Uint8Array
  readonly parts: number
}

const mostBoundaries = 1000
const newLine = 0x0a
const dash = 0x2d

export function repairHeaders(message: Uint8Array): RepairedMessage {
  const source = Buffer.from(message.buffer, message.byteOffset, message.byteLength)
  const boundaries = boundariesOf(source)
  const pieces: Uint8Array[] = []
  let parts = 0
  let start = 0
  let isHeader = true
  for (const { from, to } of linesOf(source)) {
    const isDelimiter = boundaries.size > 0 && startsPart(source.subarray(from, to), boundaries)
    if (isDelimiter) parts += 1
    if (isHeader && (isDelimiter || isBlank(source, from, to))) {
      pieces.push(repairBlock(source.subarray(start, from)))
      start = from
      isHeader = false
    }
    if (isDelimiter) {
      pieces.push(source.subarray(start, to))
      start = to
      isHeader = true
    }
  }
  pieces.push(isHeader ? repairBlock(source.subarray(start)) : source.subarray(start))
  return { bytes: Buffer.concat(pieces), parts }
}

function* linesOf(source: Buffer): Generator<{ readonly from: number; readonly to: number }> {
  for (let from = 0; from < source.length;) {
    const end = source.indexOf(newLine, from)
    const to = end < 0 ? source.length : end + 1
    yield { from, to }
    from = to
  }
}

const isBlank = (source: Buffer, from: number, to: number): boolean =>
  to - from <= 2 && source.toString('latin1', from, to).trim() === ''

function startsPart(line: Buffer, boundaries: ReadonlySet<string>): boolean {
  if (line[0] !== dash || line[1] !== dash || line.length > 2100) return false
  return boundaries.has(line.toString('latin1', 2).trimEnd())
}

function boundariesOf(source: Buffer): Set<string> {
  const found = new Set<string>()
  const pattern = /boundary[ \t]*=[ \t]*(?:"([^"\r\n]{1,2000})"|([^\s;"]{1,2000}))/gi
  for (const [, quoted, bare] of source.toString('latin1').matchAll(pattern)) {
    found.add((quoted ?? bare ?? '').trimEnd())
    if (found.size >= mostBoundaries) break
  }
  return found
}

function repairBlock(block: Buffer): Uint8Array {
  const isPlain = !block.some((byte) => byte > 0x7f)
  if (isPlain && !block.includes('=?')) return block
  const readable = isPlain ? block : decodeRawBytes(block)
  return Buffer.from(normaliseEncodedWords(readable.toString('latin1')), 'latin1')
}

/** All lines are judged together: one short name is too little to tell a charset by. */
function decodeRawBytes(block: Buffer): Buffer {
  const label = /charset[ \t]*=[ \t]*"?([\w.:-]{1,60})/i.exec(block.toString('latin1'))?.[1] ?? null
  const lines = [...linesOf(block)].map(({ from, to }) => block.subarray(from, to))
  const foreign = new Set(lines.filter((line) => line.some((byte) => byte > 0x7f) && !isUtf8(line)))
  if (foreign.size === 0) return block
  const { charset } = decodeText(Buffer.concat([...foreign]), label)
  const decoder = new TextDecoder(charset)
  return Buffer.concat(lines.map((line) => (foreign.has(line) ? Buffer.from(decoder.decode(line)) : line)))
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    // The decoder's only way to say no.
    return false
  }
}
