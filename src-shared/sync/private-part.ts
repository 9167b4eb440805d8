import { assert } from '#shared/lib/assert.ts'
import { toHex } from './bytes.ts'
import { utf8Bytes } from './byte-scratch.ts'
import { canonicalJson, parseCanonical } from './canonical-json.ts'

export const saltLength = 16

/**
 * The private part, `{"salt","value"}`: the random salt keeps the hash in the envelope from being guessed back to a name
 * or a number once the part is gone. In: the value and 16 random bytes. Out: the text whose UTF-8 is stored. S15, S19.
 */
export function privatePartText(value: object, salt: Uint8Array): string {
  assert(salt.length === saltLength, 'a salt has 16 bytes')
  return `{"salt":"${toHex(salt)}","value":${canonicalJson(value)}}`
}

/** The same as bytes. */
export const sealPrivatePart = (value: object, salt: Uint8Array): Uint8Array<ArrayBuffer> =>
  utf8Bytes(privatePartText(value, salt))

/** In: bytes that `sealPrivatePart` wrote. Out: the value without its salt. */
export function openPrivatePart(bytes: Uint8Array): Readonly<Record<string, unknown>> {
  const sealed = parseCanonical(bytes) as { readonly value: Record<string, unknown> }
  return sealed.value
}

/** The same of their text. */
export const openPrivateText = (text: string): Readonly<Record<string, unknown>> =>
  (JSON.parse(text) as { readonly value: Record<string, unknown> }).value

const saltAt = '{"salt":"'.length
const ascii = new TextDecoder()

/** In: bytes that `sealPrivatePart` wrote. Out: their salt, hexadecimal, without reading the rest: whoever holds the part knows it, and nobody else. */
export const saltOf = (bytes: Uint8Array): string => ascii.decode(bytes.subarray(saltAt, saltAt + saltLength * 2))
