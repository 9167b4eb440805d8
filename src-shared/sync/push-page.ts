import { z } from 'zod'
import { canonicalBytes, parseCanonical } from './canonical-json.ts'
import { commitBounds } from './event-bounds.ts'
import type { EventBytes } from './feed-entry.ts'
import { readRecords, writeRecords } from './records.ts'

const hexHash = z.string().regex(/^[0-9a-f]{64}$/)

/** The most a push may hold (SYNC-PUSH-6). */
export const pushBounds = { commits: 1000, plainBytes: 16 * 1024 * 1024, packedBytes: 4 * 1024 * 1024 } as const

export const PushHead = z.strictObject({
  device: z.string().min(1).max(100),
  epoch: z.int().positive(),
  /** Sequence of the first event; the rest follows without holes. */
  first: z.int().positive(),
  commits: z
    .array(z.strictObject({ commit: z.uuid(), count: z.int().min(1).max(commitBounds.events) }))
    .min(1)
    .max(pushBounds.commits),
  /** Link of the last event and the device's signature over it (SYNC-PUSH-2). */
  link: hexHash,
  signature: z.string().regex(/^[0-9a-f]{128}$/),
  /** The last rights event this device has confirmed (SYNC-APPEND-4). */
  rights: z.string().max(64),
  /** The device's clock when it sent, shown where it is wrong (S13). */
  sentAt: z.string().max(40),
})
export type PushHead = z.infer<typeof PushHead>

export interface PushPage {
  readonly head: PushHead
  /** The events of all commits, in order. */
  readonly events: readonly EventBytes[]
}

/** In: a push. Out: its bytes, before compression. */
export function writePushPage({ head, events }: PushPage): Uint8Array<ArrayBuffer> {
  const records: (Uint8Array | null)[] = [canonicalBytes(head)]
  for (const { envelope, facts, private: secret } of events) records.push(envelope, facts, secret)
  return writeRecords(records)
}

/** In: bytes of a push. Out: the push, or null when it is not one. Content is not judged here. */
export function readPushPage(bytes: Uint8Array): PushPage | null {
  const records = readRecords(bytes)
  const first = records?.[0]
  if (records === null || first === null || first === undefined) return null
  const head = PushHead.safeParse(parsed(first))
  if (!head.success) return null
  const count = head.data.commits.reduce((sum, commit) => sum + commit.count, 0)
  if (records.length !== 1 + count * 3) return null
  const events: EventBytes[] = []
  for (let index = 0; index < count; index += 1) {
    const [envelope, facts, secret] = records.slice(1 + index * 3, 4 + index * 3)
    if (envelope === null || envelope === undefined || facts === null || facts === undefined) return null
    events.push({ envelope, facts, private: secret ?? null })
  }
  return { head: head.data, events }
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return parseCanonical(bytes)
  } catch {
    return null
  }
}
