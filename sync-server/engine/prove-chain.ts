import { refuse } from '#shared/lib/result.ts'
import { type Hash, sameBytes } from '#shared/sync/bytes.ts'
import { nextLink } from '#shared/sync/link.ts'
import type { PushHead } from '#shared/sync/push-page.ts'
import type { DeviceEnd } from '#server/log/server-log.ts'
import type { DeviceEpoch, Signing } from '#server/ports.ts'
import type { LinkedCommit, ReceivedCommit } from './received.ts'

/** In: where a device's chain ends, commits that follow. Out: each with the link at its end (SYNC-PUSH-2). */
export function linkCommits(
  hash: Hash,
  {
    end,
    device,
    commits,
  }: { readonly end: DeviceEnd; readonly device: string; readonly commits: readonly ReceivedCommit[] },
): readonly LinkedCommit[] {
  let { link } = end
  return commits.map((commit) => {
    for (const [index, { contentHash }] of commit.events.entries()) {
      const place = { device, epoch: commit.epoch, sequence: commit.firstSequence + index }
      link = nextLink(hash, link, { place, contentHash })
    }
    return { ...commit, link }
  })
}

/** Out: null where the link sent is the one that was reckoned, and the device's key signed it. */
export function isSignedBy(
  signing: Signing,
  { epoch, head, link }: { readonly epoch: DeviceEpoch; readonly head: PushHead; readonly link: Uint8Array },
): ReturnType<typeof refuse> | null {
  if (!sameBytes(fromHex(head.link), link)) return refuse('sync-clone')
  return signing.verify(epoch.publicKey, link, fromHex(head.signature)) ? null : refuse('sync-signature')
}

const fromHex = (text: string): Uint8Array =>
  Uint8Array.from(text.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16))
