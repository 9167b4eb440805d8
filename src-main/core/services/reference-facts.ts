import type { z } from 'zod'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'

/** Events of reference data have one version so far. */
const knownVersion = 1

/**
 * In: the schema of a type of reference events, an event of that type. Out: what it sets; null where a newer program
 * wrote what this one cannot read: what stood before it goes on until the update (S11). Throws at one of a known version,
 * which was checked where it was written.
 */
export function referenceFacts<T>(schema: z.ZodType<T>, { version, facts }: RecordedEvent): T | null {
  const read = schema.safeParse(facts)
  if (read.success) return read.data
  if (version > knownVersion) return null
  throw read.error
}
