import type { Instant } from '#shared/domain/clock/instant.ts'
import { instantFromMs } from '#shared/domain/clock/instant.ts'

/** In: the id of an event (version 7: it begins with its time). Out: its moment, and the six letters it is told by. */
export function versionParts(id: string): { readonly at: Instant | null; readonly letters: string } {
  const plain = id.replaceAll('-', '')
  const isTimed = /^[0-9a-f]{12}7/.test(plain)
  return { at: isTimed ? instantFromMs(Number.parseInt(plain.slice(0, 12), 16)) : null, letters: plain.slice(-6) }
}
