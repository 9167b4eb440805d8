/**
 * Walks the whole log and proves every event: its bytes against its content hash, its place against the link, its
 * commit against the device's signature, its private part (where present) against the hash in the envelope.
 * After a break the walk goes on from the stored link, so each wrong event is named once and the right ones are not.
 * What no chain can show by itself, a tail cut off together with its commits, is seen from the end noted at the last
 * clean stop, or from tables that knew more when the log was opened. A verdict comes from a server, with its feed chain to prove it; in a log that never had one, any verdict
 * but `pending` was put there. A private part is missing only where its stream was forgotten later (S19).
 */
import { sameBytes, toHex } from '#shared/sync/bytes.ts'
import { contentHash } from '#shared/sync/content-hash.ts'
import type { EnvelopeContent } from '#shared/sync/envelope.ts'
import { nextLink } from '#shared/sync/link.ts'
import { openingLink } from './chain.ts'
import type { ChainRow } from './chain.ts'
import type { ReadableDb } from './driver.ts'
import { wasEverJoined } from './ever-joined.ts'
import { sha256 } from './hash.ts'
import { lostTail, notedLogEnd } from './log-end.ts'
import { markedId } from './marked-id.ts'
import { lastSeq } from './read-stream.ts'
import { isSignedBy } from './signature.ts'

export type VerifyFault =
  | 'altered' // the bytes are not those that were hashed
  | 'private-altered'
  | 'private-missing' // the envelope has its hash, and nobody was forgotten
  | 'verdict' // given by nobody: this log has no server
  | 'column-altered' // id, stream or type beside the bytes say something else
  | 'unreadable'
  | 'missing' // a place in the log or in the device's sequence is empty
  | 'out-of-place' // moved, put in, or following something other than what it followed
  | 'unknown-chain'
  | 'commit-not-whole'
  | 'commit-missing'
  | 'signature' // the device's key did not sign this
  | 'key-exchanged' // the log names another key than the device holds
  | 'tail-missing'

export interface VerifyFinding {
  readonly seq: number
  readonly id: string | null
  readonly why: VerifyFault
}

export interface VerifyReport {
  readonly events: number
  readonly commits: number
  readonly findings: readonly VerifyFinding[]
  readonly cancelled: boolean
}

export interface VerifyControl {
  progress?(done: number, total: number): void
  isCancelled?(): boolean
  /** The key that this device signs with, from the vault: it must be the one that the log names. */
  readonly signer?: { readonly device: string; readonly epoch: number; readonly publicKey: Uint8Array }
}

const findingsKept = 1000
const every = 500

interface EventRow {
  readonly seq: number
  readonly chain: number
  readonly sequence: number
  readonly link: Uint8Array
  readonly content_hash: Uint8Array
  readonly id: string
  readonly stream: string
  readonly type: string
  readonly verdict: string
  readonly envelope: Buffer
  readonly facts: Uint8Array
  readonly private: Uint8Array | null
  readonly aside: number
  readonly position: number | null
}

interface CommitRow {
  readonly first_seq: number
  readonly last_seq: number
  readonly id: string
  readonly link: Uint8Array
  readonly signature: Uint8Array
}

interface Walk {
  readonly db: ReadableDb
  readonly chains: ReadonlyMap<number, ChainRow>
  /** Last place and link of each chain so far. */
  readonly ends: Map<number, { sequence: number; link: Uint8Array }>
  /** Stream of a forgotten person -> place of its last forgetting. */
  readonly forgotten: ReadonlyMap<string, number>
  /** Whether this log ever had a server: only then are there verdicts, and parts that are withheld. */
  readonly joined: boolean
  readonly findings: VerifyFinding[]
  readonly commits: Iterator<CommitRow>
  commit: CommitRow | null
  commitsSeen: number
  seq: number
}

/** In: a log. Out: how much was proven and everything that is wrong, in the order of the log. S15, A-10. */
export function verifyStore(db: ReadableDb, control: VerifyControl = {}): VerifyReport {
  return db.snapshot(() => {
    const walk = startWalk(db)
    checkSigner(walk, control)
    const total = lastSeq(db)
    let events = 0
    for (const row of db.each<EventRow>(
      'SELECT seq, chain, sequence, link, content_hash, id, stream, type, verdict, envelope, facts, private, aside, position FROM events ORDER BY seq',
    )) {
      if (events % every === 0) {
        if (control.isCancelled?.() === true) return cancelled(walk, events)
        control.progress?.(events, total)
      }
      checkEvent(walk, row)
      events += 1
    }
    finishCommits(walk)
    checkNotedEnd(db, walk)
    checkLostTail(db, walk)
    control.progress?.(events, total)
    return { events, commits: walk.commitsSeen, findings: walk.findings, cancelled: false }
  })
}

function cancelled(walk: Walk, events: number): VerifyReport {
  walk.commits.return?.()
  return { events, commits: walk.commitsSeen, findings: walk.findings, cancelled: true }
}

function startWalk(db: ReadableDb): Walk {
  const commits = db.each<CommitRow>('SELECT first_seq, last_seq, id, link, signature FROM commits ORDER BY first_seq')
  return {
    db,
    chains: new Map(allChains(db).map((chain) => [chain.id, chain])),
    ends: new Map(),
    forgotten: forgottenStreams(db),
    joined: wasEverJoined(db),
    findings: [],
    commits,
    commit: nextCommit(commits),
    commitsSeen: 0,
    seq: 0,
  }
}

const allChains = (db: ReadableDb): readonly ChainRow[] =>
  db.all<ChainRow>(
    'SELECT id, device, epoch, public_key AS publicKey, opened_after AS openedAfter, own FROM chains ORDER BY id',
  )

function forgottenStreams(db: ReadableDb): ReadonlyMap<string, number> {
  const rows = db.all<{ stream: string; seq: number }>(
    "SELECT stream, max(seq) AS seq FROM events WHERE type = 'person.forgotten' GROUP BY stream",
  )
  return new Map(rows.map(({ stream, seq }) => [stream, seq]))
}

function report(walk: Walk, row: { seq: number; id: string | null }, why: VerifyFault): void {
  if (walk.findings.length < findingsKept) walk.findings.push({ seq: row.seq, id: row.id, why })
}

function checkSigner(walk: Walk, { signer }: VerifyControl): void {
  if (signer === undefined) return
  const named = [...walk.chains.values()].find(
    ({ device, epoch, own }) => own === 1 && device === signer.device && epoch === signer.epoch,
  )
  if (named !== undefined && !sameBytes(named.publicKey, signer.publicKey))
    report(walk, { seq: 0, id: null }, 'key-exchanged')
}

function checkEvent(walk: Walk, row: EventRow): void {
  for (let seq = walk.seq + 1; seq < row.seq && walk.findings.length < findingsKept; seq += 1)
    report(walk, { seq, id: null }, 'missing')
  walk.seq = row.seq
  const chain = walk.chains.get(row.chain)
  if (chain === undefined) return report(walk, row, 'unknown-chain')
  const hash = row.aside === withdrawn ? row.content_hash : contentHash(sha256, row.envelope, row.facts)
  const isReceived = chain.own === 0
  if (!sameBytes(hash, row.content_hash)) report(walk, row, 'altered')
  else if (!isReceived) checkPlace(walk, row, chain)
  const envelope = row.aside === withdrawn ? null : readEnvelope(row.envelope)
  if (envelope !== null) checkEnvelope(walk, row, envelope)
  else if (row.aside !== withdrawn) report(walk, row, 'unreadable')
  // What came from others has no link here: its feed proves it (`verify-feeds.ts`).
  if (isReceived) return
  walk.ends.set(row.chain, { sequence: row.sequence, link: row.link })
  checkCommit(walk, row, { chain, envelope })
}

/** `aside` of an event whose bytes are gone; its hashes stay. */
const withdrawn = 2

function checkPlace(walk: Walk, row: EventRow, chain: ChainRow): void {
  const end = walk.ends.get(row.chain) ?? { sequence: 0, link: openingLink(walk.db, chain) }
  const place = { device: chain.device, epoch: chain.epoch, sequence: row.sequence }
  const link = nextLink(sha256, end.link, { place, contentHash: row.content_hash })
  const follows = row.sequence === end.sequence + 1 && sameBytes(link, row.link)
  if (!follows && !isLeftBehind(walk, row, chain)) report(walk, row, 'out-of-place')
}

/**
 * What it followed was linked anew in a later epoch, and it was not: a feed had answered it before its turn and proves its
 * content (`verify-feeds.ts`), or it was withdrawn and could not be sent again, and nothing rests on it.
 */
const isLeftBehind = ({ chains }: Walk, { aside, position, seq }: EventRow, { device, epoch }: ChainRow): boolean =>
  (aside !== 0 || position !== null) &&
  [...chains.values()].some(
    (later) => later.own === 1 && later.device === device && later.epoch > epoch && later.openedAfter < seq,
  )

function checkEnvelope(walk: Walk, row: EventRow, envelope: EnvelopeContent): void {
  const isNamed = row.id === envelope.id || row.id === markedId(envelope.id, toHex(row.content_hash))
  if (!isNamed || envelope.stream !== row.stream || envelope.type !== row.type) report(walk, row, 'column-altered')
  if (row.verdict !== 'pending' && !walk.joined) report(walk, row, 'verdict')
  if (row.private === null) {
    const isForgotten = walk.joined || (walk.forgotten.get(row.stream) ?? 0) > row.seq
    if (envelope.privateHash !== null && !isForgotten) report(walk, row, 'private-missing')
    return
  }
  if (envelope.privateHash !== toHex(sha256(row.private))) report(walk, row, 'private-altered')
}

function checkCommit(
  walk: Walk,
  row: EventRow,
  { chain, envelope }: { chain: ChainRow; envelope: EnvelopeContent | null },
): void {
  while (walk.commit !== null && walk.commit.last_seq < row.seq) endCommit(walk, 'commit-not-whole')
  const commit = walk.commit
  if (commit === null || commit.first_seq > row.seq) return report(walk, row, 'commit-missing')
  if (envelope !== null && !belongs(envelope, commit, row.seq)) report(walk, row, 'commit-not-whole')
  if (row.seq !== commit.last_seq) return
  if (!sameBytes(commit.link, row.link)) return endCommit(walk, 'signature')
  if (commit.signature.length > 0)
    return endCommit(walk, isSignedBy(chain.publicKey, commit.link, commit.signature) ? null : 'signature')
  endCommit(walk, null)
  // Written this moment, its signature follows (`chain.ts`): nothing may stand behind it.
  if (walk.commit !== null) report(walk, { seq: commit.last_seq, id: null }, 'signature')
}

function belongs(envelope: EnvelopeContent, commit: CommitRow, seq: number): boolean {
  const { index, count } = envelope
  return (
    envelope.commit === commit.id &&
    index === seq - commit.first_seq &&
    count === commit.last_seq - commit.first_seq + 1
  )
}

function endCommit(walk: Walk, why: VerifyFault | null): void {
  if (walk.commit === null) return
  if (why !== null) report(walk, { seq: walk.commit.last_seq, id: null }, why)
  walk.commitsSeen += 1
  walk.commit = nextCommit(walk.commits)
}

function finishCommits(walk: Walk): void {
  while (walk.commit !== null) endCommit(walk, 'tail-missing')
}

function checkNotedEnd(db: ReadableDb, walk: Walk): void {
  const noted = notedLogEnd(db)
  if (noted === null) return
  const link = db.value<Uint8Array>('SELECT link FROM events WHERE seq = ?', noted.seq)
  if (link === undefined && noted.seq > walk.seq) report(walk, { seq: noted.seq, id: null }, 'tail-missing')
  else if (link !== undefined && toHex(link) !== noted.link) report(walk, { seq: noted.seq, id: null }, 'out-of-place')
}

function checkLostTail(db: ReadableDb, walk: Walk): void {
  const seq = lostTail(db)
  if (seq === null || walk.findings.some((found) => found.seq === seq && found.why === 'tail-missing')) return
  report(walk, { seq, id: null }, 'tail-missing')
}

function readEnvelope(bytes: Buffer): EnvelopeContent | null {
  try {
    return JSON.parse(bytes.toString()) as EnvelopeContent
  } catch {
    return null
  }
}

function nextCommit(commits: Iterator<CommitRow>): CommitRow | null {
  const next = commits.next()
  return next.done === true ? null : next.value
}
