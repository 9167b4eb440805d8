/** The places where the log looks into bytes that it stores: all were written or checked by this program. */
import { z } from 'zod'

const decoder = new TextDecoder()
const Shown = z.object({ events: z.array(z.object({ id: z.string() })).optional() })
const Placed = z.object({ id: z.string(), stream: z.string() })

/** Ids of the events that an entry's header names, in its order. */
export const eventIdsOf = (header: Uint8Array): readonly string[] =>
  (Shown.parse(JSON.parse(decoder.decode(header))).events ?? []).map(({ id }) => id)

const placed = (envelope: Uint8Array): z.infer<typeof Placed> => Placed.parse(JSON.parse(decoder.decode(envelope)))

/** The stream that an envelope names. */
export const streamOf = (envelope: Uint8Array): string => placed(envelope).stream

export const eventIdOf = (envelope: Uint8Array): string => placed(envelope).id
