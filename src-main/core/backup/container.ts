/**
 * The backup file: one stream that is written once and read once.
 *
 *   "INSAFBK" 0x01 | u32 length | header JSON | entry* | u32 0 | u32 length | manifest JSON | HMAC-SHA-256 (32)
 *   entry = u32 name length | name | u64 size | bytes
 *
 * What is inside is encrypted already (store, attachments) or wrapped (keys, in the header). The manifest names every
 * file with size and SHA-256 and the header's hash, and is authenticated with a key derived from the database key:
 * nothing can be left out, exchanged or added by anyone who cannot open the data anyway.
 */
import { createHash, createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { Instant } from '#shared/domain/clock/instant.ts'
import { Keys } from '#core/vault/keys-file.ts'

export const backupMagic = Buffer.from('INSAFBK\u0001', 'latin1')
export const backupFormat = 1

export const BackupHeader = z.object({
  format: z.int().positive(),
  at: Instant,
  kind: z.enum(['full', 'rolling']),
  schema: z.int(),
  keys: Keys,
})
export type BackupHeader = z.infer<typeof BackupHeader>

const Digest = z.string().regex(/^[0-9a-f]{64}$/)
export const BackupManifest = z.object({
  header: Digest,
  files: z.array(z.object({ name: z.string().max(300), size: z.int().nonnegative(), sha256: Digest })),
})
export type BackupManifest = z.infer<typeof BackupManifest>

/** Names that may stand in a backup: the store and attachments by address. Anything else could climb out of the folder. */
export const entryName = /^(insaf\.db|files\/[0-9a-f]{2}\/[0-9a-f]{64})$/

export const sha256Hex = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export function sealManifest(key: Uint8Array, manifest: Uint8Array): Buffer {
  const derived = new Uint8Array(hkdfSync('sha256', key, new Uint8Array(0), 'insaf backup manifest', 32))
  return createHmac('sha256', derived).update(manifest).digest()
}

export function isSealed(key: Uint8Array, manifest: Uint8Array, seal: Uint8Array): boolean {
  return seal.length === 32 && timingSafeEqual(sealManifest(key, manifest), seal)
}

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}

export function u64(value: number): Buffer {
  const bytes = Buffer.alloc(8)
  bytes.writeBigUInt64BE(BigInt(value))
  return bytes
}
