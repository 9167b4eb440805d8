import { createHash } from 'node:crypto'
import type { Ids } from '#server/ports.ts'

/*
 * One-time codes and credentials are long enough that a plain hash cannot be guessed back: 80 and 256 random bits.
 * Codes are read aloud and typed, so they use letters that are not taken for one another.
 */
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 16

/** A new one-time code, in groups of four. */
export function newCode(ids: Ids): string {
  const code = Array.from(ids.randomBytes(codeLength), (byte) => letters[byte % letters.length]).join('')
  return code.replace(/(.{4})(?=.)/g, '$1-')
}

/** In: a code as somebody typed it. Out: what its hash is made of. */
export const normalisedCode = (typed: string): string =>
  typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '').replaceAll('O', '0').replace(/[IL]/g, '1')

export const newCredential = (ids: Ids): string => Buffer.from(ids.randomBytes(32)).toString('base64url')

export const hashSecret = (secret: string): string => createHash('sha256').update(secret).digest('hex')
