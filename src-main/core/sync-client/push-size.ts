/**
 * How many bytes one push carries (SYNC-LINK-4). What buffers on the way (a proxy, a scanner for viruses) takes a large
 * question at once and passes it on as slowly as the line is: nothing is seen to move, and the call ends although all goes
 * well. A call that waited longer would tell the reason of a dead line too late (S10). So what ended in silence is sent in
 * pushes half as large, until one gets through and all is sent (S17).
 */
import type { Result } from '#shared/lib/result.ts'
import { pushBounds } from '#shared/sync/push-page.ts'
import type { SyncClient } from './client.ts'

/** Before packing: text shrinks to less than half, so the packed bound is kept. */
const mostBytes = pushBounds.packedBytes / 4
/** Packed, it goes in 18 s over 16 kbit/s. What is smaller was not too large: the line is dead. */
const leastBytes = 64 * 1024

/** For as long as the program runs and something waits: the next line may be another. */
const learnt = new WeakMap<SyncClient['store'], number>()

/** What a push of this machine may carry now. */
export const pushBytes = ({ store, bytesAPush = mostBytes }: SyncClient): number =>
  Math.min(bytesAPush, learnt.get(store) ?? mostBytes)

/** In: a push and its answer. One that ended in silence was perhaps too large for this line. */
export function learnSize({ store }: SyncClient, page: Uint8Array, answer: Result<unknown>): void {
  if (answer.ok || answer.refusal.params['detail'] !== 'ETIMEDOUT' || page.length <= leastBytes) return
  const half = Math.max(leastBytes, Math.floor(page.length / 2))
  learnt.set(store, Math.min(half, learnt.get(store) ?? mostBytes))
}

/** Nothing waits any more. */
export const forgetSize = ({ store }: SyncClient): void => void learnt.delete(store)
