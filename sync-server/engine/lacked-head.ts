import { fromHex, sameBytes, toHex } from '#shared/sync/bytes.ts'
import { headBytes } from '#shared/sync/feed-entry.ts'
import type { SignedHead } from '#shared/sync/feed-page.ts'
import { noLink } from '#shared/sync/link.ts'
import type { FeedEnd, LogReader } from '#server/log/server-log.ts'
import type { Signing } from '#server/ports.ts'
import type { ServerName } from './engine.ts'

/**
 * In: heads that a machine holds. Out: the first one that the server signed itself and its log lacks: the log ends before
 * it, or says something else there, so it was put back to what it was before. Heads of an earlier log epoch prove nothing:
 * that the log was put back since is known (SYNC-RECOVER-1).
 */
export async function findLackedHead(
  { log, signing, server }: { readonly log: LogReader; readonly signing: Signing; readonly server: ServerName },
  heads: readonly SignedHead[],
): Promise<SignedHead | null> {
  const present = heads.filter(({ logEpoch, hash }) => logEpoch >= server.logEpoch && hash !== noEntry)
  if (present.length === 0) return null
  const ends = new Map((await log.feedEnds(present.map(({ feed }) => feed))).map((end) => [end.feed, end]))
  for (const head of present) {
    const isLacked = head.logEpoch > server.logEpoch || !(await holdsHead(log, head, ends.get(head.feed)))
    if (isLacked && isOwn(signing, server, head)) return head
  }
  return null
}

/** Of a place that no entry stands at: whoever asks for what comes behind it is answered so, signed as every page. */
const noEntry = toHex(noLink)

async function holdsHead(
  log: LogReader,
  { feed, sequence, hash }: SignedHead,
  end: FeedEnd | undefined,
): Promise<boolean> {
  if (end === undefined || end.sequence < sequence) return false
  if (end.sequence === sequence) return sameBytes(end.hash, fromHex(hash))
  const [entry] = await log.readEntriesOf({ feed, after: sequence - 1, limit: 1, types: [] })
  return entry !== undefined && sameBytes(entry.hash, fromHex(hash))
}

const isOwn = (signing: Signing, { id }: ServerName, { signature, ...head }: SignedHead): boolean =>
  signing.verify(signing.publicKey, headBytes({ server: id, ...head }), fromHex(signature))
