/** The places where the log looks into bytes that it stores: all were written or checked by this program. */

const decoder = new TextDecoder()

const parse = (bytes: Uint8Array): unknown => JSON.parse(decoder.decode(bytes))

/** Ids of the events that an entry's header names, in its order. */
export const eventIdsOf = (header: Uint8Array): readonly string[] =>
  ((parse(header) as { events?: readonly { id: string }[] }).events ?? []).map(({ id }) => id)

const placed = (envelope: Uint8Array) => parse(envelope) as { readonly id: string; readonly stream: string }

/** The stream that an envelope names. */
export const streamOf = (envelope: Uint8Array): string => placed(envelope).stream

export const eventIdOf = (envelope: Uint8Array): string => placed(envelope).id
