import { generateKeyPairSync, sign } from 'node:crypto'
import { sha256 } from '#core/store/hash.ts'
import type { Snapshot, Wire } from '#core/sync-client/wire.ts'
import { assert, must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { canonicalBytes, parseCanonical } from '#shared/sync/canonical-json.ts'
import { casesPartBytes, writeCasesPart } from '#shared/sync/cases-part.ts'
import { contentHash } from '#shared/sync/content-hash.ts'
import type { EnvelopeContent } from '#shared/sync/envelope.ts'
import { entryHash, EntryHeader, type EventBytes, type FeedName, headBytes } from '#shared/sync/feed-entry.ts'
import { writeFeedPage } from '#shared/sync/feed-page.ts'
import { noLink } from '#shared/sync/link.ts'
import type { Outcome } from '#shared/sync/outcome.ts'
import { readPushPage } from '#shared/sync/push-page.ts'

/*
 * A server of the client's tests: it takes every commit as the test says, numbers and chains as the real one, and shows
 * everything to everyone in one feed. The real engine is tested beside it; this one can be told to misbehave.
 */
export interface Entry {
  readonly header: EntryHeader
  readonly headerBytes: Uint8Array
  readonly hash: Uint8Array
  readonly events: readonly EventBytes[]
}

export const plainFeed = 'central' as FeedName

interface PageAsked {
  readonly feed: FeedName
  readonly after: number
  readonly limit?: number
  readonly own?: OwnChain | null
}

interface OwnChain {
  readonly device: string
  readonly epoch: number
}

const isOf = (header: EntryHeader, { device, epoch }: OwnChain): boolean =>
  header.kind === 'commit' && header.events[0]?.device === device && header.events[0].epoch === epoch

export class PlainServer {
  id = 'server-1'
  logEpoch = 1
  readonly feeds = new Map<FeedName, Entry[]>([[plainFeed, []]])
  readonly outcomes = new Map<string, Outcome>()
  readonly ends = new Map<string, { epoch: number; sequence: number; link: string }>()
  readonly positions = new Map<string, number>()
  readonly seen = new Map<string, number>()
  /** What the next commits get; default: accepted. */
  judge: (commit: string, types: readonly string[]) => Outcome = () => ({ kind: 'accepted', moved: [] })
  /** Entries of a page at most. */
  pageSize = 1000
  isReachable = true
  /** Takes the push and loses the answer. */
  losesAnswers = false
  readonly offered: Uint8Array[] = []
  readonly #kept = new Set<string>()
  /** Cases of which it says that no copy waits for a word, and what each greeting asked about. */
  decided: string[] = []
  readonly askedOnOffer: (readonly string[])[] = []
  /** What machines said to be given of their office's numbers. */
  readonly toldNumbers: { readonly year: number; readonly highest: number }[] = []
  /** Whether it holds the place that a new epoch is to follow. */
  holds: (follows: NonNullable<Parameters<Wire['renew']>[0]['follows']>) => boolean = () => true
  /** Entries of a snapshot's part. */
  partSize = 4
  /** Streams whose commits come first in a snapshot, whole. */
  openStreams: readonly string[] = []
  /** What a part of open cases says to be of, where it is not what was asked for. */
  openCasesSay: { readonly feed?: FeedName; readonly server?: string } = {}
  /** Parts that machines asked for, as they asked; after so many none is given. */
  readonly askedParts: string[] = []
  partsLeft = Infinity
  readonly #key = generateKeyPairSync('ed25519')

  get publicKey(): string {
    return toHex(Buffer.from(must(this.#key.publicKey.export({ format: 'jwk' }).x, 'a key'), 'base64url'))
  }

  append(feed: FeedName, header: EntryHeader, events: readonly EventBytes[]): void {
    const entries = this.feeds.get(feed) ?? []
    this.feeds.set(feed, entries)
    const headerBytes = canonicalBytes(EntryHeader.parse(header))
    const hash = entryHash(sha256, entries.at(-1)?.hash ?? noLink, {
      feed,
      sequence: entries.length + 1,
      header: headerBytes,
    })
    entries.push({ header, headerBytes, hash, events })
  }

  page({ feed, after, limit = this.pageSize, own = null }: PageAsked): Uint8Array {
    const all = this.feeds.get(feed) ?? []
    const taken = all.slice(after, after + Math.min(limit, this.pageSize))
    const sequence = after + taken.length
    const hash = toHex(all[sequence - 1]?.hash ?? noLink)
    const head = { server: this.id, logEpoch: this.logEpoch, feed, sequence, hash }
    const signature = toHex(sign(null, headBytes(head), this.#key.privateKey))
    return writeFeedPage({
      head: { ...head, before: toHex(all[after - 1]?.hash ?? noLink), from: after + 1, signature, end: all.length },
      entries: taken.map((entry, index) => ({
        ...entry,
        sequence: after + index + 1,
        events: own !== null && isOf(entry.header, own) ? null : entry.events,
      })),
    })
  }

  #parts(feed: FeedName): readonly { address: string; from: number; to: number; bytes: Uint8Array }[] {
    const whole = Math.floor((this.feeds.get(feed)?.length ?? 0) / this.partSize)
    return Array.from({ length: whole }, (_, index) => {
      const from = index * this.partSize + 1
      const bytes = this.page({ feed, after: from - 1, limit: this.partSize })
      return { address: `${feed} ${from}`, from, to: from + this.partSize - 1, bytes }
    })
  }

  #openCases(feed: FeedName): Uint8Array {
    const shown = (this.feeds.get(feed) ?? []).flatMap(({ header, events }) => {
      const isOpen = header.kind === 'commit' && header.events.every(({ stream }) => this.openStreams.includes(stream))
      if (!isOpen) return []
      const earlier: EntryHeader = { ...header, kind: 'earlier' }
      return [{ header: earlier, headerBytes: canonicalBytes(earlier), events }]
    })
    const of = { feed, server: this.id, logEpoch: this.logEpoch, ...this.openCasesSay }
    return writeCasesPart({ ...of, entries: shown }, (bytes) => {
      const content = toHex(sha256(bytes))
      const said = casesPartBytes({ ...of, content })
      return { content, signature: toHex(sign(null, said, this.#key.privateKey)) }
    })
  }

  #snapshot(feed: FeedName): Snapshot {
    const parts = this.#parts(feed).map(({ address, from, to }) => ({ address, from, to }))
    const openCases = this.openStreams.length === 0 ? [] : ['open']
    return { feed, upTo: parts.at(-1)?.to ?? 0, hash: '', openCases, parts }
  }

  #part({ feed, address }: { feed: FeedName; address: string }) {
    if (this.partsLeft <= 0) return refuse('sync-unreachable', { detail: 'cut' })
    this.partsLeft -= 1
    this.askedParts.push(address)
    const bytes =
      address === 'open' ? this.#openCases(feed) : this.#parts(feed).find((each) => each.address === address)?.bytes
    return bytes === undefined ? refuse('sync-part-gone') : ok(bytes)
  }

  #push(bytes: Uint8Array) {
    const page = must(readPushPage(bytes), 'a push page')
    const { device, epoch, first, commits, link } = page.head
    const next = (this.ends.get(`${device} ${epoch}`)?.sequence ?? 0) + 1
    if (first > next) return refuse('sync-chain-ahead', { sequence: next - 1 })
    let at = 0
    const outcomes = commits.map(({ commit, count }) => {
      const events = page.events.slice(at, at + count)
      at += count
      return { commit, outcome: this.#take({ commit, events, device, epoch, sequence: first + at - count }) }
    })
    // What it has already moves its end nowhere.
    const sequence = first + at - 1
    if (sequence >= next) this.ends.set(`${device} ${epoch}`, { epoch, sequence, link })
    return this.losesAnswers ? refuse('sync-unreachable', { detail: 'lost' }) : ok({ outcomes, rights: '' })
  }

  #take(asked: {
    commit: string
    events: readonly EventBytes[]
    device: string
    epoch: number
    sequence: number
  }): Outcome {
    const before = this.outcomes.get(asked.commit)
    if (before !== undefined) return before
    const envelopes = asked.events.map(({ envelope }) => parseCanonical(envelope) as EnvelopeContent)
    const outcome = this.judge(
      asked.commit,
      envelopes.map(({ type }) => type),
    )
    this.outcomes.set(asked.commit, outcome)
    if (outcome.kind === 'accepted' || outcome.kind === 'conflict')
      this.show({ ...asked, envelopes, verdict: outcome.kind })
    return outcome
  }

  show(asked: {
    readonly commit: string
    readonly events: readonly EventBytes[]
    readonly envelopes: readonly EnvelopeContent[]
    readonly device: string
    readonly epoch: number
    readonly sequence: number
    readonly verdict: 'accepted' | 'conflict' | 'void'
    readonly kind?: 'commit' | 'earlier'
    readonly feed?: FeedName
  }): void {
    const events = asked.events.map((bytes, index) => {
      const { id, stream } = must(asked.envelopes[index], 'an envelope an event')
      const position = this.seen.get(id) ?? (this.positions.get(stream) ?? 0) + 1
      this.seen.set(id, position)
      this.positions.set(stream, Math.max(position, this.positions.get(stream) ?? 0))
      const content = toHex(contentHash(sha256, bytes.envelope, bytes.facts))
      return {
        id,
        stream,
        position,
        content,
        device: asked.device,
        epoch: asked.epoch,
        sequence: asked.sequence + index,
      }
    })
    const { commit, verdict, kind = 'commit' } = asked
    const at = '2026-01-04T07:00:00.000Z'
    const header: EntryHeader = { kind, commit, verdict, facts: [], at, doubtful: false, events }
    this.append(asked.feed ?? plainFeed, header, asked.events)
  }

  /** What it was offered before, it keeps once, until it is restored. */
  #keep(page: Uint8Array): number {
    const said = `${this.logEpoch} ${toHex(page)}`
    if (this.#kept.has(said)) return 0
    this.#kept.add(said)
    this.offered.push(page)
    return 1
  }

  /** Says again, in this feed, what the first entry of the plain one says. */
  showFirstAgain(feed: FeedName = plainFeed): void {
    const { header, events } = must(this.feeds.get(plainFeed)?.[0], 'an entry')
    assert(header.kind === 'commit', 'a commit')
    const of = must(header.events[0], 'an event')
    const envelopes = events.map(({ envelope }) => parseCanonical(envelope) as EnvelopeContent)
    this.show({ ...header, ...of, events, envelopes, kind: 'earlier', feed })
  }

  /** The wire as one device sees it. */
  wire(device: string): Wire {
    const reach = <T>(answer: () => T): Promise<T> =>
      Promise.resolve(this.isReachable ? answer() : (refuse('sync-unreachable', { detail: 'off' }) as T))
    const never = () => Promise.resolve(refuse('sync-unreachable', { detail: 'not of this server' }))
    return {
      hello: ({ epoch, onOffer = [] }) =>
        reach(() => {
          this.askedOnOffer.push(onOffer)
          return ok({
            server: { id: this.id, logEpoch: this.logEpoch, publicKey: this.publicKey },
            wire: { now: 1, oldest: 1 },
            time: '2026-01-04T07:00:00.000Z',
            feeds: [...this.feeds].map(([feed, entries]) => ({
              feed,
              sequence: entries.length,
              hash: toHex(entries.at(-1)?.hash ?? noLink),
            })),
            end: this.ends.get(`${device} ${epoch}`) ?? null,
            decided: this.decided.filter((stream) => onOffer.includes(stream)),
          })
        }),
      push: (page) => reach(() => this.#push(page)),
      pull: ({ feed, after, limit, own: epoch }) =>
        reach(() => ok(this.page({ feed, after, limit, own: epoch === undefined ? null : { device, epoch } }))),
      renew: ({ epoch, follows }) =>
        reach(() => (follows === null || this.holds(follows) ? ok({ epoch }) : refuse('sync-signature'))),
      snapshot: (feed) => reach(() => ok(this.#snapshot(feed))),
      part: (asked) => reach(() => this.#part(asked)),
      offer: (page) => reach(() => ok({ offered: this.#keep(page) })),
      retry: (commit) =>
        reach(() => {
          const outcome = this.outcomes.get(commit)
          return outcome === undefined ? refuse('sync-commit-unknown') : ok({ commit, outcome })
        }),
      withdraw: ({ commit, reason }) =>
        reach(() => {
          const before = this.outcomes.get(commit)
          if (before === undefined) return refuse('sync-commit-unknown')
          const taken: Outcome = { kind: 'refused', reason: { code: 'sync-withdrawn', params: { reason } } }
          const outcome = before.kind === 'held' ? taken : before
          this.outcomes.set(commit, outcome)
          return ok({ commit, outcome })
        }),
      tellNumbers: (numbers) => reach(() => ok((this.toldNumbers.push(...numbers), null))),
      takeNumbers: never,
      findPerson: never,
      proposedLinks: never,
      prove: never,
      setPassword: never,
      givePassword: never,
      bringVerifiers: never,
    }
  }
}
