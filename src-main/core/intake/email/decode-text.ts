/**
 * Bytes of a message to text, whatever their label says.
 * Order: a byte order mark; valid UTF-8; a label of another script that fits; else the most plausible of the label and
 * the charsets Arabic mail comes in.
 */
import { plausibilityOf } from './arabic-plausibility.ts'

export interface DecodedText {
  readonly text: string
  readonly charset: string
  /** True when the charset is not the one of the label. */
  readonly isGuessed: boolean
}

/** Enough to judge, and a bound on the work whatever the message's size. */
const sampleBytes = 65_536
const labelBonus = 0.1
/** Labels that programs put on bytes they know nothing about. */
const weakLabels = new Set(['windows-1252', 'utf-8', 'windows-1256', 'iso-8859-6'])
const multiByteLabels = new Set([
  'gbk',
  'gb18030',
  'big5',
  'shift_jis',
  'euc-jp',
  'euc-kr',
  'iso-2022-jp',
  'utf-16le',
  'utf-16be',
])

/** In: bytes and the charset named for them, if any. */
export function decodeText(bytes: Uint8Array, label: string | null): DecodedText {
  const named = charsetOf(label)
  const charset = markOf(bytes) ?? chooseCharset(bytes, named)
  return {
    text: new TextDecoder(charset).decode(bytes),
    charset,
    isGuessed: named !== charset && bytes.some((byte) => byte > 0x7f),
  }
}

function markOf(bytes: Uint8Array): string | null {
  const [first, second, third] = bytes
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

function chooseCharset(bytes: Uint8Array, named: string | null): string {
  if (named !== null && multiByteLabels.has(named) && fits(bytes, named)) return named
  if (fits(bytes, 'utf-8')) return 'utf-8'
  if (named !== null && !weakLabels.has(named) && fits(bytes, named)) return named
  return mostPlausible(highBytesOf(bytes), named)
}

function mostPlausible(sample: Uint8Array, named: string | null): string {
  const candidates = [
    ...new Set([...(named === null ? [] : [named]), 'windows-1252', 'windows-1256', 'iso-8859-6', 'utf-8']),
  ]
  const scored = candidates.map((charset) => ({
    charset,
    points: plausibilityOf(new TextDecoder(charset).decode(sample)) + (charset === named ? labelBonus : 0),
  }))
  return scored.reduce((best, next) => (next.points > best.points ? next : best)).charset
}

/** Where the text outside ASCII begins: a long English head must not hide it from the sample. */
function highBytesOf(bytes: Uint8Array): Uint8Array {
  const first = bytes.findIndex((byte) => byte > 0x7f)
  return bytes.subarray(Math.max(0, first - 1), first + sampleBytes)
}

function fits(bytes: Uint8Array, charset: string): boolean {
  try {
    new TextDecoder(charset, { fatal: true }).decode(bytes)
    return true
  } catch {
    // The decoder's only way to say that the bytes are not of this charset.
    return false
  }
}

/** The canonical name of a label, or null when no decoder knows it. */
export function charsetOf(label: string | null): string | null {
  const trimmed = (label ?? '').trim().toLowerCase().replace(/\*.*$/, '')
  const plain = trimmed
    .replaceAll('_', '-')
    .replace(/^x-/, '')
    .replace(/^iso-?8859-?/, 'iso-8859-')
    .replace(/^(?:windows|cp|win)-?(?=125\d)/, 'windows-')
  for (const name of [trimmed, plain]) {
    try {
      return new TextDecoder(name).encoding
    } catch {
      // Unknown label: the next form, else null is the answer.
    }
  }
  return null
}
