/**
 * The live channel: a WebSocket at `<prefix>/live`, opened with the device's credential. The client says up to where it
 * holds each feed; the server sends what comes after as it comes.
 *
 * Frames of the server: binary is a page of one feed (the bytes of `pull`, compressed), text is a `LiveNotice`.
 * Frames of the client: text, a `LiveFollow`; binary, a push of at most 64 KiB (SYNC-LINK-7): a number of the client's own
 * (four bytes, big endian), then the bytes of `push`. It is answered by a notice with that number; a client waits for it
 * before it sends another.
 *
 * After a page the server counts it as held and goes on behind it. After `more` it sends nothing of that feed until the
 * client, having pulled, follows it again. A client that drops a page follows again from where it stands.
 */
import { z } from 'zod'
import { FeedName } from '#shared/sync/feed-entry.ts'
import { OutcomeReason } from '#shared/sync/outcome.ts'
import { Pushed, wirePrefix } from './contract.ts'

export const livePath = `${wirePrefix}/live`

/** A page above this is not sent but announced (SYNC-LINK-6); counted before compression. */
export const liveMostBytes = 64 * 1024

/** What the client holds; feeds that it names no more are no longer followed. */
export const LiveFollow = z.strictObject({
  kind: z.literal('follow'),
  feeds: z.array(z.strictObject({ feed: FeedName, sequence: z.int().nonnegative() })).max(5000),
})
export type LiveFollow = z.infer<typeof LiveFollow>

export const LiveNotice = z.discriminatedUnion('kind', [
  /** More than fits here: pull this feed. */
  z.strictObject({ kind: z.literal('more'), feed: FeedName, end: z.int().nonnegative() }),
  /** The feeds this device may hold are others now: say hello again. */
  z.strictObject({ kind: z.literal('feeds') }),
  /** The push of that number is durable. */
  Pushed.extend({ kind: z.literal('pushed'), number: z.int().nonnegative() }).strict(),
  /** It was refused, and changed nothing; null: the server had a fault, and a call says what is so. */
  z.strictObject({ kind: z.literal('not_pushed'), number: z.int().nonnegative(), reason: OutcomeReason.nullable() }),
  /** The server closes the channel and says why. */
  z.strictObject({ kind: z.literal('refused'), reason: OutcomeReason }),
])
export type LiveNotice = z.infer<typeof LiveNotice>
export type LivePushAnswer = Extract<LiveNotice, { readonly kind: 'pushed' | 'not_pushed' }>

/** Bytes of a push, as packed, that go over the channel: larger ones are calls. */
export const livePushMostBytes = 64 * 1024

const numberBytes = 4

/** In: a number below 2^32, a packed push. Out: the frame. */
export function writeLivePush(number: number, packed: Uint8Array): Uint8Array<ArrayBuffer> {
  const frame = new Uint8Array(numberBytes + packed.length)
  new DataView(frame.buffer).setUint32(0, number)
  frame.set(packed, numberBytes)
  return frame
}

/** In: a frame from elsewhere. Out: its number and push, a view; null when it is none or too large. */
export function readLivePush(frame: Uint8Array): { readonly number: number; readonly packed: Uint8Array } | null {
  if (frame.length <= numberBytes || frame.length > numberBytes + livePushMostBytes) return null
  const number = new DataView(frame.buffer, frame.byteOffset, numberBytes).getUint32(0)
  return { number, packed: new Uint8Array(frame.buffer, frame.byteOffset + numberBytes, frame.length - numberBytes) }
}
