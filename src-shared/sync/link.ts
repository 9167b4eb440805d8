/**
 * A device's chain: each link covers the link before, the place and the content, so an event that was altered,
 * left out, moved or put in breaks every link after it. An epoch begins with a link over its public key and the
 * chain so far: a new key can only come after, never instead of, what the old one signed. S12, S15.
 */
import { hashOf } from './byte-scratch.ts'
import type { Hash } from './bytes.ts'
import { canonicalJson } from './canonical-json.ts'
import type { ChainPlace } from './envelope.ts'

/** What the first link of a first epoch follows. */
export const noLink: Uint8Array = new Uint8Array(32)

/** In: hash, the link before (32 bytes), the event's place and content hash (32 bytes). Out: the event's link. */
export function nextLink(
  hash: Hash,
  previous: Uint8Array,
  event: { place: ChainPlace; contentHash: Uint8Array },
): Uint8Array {
  return hashOf(hash, [previous, event.contentHash, placeText(event.place)])
}

/** `canonicalJson(['event', device, epoch, sequence])`, by hand: every event of every push passes here. */
const placeText = ({ device, epoch, sequence }: ChainPlace): string =>
  `["event",${JSON.stringify(device)},${epoch},${sequence}]`

/** In: hash, the last link before the epoch, the epoch and its public key (hex). Out: the link its first event follows. */
export function epochLink(
  hash: Hash,
  previous: Uint8Array,
  opening: { device: string; epoch: number; publicKey: string },
): Uint8Array {
  return hashOf(hash, [previous, canonicalJson(['epoch', opening.device, opening.epoch, opening.publicKey])])
}
