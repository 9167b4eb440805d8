import { createPrivateKey, createPublicKey, hash, randomBytes, sign, verify } from 'node:crypto'
import type { KeyObject } from 'node:crypto'
import { instantFromMs } from '#shared/domain/clock/instant.ts'
import { must } from '#shared/lib/assert.ts'
import { toHex } from '#shared/sync/bytes.ts'
import type { Hash } from '#shared/sync/bytes.ts'
import type { Clock, Ids, Journal, Signing } from './ports.ts'

export const systemClock: Clock = { now: () => instantFromMs(Date.now()) }

export const systemIds: Ids = {
  uuid: () => uuidV7(Date.now(), randomBytes(16)),
  randomBytes: (length) => new Uint8Array(randomBytes(length)),
}

/** By way of a text: a buffer made by the hash itself takes half as long again. */
export const sha256: Hash = (bytes) => Buffer.from(hash('sha256', bytes, 'binary'), 'binary')

/** A JSON line each on standard error: standard output belongs to the program's one line. */
export const lineJournal: Journal = {
  info: (message, fields) => writeLine('info', message, fields),
  warn: (message, fields) => writeLine('warn', message, fields),
  error: (message, fields) => writeLine('error', message, fields),
}

export const silentJournal: Journal = { info: () => {}, warn: () => {}, error: () => {} }

function writeLine(level: string, message: string, fields: Readonly<Record<string, unknown>> = {}): void {
  process.stderr.write(`${JSON.stringify({ time: new Date().toISOString(), level, message, ...fields })}\n`)
}

const spkiPrefix = Buffer.from('302a300506032b6570032100', 'hex')
const mostKeys = 20_000
const keys = new Map<string, KeyObject>()

/** A raw Ed25519 key as Node takes it; making the object costs as much as verifying, so it is kept. */
function publicKeyOf(raw: Uint8Array): KeyObject {
  const name = toHex(raw)
  const kept = keys.get(name)
  if (kept !== undefined) return kept
  const key = createPublicKey({ key: Buffer.concat([spkiPrefix, raw]), format: 'der', type: 'spki' })
  if (keys.size >= mostKeys) keys.clear()
  keys.set(name, key)
  return key
}

/** In: the server's private key (PKCS#8). Out: signing with it, and verifying anyone's. */
export function signingWith(privateKey: Uint8Array): Signing {
  const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' })
  const { x } = createPublicKey(key).export({ format: 'jwk' })
  return {
    publicKey: Buffer.from(must(x, 'an Ed25519 key has a public half'), 'base64url'),
    sign: (bytes) => sign(null, bytes, key),
    verify: (raw, bytes, signature) =>
      raw.length === 32 && signature.length === 64 && verify(null, bytes, publicKeyOf(raw), signature),
  }
}

/** RFC 9562: 48 bits of milliseconds, then random bits. */
function uuidV7(ms: number, bytes: Uint8Array): string {
  for (let index = 5, rest = ms; index >= 0; index -= 1, rest = Math.floor(rest / 256)) bytes[index] = rest % 256
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  const hex = toHex(bytes)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
