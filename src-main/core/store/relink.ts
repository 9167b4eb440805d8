/**
 * A cloned or restored machine goes on under a new epoch and key (SYNC-PUSH-5, SYNC-RECOVER-4): what the server has not
 * answered is linked anew behind the last place that it knows. Ids and contents stay; only places and links change.
 */
import { must } from '#shared/lib/assert.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { epochLink, nextLink, noLink } from '#shared/sync/link.ts'
import { forgetChainEnd, type DeviceSigner, openChain } from './chain.ts'
import type { ReadableDb, WritableDb } from './driver.ts'
import { sha256 } from './hash.ts'
import { answeredUpTo, rowTakenBack } from './own-commits.ts'
import { removeSetting } from './settings.ts'

export interface ChainFollows {
  readonly epoch: number
  readonly sequence: number
  readonly link: string
}

/** The end of what the server answered of this machine: what a new epoch follows; null when it answered nothing. */
export function answeredEnd(db: ReadableDb): ChainFollows | null {
  const end = endIn(db)
  return end === null ? null : { epoch: end.epoch, sequence: end.sequence, link: toHex(end.link) }
}

interface AnsweredEnd extends Omit<ChainFollows, 'link'> {
  readonly link: Uint8Array
  readonly lastSeq: number
}

/** A commit whose bytes were withdrawn, or that was taken back, may be one that a restored server lost and nobody sends: it is passed over. */
function endIn(db: ReadableDb): AnsweredEnd | null {
  const row = db.get<AnsweredEnd>(
    `SELECT chains.epoch, events.sequence, commits.link, commits.last_seq AS lastSeq FROM commits
       JOIN events ON events.seq = commits.last_seq JOIN chains ON chains.id = events.chain
     WHERE commits.first_seq <= ? AND NOT ${rowTakenBack('commits')} AND NOT EXISTS (
       SELECT 1 FROM events gone WHERE gone.seq BETWEEN commits.first_seq AND commits.last_seq AND gone.aside = 2)
     ORDER BY commits.first_seq DESC LIMIT 1`,
    answeredUpTo(db),
  )
  return row ?? null
}

interface CommitRow {
  readonly firstSeq: number
  readonly lastSeq: number
}

/** In: a write transaction and the signer of the new epoch. Its chain opens behind the last answered commit. */
export function relinkUnanswered(db: WritableDb, signer: DeviceSigner): void {
  forgetChainEnd(db)
  const { device, epoch, publicKey } = signer
  const answered = answeredUpTo(db)
  const end = endIn(db)
  const { id: chain } = openChain(db, signer)
  db.run('UPDATE chains SET opened_after = ? WHERE id = ?', end?.lastSeq ?? 0, chain)
  const rows = db.all<CommitRow>(
    `SELECT first_seq AS firstSeq, last_seq AS lastSeq FROM commits WHERE first_seq > ? AND standing IN ('pending', 'sent')
     ORDER BY first_seq`,
    answered,
  )
  let place = {
    sequence: 0,
    link: epochLink(sha256, end?.link ?? noLink, { device, epoch, publicKey: toHex(publicKey) }),
  }
  for (const commit of rows) {
    place = relinkCommit(db, signer, { chain, commit, place })
    db.run(
      'UPDATE commits SET link = ?, signature = ? WHERE first_seq = ?',
      place.link,
      signer.sign(place.link),
      commit.firstSeq,
    )
  }
  // The place noted at the last clean stop names a link of before.
  removeSetting(db, 'log-end')
}

interface Place {
  readonly sequence: number
  readonly link: Uint8Array
}

function relinkCommit(
  db: WritableDb,
  { device, epoch }: DeviceSigner,
  { chain, commit, place }: { readonly chain: number; readonly commit: CommitRow; readonly place: Place },
): Place {
  let { sequence, link } = place
  for (let seq = commit.firstSeq; seq <= commit.lastSeq; seq += 1) {
    const contentHash = must(
      db.value<Uint8Array>('SELECT content_hash FROM events WHERE seq = ?', seq),
      'a commit has its events',
    )
    sequence += 1
    link = nextLink(sha256, link, { place: { device, epoch, sequence }, contentHash })
    db.run('UPDATE events SET chain = ?, sequence = ?, link = ? WHERE seq = ?', chain, sequence, link, seq)
  }
  return { sequence, link }
}
