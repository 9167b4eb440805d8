import { type Hash, joinBytes } from './bytes.ts'

/**
 * The hash of an event's content: its envelope (which names the private part's hash) and its facts, as stored.
 * The chain's place is left out, so it stays the same when a restored device links its events anew. S12, S15.
 * In: the two stored byte strings. Out: 32 bytes. The length in front keeps the border between the two fixed.
 */
export function contentHash(hash: Hash, envelope: Uint8Array, facts: Uint8Array): Uint8Array {
  const length = new Uint8Array(4)
  new DataView(length.buffer).setUint32(0, envelope.length)
  return hash(joinBytes(length, envelope, facts))
}
