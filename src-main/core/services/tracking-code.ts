import { foldDigits } from '#shared/text/fold-digits.ts'
import { sha256 } from '#core/store/hash.ts'
import type { Office } from './office.ts'

const alphabet = '23456789ABCDEFGHJKMNPQRSTVWXYZ'
const codeLength = 6

const blockBytes = 64
const [innerPad, outerPad] = [0x36, 0x5c]

interface Pads {
  readonly inner: Uint8Array
  readonly outer: Uint8Array
}

/** Whose codes they are: the store's key. */
interface Keyed {
  readonly store: { readonly key: Uint8Array }
}

/** Made once a store. */
const pads = new WeakMap<Keyed['store'], Pads>()

function padsOf({ store }: Keyed): Pads {
  const known = pads.get(store)
  if (known !== undefined) return known
  const padded = (pad: number): Uint8Array =>
    Buffer.alloc(blockBytes, pad).map((byte, at) => byte ^ (store.key[at] ?? 0))
  const made = { inner: padded(innerPad), outer: padded(outerPad) }
  pads.set(store, made)
  return made
}

/** HMAC-SHA-256 as RFC 2104 has it, of two hashes at once: an Hmac object costs ten times as much, and every case that is shown needs one. */
function keyedHash(office: Keyed, text: string): Buffer {
  const { inner, outer } = padsOf(office)
  const within = sha256(Buffer.concat([inner, Buffer.from(text)]))
  return sha256(Buffer.concat([outer, within]))
}

/**
 * The short secret printed beside the number (P-01): derived from the case's id with a key of the store's own, so it needs
 * no room and is the same on every print. Out: six characters without look-alikes.
 */
export function trackingCodeOf(office: Keyed, caseId: string): string {
  const digest = keyedHash(office, `tracking ${caseId}`)
  return [...digest.subarray(0, codeLength)].map((byte) => alphabet[byte % alphabet.length]).join('')
}

/** The codes of an office, for its index. */
export const codeOf =
  (office: Keyed) =>
  (caseId: string): string =>
    trackingCodeOf(office, caseId)

const codeForm = new RegExp(`^[${alphabet}]{${String(codeLength)}}$`)

/** In: what was typed. Out: the code that it can be; null where it has not the form of one. */
export function asCode(text: string): string | null {
  const bare = foldDigits(text)
    .replace(/[\p{Cf}\s]/gu, '')
    .toUpperCase()
  return codeForm.test(bare) ? bare : null
}

/**
 * The code that the complainant holds, to check him by; null in an office of several machines where another one gave it, for
 * that one's key made it.
 */
export function codeGiven(
  office: Office,
  { id, device }: { readonly id: string; readonly device: string },
): string | null {
  return office.sync === null || device === office.chain.device ? trackingCodeOf(office, id) : null
}
