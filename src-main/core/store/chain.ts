/**
 * This device's place in the log: who signs and where the chain ends. The end is read from the log at every append,
 * never kept in memory, so a transaction that rolls back leaves nothing to undo.
 */
import { assert, must } from '#shared/lib/assert.ts'
import { sameBytes, toHex } from '#shared/sync/bytes.ts'
import { epochLink, noLink } from '#shared/sync/link.ts'
import type { ReadableDb, WritableDb } from './driver.ts'
import { sha256 } from './hash.ts'
import { lastSeq } from './read-stream.ts'

/** What the vault gives: the device, its epoch and its signing key. */
export interface DeviceSigner {
  readonly device: string
  readonly epoch: number
  readonly publicKey: Uint8Array
  sign(bytes: Uint8Array): Uint8Array
  /** Salts for private parts. */
  randomBytes(length: number): Uint8Array
}

export interface Chain extends DeviceSigner {
  readonly id: number
  readonly openedAfter: number
}

export interface ChainRow {
  readonly id: number
  readonly device: string
  readonly epoch: number
  readonly publicKey: Uint8Array
  /** The log's last place when the epoch began. */
  readonly openedAfter: number
  /** 0: another machine's, or what this one had sent before it was restored; known by feeds alone. */
  readonly own: number
}

const columns = 'id, device, epoch, public_key AS publicKey, opened_after AS openedAfter, own FROM chains'

/** Finds or opens the chain of this device and epoch. Opening a new epoch is one row; its first link covers it. */
export function openChain(db: WritableDb, signer: DeviceSigner): Chain {
  const { device, epoch, publicKey } = signer
  const find = (): ChainRow | undefined =>
    db.get<ChainRow>(`SELECT ${columns} WHERE device = ? AND epoch = ? AND own = 1`, device, epoch)
  const insert = 'INSERT INTO chains (device, epoch, public_key, opened_after) VALUES (?, ?, ?, ?)'
  if (find() === undefined) db.run(insert, device, epoch, publicKey, lastSeq(db))
  const row = must(find(), 'the chain was just opened')
  assert(sameBytes(row.publicKey, publicKey), 'an epoch has one key')
  const chain = { ...signer, id: row.id, openedAfter: row.openedAfter }
  signLastCommit(db, chain)
  return chain
}

/** What stands in place of a signature until it is made. */
export const unsigned: Uint8Array = new Uint8Array(0)

/**
 * Signs the last commit where that is still to be done: behind the answer to who wrote it, or at the next opening where the
 * process ended in between. Only the last one of all can lack its signature. S15.
 */
export function signLastCommit(db: WritableDb, chain: Pick<Chain, 'id' | 'sign'>): void {
  const last = db.get<{ at: number; link: Uint8Array; signature: Uint8Array; chain: number }>(
    `SELECT c.first_seq AS at, c.link, c.signature, e.chain FROM commits c
     JOIN events e ON e.seq = c.last_seq ORDER BY c.first_seq DESC LIMIT 1`,
  )
  if (last?.chain !== chain.id || last.signature.length > 0) return
  db.run('UPDATE commits SET signature = ? WHERE first_seq = ?', chain.sign(last.link), last.at)
}

/** The first epoch of this device that no chain here has yet: feeds may have told of one that a twin has taken. */
export const freeEpoch = (db: ReadableDb, device: string): number =>
  (db.value<number>('SELECT max(epoch) FROM chains WHERE device = ?', device) ?? 0) + 1

/** This machine's own chains, oldest first. */
export function readChains(db: ReadableDb): readonly ChainRow[] {
  return db.all<ChainRow>(`SELECT ${columns} WHERE own = 1 ORDER BY id`)
}

export interface ChainEnd {
  readonly sequence: number
  readonly link: Uint8Array
}

type ChainPlaceInLog = Pick<Chain, 'id' | 'device' | 'epoch' | 'publicKey' | 'openedAfter'>

/** Where a handle's last commit ended, by its place in the log. */
interface KnownEnd {
  readonly chain: number
  readonly lastSeq: number
  readonly end: ChainEnd
}

const knownEnds = new WeakMap<ReadableDb, KnownEnd>()

/**
 * Where the next event of the chain goes: after its last one, or at the opening of its epoch. Read from the commits, which
 * are all this device's own: what others wrote may stand between.
 */
export function chainEnd(db: ReadableDb, chain: ChainPlaceInLog): ChainEnd {
  const known = knownEnds.get(db)
  const last =
    known?.chain === chain.id ? db.value('SELECT last_seq FROM commits ORDER BY first_seq DESC LIMIT 1') : null
  return known !== undefined && known.lastSeq === last ? known.end : readChainEnd(db, chain)
}

/** After a commit: the next one finds its end by a look at where the log stands. What was undone stands nowhere. */
export const noteChainEnd = (db: ReadableDb, known: KnownEnd): void => void knownEnds.set(db, known)

/** Before links are made anew. */
export const forgetChainEnd = (db: ReadableDb): void => void knownEnds.delete(db)

function readChainEnd(db: ReadableDb, chain: ChainPlaceInLog): ChainEnd {
  const last = db.get<ChainEnd>(
    // What was withdrawn and could not be linked anew stands behind the opening too, in the chain of before.
    `SELECT e.sequence, c.link FROM commits c JOIN events e ON e.seq = c.last_seq AND e.chain = ?
     WHERE c.first_seq > ? ORDER BY c.first_seq DESC LIMIT 1`,
    chain.id,
    chain.openedAfter,
  )
  return last ?? { sequence: 0, link: openingLink(db, chain) }
}

/** The link that the first event of an epoch follows: over the device's last link before it, and the new key. */
export function openingLink(db: ReadableDb, chain: ChainPlaceInLog): Uint8Array {
  const before = db.value<Uint8Array>(
    'SELECT link FROM commits WHERE first_seq <= ? ORDER BY first_seq DESC LIMIT 1',
    chain.openedAfter,
  )
  return epochLink(sha256, before ?? noLink, {
    device: chain.device,
    epoch: chain.epoch,
    publicKey: toHex(chain.publicKey),
  })
}
