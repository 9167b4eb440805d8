import { createPublicKey, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { toHex } from '#shared/sync/bytes.ts'

/** A machine verifies by few keys: its server's and its own. */
const mostKeys = 64
const keys = new Map<string, KeyObject>()

/** In: raw Ed25519 public key (32 bytes), what was signed, signature. Out: whether that key signed it. */
export function isSignedBy(publicKey: Uint8Array, signed: Uint8Array, signature: Uint8Array): boolean {
  return verify(null, signed, keyOf(publicKey), signature)
}

/** Making the object costs as much as verifying, so it is kept. */
function keyOf(raw: Uint8Array): KeyObject {
  const name = toHex(raw)
  const kept = keys.get(name)
  if (kept !== undefined) return kept
  const x = Buffer.from(raw).toString('base64url')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  if (keys.size >= mostKeys) keys.clear()
  keys.set(name, key)
  return key
}
