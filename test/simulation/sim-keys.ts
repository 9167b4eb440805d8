import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto'
import type { DeviceSigner } from '#core/store/chain.ts'
import type { Signing } from '#server/ports.ts'
import { instantFromMs } from '#shared/domain/clock/instant.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { noteSignature } from './known-signatures.ts'
import type { Random } from './random.ts'

/* Keys and ids that are the same for the same seed. */

const prefix = Buffer.from('302e020100300506032b657004220420', 'hex')

function keyOf(seed: Uint8Array) {
  const privateKey = createPrivateKey({ key: Buffer.concat([prefix, seed]), format: 'der', type: 'pkcs8' })
  const { x } = createPublicKey(privateKey).export({ format: 'jwk' })
  const publicKey = Buffer.from(x as string, 'base64url')
  const signed = (bytes: Uint8Array): Uint8Array => {
    const signature = sign(null, bytes, privateKey)
    noteSignature(publicKey, bytes, signature)
    return signature
  }
  return { sign: signed, publicKey }
}

export function simSigner(device: string, epoch: number, random: Random): DeviceSigner {
  return { device, epoch, ...keyOf(random.bytes(32)), randomBytes: (length) => random.bytes(length) }
}

export function simSigning(random: Random): Signing {
  const known = new Map<string, ReturnType<typeof createPublicKey>>()
  return {
    ...keyOf(random.bytes(32)),
    verify: (raw, bytes, signature) => {
      const x = Buffer.from(raw).toString('base64url')
      const key = known.get(x) ?? createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x }, format: 'jwk' })
      known.set(x, key)
      return verify(null, bytes, key, signature)
    },
  }
}

/** UUIDv7 by a clock of the world. */
export function simIds(now: () => number, random: Random): { uuid(): string; randomBytes(length: number): Uint8Array } {
  let [last, count] = [0, 0]
  return {
    uuid: () => {
      const ms = Math.max(last, now())
      count = ms === last ? count + 1 : 0
      last = ms
      const time = ms.toString(16).padStart(12, '0')
      const rest = Buffer.from(random.bytes(8)).toString('hex')
      const order = (count % 4096).toString(16).padStart(3, '0')
      return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-8${rest.slice(0, 3)}-${rest.slice(3, 15)}`
    },
    randomBytes: (length) => random.bytes(length),
  }
}

export const startMs = Date.parse('2026-01-05T07:00:00Z')

export const instantAt = (ms: number): Instant => instantFromMs(startMs + Math.round(ms))
