import crypto from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { syncBuiltinESMExports } from 'node:module'
import { sameBytes } from '#shared/sync/bytes.ts'

/*
 * What a key of this world signed is not calculated a second time: a story checks the same few signatures on every
 * machine, at every start and at its end. Any other signature, or the same below other bytes, is verified as ever.
 */

const most = 20_000
/** By signature: whose it is, and over what. */
const made = new Map<string, { readonly key: string; readonly signed: Uint8Array }>()
const names = new WeakMap<KeyObject, string>()
const textOf = (bytes: Uint8Array): string => Buffer.from(bytes).toString('latin1')

export function noteSignature(publicKey: Uint8Array, signed: Uint8Array, signature: Uint8Array): void {
  if (made.size >= most) made.clear()
  made.set(textOf(signature), { key: Buffer.from(publicKey).toString('base64url'), signed: Uint8Array.from(signed) })
}

function nameOf(key: KeyObject): string {
  const name = names.get(key) ?? key.export({ format: 'jwk' }).x ?? ''
  names.set(key, name)
  return name
}

type Asked = readonly [algorithm: null, signed: Uint8Array, key: KeyObject, signature: Uint8Array]
type Verify = (...asked: Asked) => boolean

const verify: Verify = crypto.verify.bind(crypto)

/** As whoever verifies Ed25519 calls it. */
const verifyKnown: Verify = (...asked) => {
  const [, signed, key, signature] = asked
  const known = made.get(textOf(signature))
  const isKnown = known !== undefined && nameOf(key) === known.key && sameBytes(known.signed, signed)
  return isKnown || verify(...asked)
}

/** From now on, in this process. */
export function knowSignatures(): void {
  crypto.verify = verifyKnown as typeof crypto.verify
  syncBuiltinESMExports()
}
