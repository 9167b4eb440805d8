import { createHash } from 'node:crypto'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { msOf } from '#shared/domain/clock/instant.ts'

/**
 * A UUIDv7 that is the same whenever the same thing is imported: the time it happened, then bits of a hash of its outside
 * name. A row that is there already is recognised by it.
 */
export function stableId(kind: string, name: string, at: Instant): string {
  const digest = createHash('sha256').update(`${kind}\n${name}`).digest()
  const time = Math.max(0, msOf(at)).toString(16).padStart(12, '0')
  const a = ((digest.readUInt16BE(0) & 0x0fff) | 0x7000).toString(16)
  const b = ((digest.readUInt16BE(2) & 0x3fff) | 0x8000).toString(16)
  return `${time.slice(0, 8)}-${time.slice(8)}-${a}-${b}-${digest.toString('hex', 4, 10)}`
}

const epoch = '1970-01-01T00:00:00.000Z' as Instant

/** Id of a case, referral or draft by its outside name alone: other rows name it without knowing its time. */
export const namedId = (kind: 'case' | 'referral' | 'draft' | 'person' | 'action', name: string): string =>
  stableId(kind, name, epoch)
