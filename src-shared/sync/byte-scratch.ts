import type { Hash } from './bytes.ts'

const encoder = new TextEncoder()
/** One place for all: what is put together here is hashed or copied before anything else is. */
const scratch = new Uint8Array(64 * 1024)
/** A UTF-16 unit is three bytes at most. */
const bytesOfUnit = 3

/** In: a well-formed text. Out: its UTF-8 bytes. */
export function utf8Bytes(text: string): Uint8Array<ArrayBuffer> {
  if (text.length * bytesOfUnit > scratch.length) return encoder.encode(text)
  return scratch.slice(0, encoder.encodeInto(text, scratch).written)
}

/** In: a well-formed text. Out: how many bytes its UTF-8 has. */
export function utf8Length(text: string): number {
  const into = text.length * bytesOfUnit > scratch.length ? new Uint8Array(text.length * bytesOfUnit) : scratch
  return encoder.encodeInto(text, into).written
}

/**
 * In: a hash that keeps nothing of what it is given; bytes, and texts that stand for their UTF-8. Out: the hash of all of
 * them one after the other. Every event that is written or proven comes here several times, and joining the parts in an
 * array of their own cost more than hashing them.
 */
export function hashOf(hash: Hash, parts: readonly (Uint8Array | string)[]): Uint8Array {
  let length = 0
  for (const part of parts) length += typeof part === 'string' ? part.length * bytesOfUnit : part.length
  const into = length > scratch.length ? new Uint8Array(length) : scratch
  return hash(into.subarray(0, put(into, parts)))
}

function put(into: Uint8Array, parts: readonly (Uint8Array | string)[]): number {
  let end = 0
  for (const part of parts) {
    if (typeof part === 'string') end += encoder.encodeInto(part, into.subarray(end)).written
    else {
      into.set(part, end)
      end += part.length
    }
  }
  return end
}
