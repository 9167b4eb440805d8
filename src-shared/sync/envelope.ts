/**
 * What is known of an event without reading its body. Two parts, because a restored or cloned device puts its events
 * at a new place in a new chain while their content and ids stay:
 * - content: written once as canonical bytes, stored, hashed and sent exactly so;
 * - place: device, epoch and sequence, covered by the link and kept outside those bytes.
 */
import { z } from 'zod'

const uuid = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'
const streamPattern = new RegExp(
  `^((case|person):${uuid}|(list|unit|user|group|calendar|settings|targets|priorities|ladder|report|audit):[^\\s:]{1,100})$`,
)

/** `case:<uuid>`, `person:<uuid>`, `list:<unit>/<name>`, `group:<unit>/<code>`, `unit:<id>`, `user:<id>`, `calendar:<unit>`, `settings:<unit>`, `targets:<unit>`, `priorities:<unit>`, `ladder:<unit>`, `report:<unit>`, `audit:<device>`. */
export const StreamName = z.string().max(120).regex(streamPattern)

export const Via = z.enum(['window', 'cli', 'import', 'duty'])
export type Via = z.infer<typeof Via>

const hexHash = z.string().regex(/^[0-9a-f]{64}$/)
const order = z.int().nonnegative()
/** The domain's `Instant`, spelt out: this folder knows no domain. */
const instant = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/)
  .brand<'Instant'>()

export const EnvelopeContent = z.strictObject({
  id: z.uuidv7(),
  stream: StreamName,
  type: z.string().min(1).max(100),
  version: z.int().positive(),
  /** Hash of the private part's bytes; stays when the part is withheld or forgotten. */
  privateHash: hexHash.nullable(),
  actor: z.string().min(1).max(100),
  session: z.string().max(100).nullable(),
  commit: z.uuid(),
  index: order,
  count: z.int().positive(),
  /** Stamps: fact -> id of the event that last set it, as the author had seen it. */
  expects: z.record(z.string(), z.string()),
  /** Id of the rights event that the device had folded. */
  rights: z.string().nullable(),
  at: instant,
  via: Via,
})
export type EnvelopeContent = z.infer<typeof EnvelopeContent>

export const ChainPlace = z.strictObject({
  device: z.string().min(1).max(100),
  epoch: z.int().positive(),
  sequence: z.int().positive(),
})
export type ChainPlace = z.infer<typeof ChainPlace>

export const Envelope = EnvelopeContent.extend(ChainPlace.shape)
export type Envelope = z.infer<typeof Envelope>
