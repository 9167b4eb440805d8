/** What a push holds once its bytes are checked. */
import type { EnvelopeContent } from '#shared/sync/envelope.ts'
import type { EventBytes } from '#shared/sync/feed-entry.ts'

export interface ReceivedEvent extends EventBytes {
  readonly content: EnvelopeContent
  readonly body: Readonly<Record<string, unknown>>
  /** What the private part holds, without its salt; null where there is none. */
  readonly hidden: unknown
  readonly contentHash: Uint8Array
}

export interface ReceivedCommit {
  readonly commit: string
  readonly events: readonly ReceivedEvent[]
  readonly epoch: number
  readonly firstSequence: number
  readonly lastSequence: number
  /** Over the content hashes of its events (SYNC-PUSH-4). */
  readonly bytesHash: Uint8Array
}

/** The device's link at a commit's end. */
export interface LinkedCommit extends ReceivedCommit {
  readonly link: Uint8Array
}
