import { createHmac, createSecretKey, type KeyObject } from 'node:crypto'
import type { Office } from './office.ts'

const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 6

/** Making it costs more than all else here. */
const keys = new WeakMap<Office['store'], KeyObject>()

function keyOf({ store }: Office): KeyObject {
  const known = keys.get(store)
  if (known !== undefined) return known
  const made = createSecretKey(store.key)
  keys.set(store, made)
  return made
}

/**
 * The short secret printed beside the number (P-01): derived from the case's id with a key of the store's own, so it needs
 * no room and is the same on every print. Out: six characters without look-alikes.
 */
export function trackingCodeOf(office: Office, caseId: string): string {
  const digest = createHmac('sha256', keyOf(office)).update(`tracking ${caseId}`).digest()
  return [...digest.subarray(0, codeLength)].map((byte) => alphabet[byte % alphabet.length]).join('')
}
