import { sameBytes } from '#shared/sync/bytes.ts'
import { contentHash } from '#shared/sync/content-hash.ts'
import { nextLink } from '#shared/sync/link.ts'
import { type ChainRow, openingLink, readChains } from './chain.ts'
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
  readonly contentHash: Uint8Array
  readonly aside: number
}

/** A withdrawn event has only its hash left. */
const hashOf = ({ aside, contentHash: kept, envelope, facts }: LastRow): Uint8Array =>
  aside === 2 ? kept : contentHash(sha256, envelope, facts)

const lastCommit = 'SELECT last_seq AS lastSeq, link, signature FROM commits ORDER BY first_seq DESC LIMIT 1'
const eventAt = 'SELECT seq, chain, sequence, link, content_hash AS contentHash, envelope, facts, aside FROM events'

/** The quick look at each start: this device's part of the log ends with one whole commit, signed or still to be. Out: what is wrong, or null. S15. */
export function checkLastCommit(db: ReadableDb): string | null {
  const end = db.get<LastRow>(`${eventAt} ORDER BY seq DESC LIMIT 1`)
  const commit = db.get<{ lastSeq: number; link: Uint8Array; signature: Uint8Array }>(lastCommit)
  const isReceived = end !== undefined && end.link.length === 0
  if (commit === undefined) return end === undefined || isReceived ? null : 'the last commit is not whole'
  const last = isReceived ? db.get<LastRow>(`${eventAt} WHERE seq = ?`, commit.lastSeq) : end
  if (last === undefined || commit.lastSeq !== last.seq) return 'the last commit is not whole'
  const chain = readChains(db).find(({ id }) => id === last.chain)
  if (chain === undefined) return 'the last event belongs to no chain'
  const link = nextLink(sha256, linkBefore(db, chain, last), {
    place: { device: chain.device, epoch: chain.epoch, sequence: last.sequence },
    contentHash: hashOf(last),
  })
  if (!sameBytes(link, last.link) || !sameBytes(link, commit.link)) return `the chain is broken at event ${last.seq}`
  // Its process ended before the signature that follows the answer: whoever opens the chain signs it.
  if (commit.signature.length === 0) return null
  return isSignedBy(chain.publicKey, link, commit.signature) ? null : `the signature of event ${last.seq} is not valid`
}

/** Of the event before in the same commit, else of the commit before in the same epoch, else the epoch's opening. */
function linkBefore(db: ReadableDb, chain: ChainRow, { seq, sequence }: LastRow): Uint8Array {
  if (sequence === 1) return openingLink(db, chain)
  const inCommit = db.value<Uint8Array>(
    'SELECT link FROM events WHERE seq = ? AND seq >= (SELECT max(first_seq) FROM commits)',
    seq - 1,
  )
  const ofCommit = 'SELECT link FROM commits WHERE last_seq < ? ORDER BY first_seq DESC LIMIT 1'
  return inCommit ?? db.value<Uint8Array>(ofCommit, seq) ?? openingLink(db, chain)
}
