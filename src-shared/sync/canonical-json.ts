/**
 * The one way a value becomes bytes: RFC 8785 without fractions. Equal values give equal bytes on every machine,
 * so bytes can be hashed, signed, stored and sent without ever being written a second time.
 * Numbers are safe integers only: no two platforms may ever disagree on how a fraction is written.
 */
import { assert } from '#shared/lib/assert.ts'
import { utf8Bytes } from './byte-scratch.ts'

const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/**
 * In: null, booleans, safe integers, well-formed strings without NUL, arrays, plain objects (members that are
 * `undefined` are left out). Out: canonical JSON text. Throws on anything else: the edge cleans what comes in. S15.
 */
export function canonicalJson(value: unknown): string {
  const text = write(value)
  if (text.includes('\\u0000') || text.includes('\\ud')) assertStorableText(JSON.parse(text))
  return text
}

/** In: as `canonicalJson`. Out: its UTF-8 bytes. S15. */
export function canonicalBytes(value: unknown): Uint8Array<ArrayBuffer> {
  return utf8Bytes(canonicalJson(value))
}

/** In: bytes that `canonicalBytes` wrote (not checked again). Out: the value. Throws when they are not UTF-8 JSON. */
export function parseCanonical(bytes: Uint8Array): unknown {
  return JSON.parse(decoder.decode(bytes))
}

/** In: bytes from elsewhere. Out: whether they are exactly what `canonicalBytes` would write of their value. S15. */
export function isCanonical(bytes: Uint8Array): boolean {
  return readCanonical(bytes) !== null
}

/** In: bytes from elsewhere. Out: their text and value; null when they are not exactly what `canonicalBytes` writes. S15. */
export function readCanonical(bytes: Uint8Array): { readonly text: string; readonly value: unknown } | null {
  try {
    const text = decoder.decode(bytes)
    const value: unknown = JSON.parse(text)
    return (isWrittenBack(text, value) && isOrdered(value)) || canonicalJson(value) === text ? { text, value } : null
  } catch {
    return null
  }
}

/**
 * As `readCanonical`, for a caller that looks at every member itself. In: bytes from elsewhere. Out: their value; what is left
 * to be seen of it is that members are in order and numbers whole (`isOrdered`). Null when they are certainly not canonical.
 */
export function readWritten(bytes: Uint8Array): unknown {
  try {
    const text = decoder.decode(bytes)
    const value: unknown = JSON.parse(text)
    return isWrittenBack(text, value) || canonicalJson(value) === text ? value : null
  } catch {
    return null
  }
}

/**
 * The engine writes a value back in the order in which it read it: when that gives the same text, only sorted members
 * and whole numbers are left to be seen. Rarer forms (members named by numbers, escapes) are written anew.
 */
function isWrittenBack(text: string, value: unknown): boolean {
  const isPlainText = !text.includes('\\u0000') && !text.includes('\\ud')
  return isPlainText && JSON.stringify(value) === text
}

/** In: a value as it was read. Out: whether members stand in order and numbers are safe integers, all the way down. S15. */
export function isOrdered(value: unknown): boolean {
  if (typeof value !== 'object') return typeof value !== 'number' || Number.isSafeInteger(value)
  if (value === null) return true
  if (Array.isArray(value)) return value.every(isOrdered)
  const keys = Object.keys(value)
  if (!areSorted(keys)) return false
  for (const key of keys) {
    const member = (value as Record<string, unknown>)[key]
    // Most members are texts, and need no look.
    if (typeof member !== 'string' && !isOrdered(member)) return false
  }
  return true
}

/** A list of keys is walked four times as fast as the object itself (`for … in`). */
function areSorted(keys: readonly string[]): boolean {
  for (let at = 1; at < keys.length; at += 1) if ((keys[at] ?? '') < (keys[at - 1] ?? '')) return false
  return true
}

function write(value: unknown): string {
  if (typeof value === 'string') return quoted(value)
  if (typeof value === 'number') return integerJson(value)
  if (value === null || value === true || value === false) return String(value)
  if (Array.isArray(value)) return `[${value.map(write).join(',')}]`
  return objectJson(value)
}

/** What JSON escapes, and every half of a pair, whole or not. */
// oxlint-disable-next-line no-control-regex -- control characters are what this finds
const mayBeEscaped = /["\\\u0000-\u001f\ud800-\udfff]/

/** In: a text. Out: what `JSON.stringify` writes of it, which for most texts are the quotes alone. */
export const quoted = (text: string): string => (mayBeEscaped.test(text) ? JSON.stringify(text) : `"${text}"`)

function integerJson(value: number): string {
  assert(Number.isSafeInteger(value), 'a canonical number is a safe integer')
  return String(value)
}

function objectJson(value: unknown): string {
  assert(
    typeof value === 'object' && isPlain(value),
    'a canonical value is null, boolean, integer, text, list or plain object',
  )
  const members = value as Record<string, unknown>
  let text = ''
  for (const key of sortedKeys(members)) {
    const member = members[key]
    if (member !== undefined) text += (text === '' ? '' : ',') + keyText(key) + write(member)
  }
  return `{${text}}`
}

function sortedKeys(members: Record<string, unknown>): readonly string[] {
  const keys = Object.keys(members)
  return areSorted(keys) ? keys : keys.sort()
}

const keyTexts = new Map<string, string>()
/** Nearly all are names of our own; those of others must not fill the memory. */
const mostKeyTexts = 4096

function keyText(key: string): string {
  const known = keyTexts.get(key)
  if (known !== undefined) return known
  const text = `${quoted(key)}:`
  if (keyTexts.size < mostKeyTexts) keyTexts.set(key, text)
  return text
}

/**
 * Exact, and only called when the written text looks as if it could hold such a character: asking each string cost
 * more than writing it.
 */
function assertStorableText(value: unknown): void {
  if (typeof value === 'string') {
    assert(value.isWellFormed() && !value.includes('\0'), 'canonical text holds no NUL and no lone surrogate')
  } else if (typeof value === 'object' && value !== null) {
    for (const [key, member] of Object.entries(value)) {
      assertStorableText(key)
      assertStorableText(member)
    }
  }
}

function isPlain(value: object | null): value is object {
  if (value === null) return false
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
