import { createPublicKey, verify } from 'node:crypto'

/** In: raw Ed25519 public key (32 bytes), what was signed, signature. Out: whether that key signed it. */
export function isSignedBy(publicKey: Uint8Array, signed: Uint8Array, signature: Uint8Array): boolean {
  const x = Buffer.from(publicKey).toString('base64url')
  const key = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
  return verify(null, signed, key, signature)
}
