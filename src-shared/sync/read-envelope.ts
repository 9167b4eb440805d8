/**
 * Reads the content of an envelope from elsewhere, exactly: what the schema takes, in canonical bytes, and nothing
 * else; ids in lower case. By hand, because every event of a push passes here; a test holds it to the schema (SYNC-ENV-3).
 */
import { isOrdered, readWritten } from './canonical-json.ts'
import { EnvelopeContent } from './envelope.ts'

const members = Object.keys(EnvelopeContent.shape).toSorted()
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const uuidV7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const hash = /^[0-9a-f]{64}$/
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
const vias: readonly unknown[] = EnvelopeContent.shape.via.options

type Check = (value: unknown) => boolean

const isText =
  (least: number, most: number): Check =>
  (value) =>
    typeof value === 'string' && value.length >= least && value.length <= most
const fits =
  (pattern: RegExp): Check =>
  (value) =>
    typeof value === 'string' && pattern.test(value)
const isOrder =
  (least: number): Check =>
  (value) =>
    Number.isSafeInteger(value) && (value as number) >= least
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value)

/** Streams come again and again; their names are checked once. */
const knownStreams = new Set<string>()
const mostKnown = 50_000

function isStream(value: unknown): boolean {
  if (typeof value !== 'string') return false
  if (knownStreams.has(value)) return true
  if (!EnvelopeContent.shape.stream.safeParse(value).success) return false
  if (knownStreams.size >= mostKnown) knownStreams.clear()
  knownStreams.add(value)
  return true
}

function isTextRecord(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  for (const key in value) if (typeof (value as Record<string, unknown>)[key] !== 'string') return false
  return true
}

const checks: Readonly<Record<keyof EnvelopeContent, Check>> = {
  id: fits(uuidV7),
  stream: isStream,
  type: isText(1, 100),
  version: isOrder(1),
  privateHash: orNull(fits(hash)),
  actor: isText(1, 100),
  session: orNull(isText(0, 100)),
  commit: fits(uuid),
  index: isOrder(0),
  count: isOrder(1),
  expects: (value) => isTextRecord(value) && isOrdered(value),
  rights: orNull(isText(0, Number.MAX_SAFE_INTEGER)),
  at: (value) => fits(instant)(value) && !Number.isNaN(Date.parse(value as string)),
  via: (value) => vias.includes(value),
}

/** In: bytes from elsewhere. Out: the content they hold, or null when they are not canonical or not one. */
export function readEnvelope(bytes: Uint8Array): EnvelopeContent | null {
  const value = readWritten(bytes)
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  const found = value as Record<string, unknown>
  let at = 0
  // Canonical bytes are in order, so the members either are these, one by one, or it is something else.
  for (const key in found) {
    if (key !== members[at] || !checks[key as keyof EnvelopeContent](found[key])) return null
    at += 1
  }
  return at === members.length ? (found as unknown as EnvelopeContent) : null
}
