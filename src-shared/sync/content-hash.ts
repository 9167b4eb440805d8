import { type Hash, joinBytes } from './bytes.ts'

/**
 * The hash of an event's content: its envelope (which names the private part's hash) and its facts, as stored.
 * The chain's place is left out, so it stays the same when a restored device links its events anew. S12, S15.
 * In: the two stored byte strings. Out: 32 bytes. The length in front keeps the border between the two fixed.
 */
export function contentHash(hash: Hash, envelope: Uint8Array, facts: Uint8Array): Uint8Array {
  const { length } = envelope
  const border = Uint8Array.of(length >>> 24, (length >>> 16) & 255, (length >>> 8) & 255, length & 255)
  return hash(joinBytes(border, envelope, facts))
}
