/**
 * The live channel: a WebSocket at `<prefix>/live`, opened with the device's credential. The client says up to where it
 * holds each feed; the server sends what comes after as it comes.
 *
 * Frames of the server: binary is a page of one feed (the bytes of `pull`, compressed), text is a `LiveNotice`.
 * Frames of the client: text, a `LiveFollow`.
 *
 * After a page the server counts it as held and goes on behind it. After `more` it sends nothing of that feed until the
 * client, having pulled, follows it again. A client that drops a page follows again from where it stands.
 */
import { z } from 'zod'
import { FeedName } from '#shared/sync/feed-entry.ts'
import { OutcomeReason } from '#shared/sync/outcome.ts'
import { wirePrefix } from './contract.ts'

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
  /** The server closes the channel and says why. */
  z.strictObject({ kind: z.literal('refused'), reason: OutcomeReason }),
])
export type LiveNotice = z.infer<typeof LiveNotice>
