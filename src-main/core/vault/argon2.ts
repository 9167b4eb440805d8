import { hashRaw } from '@node-rs/argon2'

/** argon2id as OWASP asks: 19 MiB, two passes, one lane (about 15 ms). */
export const argon2Cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const

/** A 256-bit key from a passphrase; the same letters typed on any keyboard give the same key. */
export function keyFromPassphrase(
  passphrase: string,
  salt: Uint8Array,
  cost: typeof argon2Cost = argon2Cost,
): Promise<Uint8Array> {
  return hashRaw(passphrase.normalize('NFKC'), { ...cost, salt, outputLen: 32 })
}
