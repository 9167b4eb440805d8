import type { Hash } from './bytes.ts'
import { hashOf, utf8Length } from './byte-scratch.ts'

/**
 * The hash of an event's content: its envelope (which names the private part's hash) and its facts, as stored.
 * The chain's place is left out, so it stays the same when a restored device links its events anew. S12, S15.
 * In: the two stored byte strings. Out: 32 bytes. The length in front keeps the border between the two fixed.
 */
export const contentHash = (hash: Hash, envelope: Uint8Array, facts: Uint8Array): Uint8Array =>
  hashOf(hash, [lengthBytes(envelope.length), envelope, facts])

/** The same of an event's two texts, before they are bytes. In: canonical texts. */
export const contentHashOfTexts = (hash: Hash, envelope: string, facts: string): Uint8Array =>
  hashOf(hash, [lengthBytes(utf8Length(envelope)), envelope, facts])

const lengthBytes = (length: number): Uint8Array =>
  Uint8Array.of(length >>> 24, (length >>> 16) & 255, (length >>> 8) & 255, length & 255)
