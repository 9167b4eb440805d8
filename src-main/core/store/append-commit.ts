import type { Instant } from '#shared/domain/clock/instant.ts'
import { assert, must } from '#shared/lib/assert.ts'
import { canonicalJson } from '#shared/sync/canonical-json.ts'
import { envelopeText } from '#shared/sync/envelope-text.ts'
import { commitBounds, eventBounds } from '#shared/sync/event-bounds.ts'
import { contentHashOfTexts } from '#shared/sync/content-hash.ts'
import type { EnvelopeContent, Via } from '#shared/sync/envelope.ts'
import { nextLink } from '#shared/sync/link.ts'
import { privatePartText, saltLength } from '#shared/sync/private-part.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import { type Chain, type ChainEnd, chainEnd, noteChainEnd, signLastCommit, unsigned } from './chain.ts'
import type { SqlParam, WritableDb } from './driver.ts'
import { forgetPrivate } from './forget-private.ts'
import { sha256, sha256Text } from './hash.ts'

/** An event as a service has it before it has a place. */
export interface NewEvent {
  readonly id: string
  readonly stream: string
  readonly type: string
  readonly version: number
  readonly facts: object
  readonly private: object | null
  /** Of the private part, where its author must know it; default: drawn here. */
  readonly salt?: Uint8Array | undefined
  readonly at: Instant
  readonly actor: string
  readonly session: string | null
  readonly via: Via
  readonly expects?: Readonly<Record<string, string>>
  readonly rights?: string | null
}

export interface NewCommit {
  readonly commit: string
  readonly events: readonly NewEvent[]
}

/** What is text is bound as text, which is quicker than bytes, and stored as its bytes. */
const row = "(?, ?, ?, ?, ?, ?, ?, 'pending', CAST(? AS BLOB), CAST(? AS BLOB), CAST(? AS BLOB))"
const insertEvents = (rows: number): string => `INSERT INTO events
  (chain, sequence, link, content_hash, id, stream, type, verdict, envelope, facts, private)
  VALUES ${Array.from({ length: rows }, () => row).join(', ')}`
/** Most commands have less; each number of rows is a statement of its own. */
const rowsAtOnce = 8
const statements = Array.from({ length: rowsAtOnce + 1 }, (_, rows) => insertEvents(rows))

const insertCommit = 'INSERT INTO commits (first_seq, last_seq, id, link, signature) VALUES (?, ?, ?, ?, ?)'

/**
 * Appends the events of one command, in order, as pending, and signs the chain's end once. Bytes are written here
 * once and never again, but for whoever is forgotten (S19). The caller holds the transaction that also projects them. S1, S3, S15.
 */
export function appendCommit(db: WritableDb, chain: Chain, commit: NewCommit): RecordedEvent[] {
  const recorded = appendUnsigned(db, chain, commit)
  signLastCommit(db, chain)
  return recorded
}

/** The same for who does not wait for the signature: `signLastCommit` follows, before the log is used for anything else. */
export function appendUnsigned(db: WritableDb, chain: Chain, commit: NewCommit): RecordedEvent[] {
  assert(db.inTransaction, 'a commit is appended inside the transaction of its command')
  assert(commit.events.length > 0, 'a commit has an event')
  const written = writtenEvents(chain, commit, chainEnd(db, chain))
  keepBounds(written)
  const first = insertAll(db, written)
  const { event, link } = must(written.at(-1), 'a commit has an event')
  const last = first + written.length - 1
  db.run(insertCommit, first, last, commit.commit, link, unsigned)
  noteChainEnd(db, { chain: chain.id, lastSeq: last, end: { sequence: event.sequence, link } })
  for (const { type, stream } of commit.events) if (type === 'person.forgotten') forgetPrivate(db, stream)
  return written.map((of, index) => Object.assign(of.event, { seq: first + index }))
}

/** More than any server takes; nothing of it is written. */
export class TooLarge extends Error {
  readonly limit: number
  readonly of: 'bytes' | 'events'

  constructor(limit: number, of: TooLarge['of'] = 'bytes') {
    super(`a commit of more than ${limit} ${of} at once`)
    this.limit = limit
    this.of = of
  }
}

/** SYNC-ENV-3: what was saved is never refused for its size. */
function keepBounds(written: readonly WrittenEvent[]): void {
  if (written.length > commitBounds.events) throw new TooLarge(commitBounds.events, 'events')
  let left: number = commitBounds.bytes
  for (const { envelope, facts, secret } of written) {
    if (isLonger(facts, eventBounds.facts)) throw new TooLarge(eventBounds.facts)
    if (secret !== null && isLonger(secret, eventBounds.private)) throw new TooLarge(eventBounds.private)
    left -= mostBytes(envelope) + mostBytes(facts) + mostBytes(secret ?? '')
  }
  if (left < 0 && bytesOf(written) > commitBounds.bytes) throw new TooLarge(commitBounds.bytes)
}

/** A character takes three bytes at most: what is short is not measured. */
const mostBytes = (text: string): number => text.length * 3
const isLonger = (text: string, bytes: number): boolean => mostBytes(text) > bytes && Buffer.byteLength(text) > bytes
const bytesOf = (written: readonly WrittenEvent[]): number =>
  written
    .flatMap(({ envelope, facts, secret }) => [envelope, facts, secret ?? ''])
    .reduce((sum, text) => sum + Buffer.byteLength(text), 0)

interface WrittenEvent {
  readonly event: Omit<RecordedEvent, 'seq'>
  readonly envelope: string
  readonly facts: string
  readonly secret: string | null
  readonly link: Uint8Array
  readonly row: readonly SqlParam[]
}

function writtenEvents(chain: Chain, commit: NewCommit, end: ChainEnd): readonly WrittenEvent[] {
  let before = end
  return commit.events.map((event, index) => {
    const written = writtenEvent(chain, { commit, event, index, end: before })
    before = { sequence: written.event.sequence, link: written.link }
    return written
  })
}

/** Out: the place of the first; the others follow it. */
function insertAll(db: WritableDb, written: readonly WrittenEvent[]): number {
  let last = 0
  for (let at = 0; at < written.length; at += rowsAtOnce) {
    const rows = written.slice(at, at + rowsAtOnce)
    const sql = must(statements[rows.length], 'there is a statement for so many rows')
    last = db.run(sql, ...rows.flatMap((of) => of.row)).lastId
  }
  return last - written.length + 1
}

interface Place {
  readonly commit: NewCommit
  readonly event: NewEvent
  readonly index: number
  readonly end: ChainEnd
}

function writtenEvent(chain: Chain, { commit, event, index, end }: Place): WrittenEvent {
  const secret =
    event.private === null ? null : privatePartText(event.private, event.salt ?? chain.randomBytes(saltLength))
  const content: EnvelopeContent = {
    actor: event.actor,
    at: event.at,
    commit: commit.commit,
    count: commit.events.length,
    expects: event.expects ?? {},
    id: event.id,
    index,
    privateHash: secret === null ? null : sha256Text(secret),
    rights: event.rights ?? null,
    session: event.session,
    stream: event.stream,
    type: event.type,
    version: event.version,
    via: event.via,
  }
  const place = { device: chain.device, epoch: chain.epoch, sequence: end.sequence + 1 }
  const envelope = envelopeText(content)
  const facts = canonicalJson(event.facts)
  const hash = contentHashOfTexts(sha256, envelope, facts)
  const link = nextLink(sha256, end.link, { place, contentHash: hash })
  const body = { facts: event.facts as RecordedEvent['facts'], private: event.private as RecordedEvent['private'] }
  return {
    event: { ...content, ...place, ...body, verdict: 'pending' },
    envelope,
    facts,
    secret,
    link,
    row: [chain.id, place.sequence, link, hash, event.id, event.stream, event.type, envelope, facts, secret],
  }
}
