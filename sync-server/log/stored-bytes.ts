/** The places where the log looks into bytes that it stores: all were written or checked by this program. */

import type { OwnChain } from './server-log.ts'

const decoder = new TextDecoder()

const parse = (bytes: Uint8Array): unknown => JSON.parse(decoder.decode(bytes))

interface NamedEvents {
  readonly kind: string
  readonly events?: readonly { readonly id: string; readonly device: string; readonly epoch: number }[]
}

/** A log in memory is asked for the same header by every machine that pulls. */
const headers = new WeakMap<Uint8Array, NamedEvents>()

function namedIn(header: Uint8Array): NamedEvents {
  const known = headers.get(header)
  if (known !== undefined) return known
  const named = parse(header) as NamedEvents
  headers.set(header, named)
  return named
}

/** Ids of the events that an entry's header names, in its order. */
export const eventIdsOf = (header: Uint8Array): readonly string[] => (namedIn(header).events ?? []).map(({ id }) => id)

/** As `eventIdsOf`; null where the entry shows a commit of this chain as it was taken: all of a commit is of one chain. */
export function eventIdsOfOthers(header: Uint8Array, own: OwnChain): readonly string[] | null {
  const { kind, events = [] } = namedIn(header)
  const isOwn = kind === 'commit' && events[0]?.device === own.device && events[0].epoch === own.epoch
  return isOwn ? null : events.map(({ id }) => id)
}

/** An envelope is canonical: its type stands in it in exactly these bytes. */
export const typeInBytes = (type: string): string => `"type":"${type}"`

export const isOfType = ({ envelope }: { readonly envelope: Uint8Array }, type: string): boolean =>
  Buffer.from(envelope.buffer, envelope.byteOffset, envelope.byteLength).includes(typeInBytes(type))

const placed = (envelope: Uint8Array) => parse(envelope) as { readonly id: string; readonly stream: string }

/** The stream that an envelope names. */
export const streamOf = (envelope: Uint8Array): string => placed(envelope).stream

export const eventIdOf = (envelope: Uint8Array): string => placed(envelope).id
