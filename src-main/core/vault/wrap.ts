import { createCipheriv, createDecipheriv } from 'node:crypto'
import { z } from 'zod'

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`))

/** A secret under AES-256-GCM; the purpose is authenticated with it, so one slot's content never opens as another's. */
export const Wrapped = z.strictObject({
  nonce: hex(12),
  tag: hex(16),
  data: z.string().regex(/^([0-9a-f]{2}){1,4096}$/),
})
export type Wrapped = z.infer<typeof Wrapped>

export interface WrapInput {
  readonly key: Uint8Array
  readonly secret: Uint8Array
  readonly purpose: string
  readonly nonce: Uint8Array
}

export function wrap({ key, secret, purpose, nonce }: WrapInput): Wrapped {
  const cipher = createCipheriv('aes-256-gcm', key, nonce)
  cipher.setAAD(Buffer.from(purpose))
  const data = Buffer.concat([cipher.update(secret), cipher.final()])
  return {
    nonce: Buffer.from(nonce).toString('hex'),
    tag: cipher.getAuthTag().toString('hex'),
    data: data.toString('hex'),
  }
}

/** Null when this key does not open it. */
export function unwrap(key: Uint8Array, wrapped: Wrapped, purpose: string): Uint8Array | null {
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(wrapped.nonce, 'hex'))
  decipher.setAAD(Buffer.from(purpose))
  decipher.setAuthTag(Buffer.from(wrapped.tag, 'hex'))
  const start = decipher.update(Buffer.from(wrapped.data, 'hex'))
  try {
    return Buffer.concat([start, decipher.final()])
  } catch {
    // The tag does not fit: another key, or an altered slot.
    return null
  }
}
