import { generateKeyPairSync, hash, randomBytes, sign, verify, createPublicKey } from 'node:crypto'
import { toHex } from '#shared/sync/bytes.ts'
import { canonicalBytes } from '#shared/sync/canonical-json.ts'
import { contentHash } from '#shared/sync/content-hash.ts'
import type { EventBytes } from '#shared/sync/feed-entry.ts'
import { epochLink, nextLink, noLink } from '#shared/sync/link.ts'
import { sealPrivatePart } from '#shared/sync/private-part.ts'
import type { PushPage } from '#shared/sync/push-page.ts'
import { instantFromMs } from '#shared/domain/clock/instant.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { DeviceEpoch, EnrolledDevice, Signing } from '#server/ports.ts'

/* A machine that writes commits and pushes them, as the core does, byte for byte; without a store. */

export const sha256 = (bytes: Uint8Array): Uint8Array => Buffer.from(hash('sha256', bytes, 'binary'), 'binary')

const publicRaw = (key: Parameters<typeof createPublicKey>[0]): Uint8Array =>
  Buffer.from(createPublicKey(key).export({ format: 'jwk' }).x as string, 'base64url')

/** Ed25519 with a key of its own. */
export function testSigning(): Signing {
  const { privateKey } = generateKeyPairSync('ed25519')
  return {
    publicKey: publicRaw(privateKey as never),
    sign: (bytes) => sign(null, bytes, privateKey),
    verify: (publicKey, bytes, signature) => {
      const key = createPublicKey({
        key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(publicKey).toString('base64url') },
        format: 'jwk',
      })
      return verify(null, bytes, key, signature)
    },
  }
}

let lastMs = 0
let counter = 0

/** UUIDv7: the next one of this process. */
export function nextUuid(): string {
  lastMs = Math.max(lastMs, Date.now())
  counter = (counter + 1) % 4096
  const time = lastMs.toString(16).padStart(12, '0')
  const rest = randomBytes(8).toString('hex')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${counter.toString(16).padStart(3, '0')}-8${rest.slice(0, 3)}-${rest.slice(3, 15)}`
}

/** Where a test's machine takes its ids, salts, key and time from; a simulation gives its own. */
export interface Source {
  uuid(): string
  randomBytes(length: number): Uint8Array
  now(): Instant
  signing(): Signing
}

const processSource: Source = {
  uuid: () => nextUuid(),
  randomBytes: (length) => randomBytes(length),
  now: () => instantFromMs(Date.now()),
  signing: testSigning,
}

export interface TestEvent {
  readonly stream: string
  readonly type: string
  readonly facts: object
  readonly private?: object | null
  readonly actor: string
  readonly at?: Instant
  readonly via?: 'window' | 'cli' | 'import' | 'duty'
  readonly expects?: Readonly<Record<string, string>>
  readonly rights?: string | null
  readonly id?: string
  readonly version?: number
}

interface WrittenCommit {
  readonly commit: string
  readonly events: readonly EventBytes[]
  readonly first: number
  readonly link: Uint8Array
}

export class TestDevice {
  readonly id: string
  readonly unit: string
  signing: Signing
  commits: WrittenCommit[] = []
  epoch = 1
  stoodAloneUntil: Instant | null = null
  users: readonly string[] = []
  joinedAt = 0
  lastContact: Instant | null = null
  confirmed = ''
  /** Epochs that it closed. */
  #closed: readonly DeviceEpoch[] = []
  /** The link that this epoch's opening follows. */
  #before: Uint8Array = noLink
  #sequence = 0
  #link: Uint8Array

  readonly #source: Source

  constructor(id: string, unit: string, source: Source = processSource) {
    this.id = id
    this.unit = unit
    this.#source = source
    this.signing = source.signing()
    this.#link = this.follows
  }

  get follows(): Uint8Array {
    const publicKey = toHex(this.signing.publicKey)
    return epochLink(sha256, this.#before, { device: this.id, epoch: this.epoch, publicKey })
  }

  get enrolled(): EnrolledDevice {
    return {
      id: this.id,
      unit: this.unit,
      epochs: [...this.#closed, this.#opened],
      users: this.users,
      lastContact: this.lastContact,
      stoodAloneUntil: this.stoodAloneUntil,
      joinedAt: this.joinedAt,
    }
  }

  get #opened(): DeviceEpoch {
    return { epoch: this.epoch, publicKey: this.signing.publicKey, follows: this.follows }
  }

  /** Another machine that was made of this one's disk: the same key, the same chain so far. */
  cloned(): TestDevice {
    const clone = new TestDevice(this.id, this.unit, this.#source)
    clone.signing = this.signing
    clone.commits = [...this.commits]
    clone.stoodAloneUntil = this.stoodAloneUntil
    clone.confirmed = this.confirmed
    clone.#sequence = this.#sequence
    clone.#link = this.#link
    return clone
  }

  /** Opens a new epoch behind its first `answered` commits, and links the others anew (SYNC-PUSH-5). */
  renew(answered: number): void {
    const open = this.commits.slice(answered)
    this.#closed = [...this.#closed, this.#opened]
    this.#before = this.commits[answered - 1]?.link ?? noLink
    this.epoch += 1
    this.signing = this.#source.signing()
    this.#sequence = 0
    this.#link = this.follows
    this.commits = open.map(({ commit, events }) => {
      const first = this.#sequence + 1
      for (const { envelope, facts } of events) this.#goOn(contentHash(sha256, envelope, facts))
      return { commit, events, first, link: this.#link }
    })
  }

  #goOn(content: Uint8Array): void {
    this.#sequence += 1
    const place = { device: this.id, epoch: this.epoch, sequence: this.#sequence }
    this.#link = nextLink(sha256, this.#link, { place, contentHash: content })
  }

  /** Writes a commit to this machine's chain. Out: its id. */
  write(events: readonly TestEvent[], commit = this.#source.uuid()): string {
    const first = this.#sequence + 1
    const bytes = events.map((event, index) => this.#append(event, { commit, index, count: events.length }))
    this.commits.push({ commit, events: bytes, first, link: this.#link })
    return commit
  }

  #append(event: TestEvent, place: { commit: string; index: number; count: number }): EventBytes {
    const secret =
      event.private === undefined || event.private === null
        ? null
        : sealPrivatePart(event.private, this.#source.randomBytes(16))
    const envelope = canonicalBytes({
      ...place,
      actor: event.actor,
      at: event.at ?? this.#source.now(),
      expects: event.expects ?? {},
      id: event.id ?? this.#source.uuid(),
      privateHash: secret === null ? null : toHex(sha256(secret)),
      rights: event.rights ?? null,
      session: null,
      stream: event.stream,
      type: event.type,
      version: event.version ?? 1,
      via: event.via ?? 'window',
    })
    const facts = canonicalBytes(event.facts)
    this.#goOn(contentHash(sha256, envelope, facts))
    return { envelope, facts, private: secret }
  }

  /** A push of commits from one place of the queue on. */
  page(from = 0, to = this.commits.length): PushPage {
    const sent = this.commits.slice(from, to)
    const last = sent.at(-1)
    const first = sent[0]
    if (last === undefined || first === undefined) throw new Error('nothing to push')
    return {
      head: {
        device: this.id,
        epoch: this.epoch,
        first: first.first,
        commits: sent.map(({ commit, events }) => ({ commit, count: events.length })),
        link: toHex(last.link),
        signature: toHex(this.signing.sign(last.link)),
        rights: this.confirmed,
        sentAt: '2026-01-01T00:00:00.000Z',
      },
      events: sent.flatMap(({ events }) => events),
    }
  }
}
