import { sameBytes } from '#shared/sync/bytes.ts'
import { contentHash } from '#shared/sync/content-hash.ts'
import { nextLink } from '#shared/sync/link.ts'
import { openingLink, readChains } from './chain.ts'
import type { ReadableDb } from './driver.ts'
import { sha256 } from './hash.ts'
import { isSignedBy } from './signature.ts'

interface LastRow {
  readonly seq: number
  readonly chain: number
  readonly sequence: number
  readonly link: Uint8Array
  readonly envelope: Uint8Array
  readonly facts: Uint8Array
}

const lastCommit = 'SELECT last_seq AS lastSeq, link, signature FROM commits ORDER BY first_seq DESC LIMIT 1'
const eventAt = 'SELECT seq, chain, sequence, link, envelope, facts FROM events'

/** The quick look at each start: the log's end is one whole, signed commit. Out: what is wrong, or null. S15. */
export function checkLastCommit(db: ReadableDb): string | null {
  const last = db.get<LastRow>(`${eventAt} ORDER BY seq DESC LIMIT 1`)
  const commit = db.get<{ lastSeq: number; link: Uint8Array; signature: Uint8Array }>(lastCommit)
  if (last === undefined && commit === undefined) return null
  if (last === undefined || commit === undefined || commit.lastSeq !== last.seq) return 'the last commit is not whole'
  const chain = readChains(db).find(({ id }) => id === last.chain)
  if (chain === undefined) return 'the last event belongs to no chain'
  const before = db.get<LastRow>(
    `${eventAt} WHERE chain = ? AND seq < ? ORDER BY seq DESC LIMIT 1`,
    last.chain,
    last.seq,
  )
  const link = nextLink(sha256, before?.link ?? openingLink(db, chain), {
    place: { device: chain.device, epoch: chain.epoch, sequence: last.sequence },
    contentHash: contentHash(sha256, last.envelope, last.facts),
  })
  if (!sameBytes(link, last.link) || !sameBytes(link, commit.link)) return `the chain is broken at event ${last.seq}`
  return isSignedBy(chain.publicKey, link, commit.signature) ? null : `the signature of event ${last.seq} is not valid`
}
