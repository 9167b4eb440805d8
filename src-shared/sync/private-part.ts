import { assert } from '#shared/lib/assert.ts'
import { toHex } from './bytes.ts'
import { canonicalBytes, parseCanonical } from './canonical-json.ts'

export const saltLength = 16

/**
 * The private part's bytes, `{"salt","value"}`: the random salt keeps the hash in the envelope from being guessed
 * back to a name or a number once the part is gone. In: the value and 16 random bytes. Out: bytes to store. S15, S19.
 */
export function sealPrivatePart(value: object, salt: Uint8Array): Uint8Array<ArrayBuffer> {
  assert(salt.length === saltLength, 'a salt has 16 bytes')
  return canonicalBytes({ salt: toHex(salt), value })
}

/** In: bytes that `sealPrivatePart` wrote. Out: the value without its salt. */
export function openPrivatePart(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  const sealed = parseCanonical(bytes) as { readonly value: Record<string, unknown> }
  return sealed.value
}

const saltAt = '{"salt":"'.length
const ascii = new TextDecoder()

/** In: bytes that `sealPrivatePart` wrote. Out: their salt, hexadecimal, without reading the rest: whoever holds the part knows it, and nobody else. */
export const saltOf = (bytes: Uint8Array): string => ascii.decode(bytes.subarray(saltAt, saltAt + saltLength * 2))
