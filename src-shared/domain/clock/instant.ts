import { z } from 'zod'

/** A moment, canonical ISO 8601 in UTC with milliseconds (`2026-01-04T07:00:00.000Z`); compares as a string. */
export const Instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .brand<'Instant'>()
export type Instant = z.infer<typeof Instant>

/** In: milliseconds since the epoch (integer). Out: the instant. */
export function instantFromMs(ms: number): Instant {
  return new Date(ms).toISOString() as Instant
}

/** In: an instant. Out: milliseconds since the epoch. */
export function msOf(instant: Instant): number {
  return Date.parse(instant)
}

/** Reads an ISO 8601 text with offset or Z; null when it is not one. Out: the instant in UTC. */
export function parseInstant(text: string): Instant | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})$/.test(text)) return null
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? null : instantFromMs(ms)
}
