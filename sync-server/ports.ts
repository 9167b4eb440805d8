/** What the server asks of the outside. Engines read no clock and toss no coin: tests and the simulator give their own. */
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { Hash } from '#shared/sync/bytes.ts'

export interface Clock {
  now(): Instant
}

export interface Ids {
  /** UUIDv7, lower case. */
  uuid(): string
  randomBytes(length: number): Uint8Array
}

/** Ed25519. Keys and signatures are raw bytes; on the wire they are hexadecimal. */
export interface Signing {
  /** The server's own key; its private half stays behind this port. */
  readonly publicKey: Uint8Array
  sign(bytes: Uint8Array): Uint8Array
  verify(publicKey: Uint8Array, bytes: Uint8Array, signature: Uint8Array): boolean
}

/** Structured lines for the administrator: codes, counts and ids, never a person's data. */
export interface Journal {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void
  error(message: string, fields?: Readonly<Record<string, unknown>>): void
}

export interface ServerPorts {
  readonly clock: Clock
  readonly ids: Ids
  readonly hash: Hash
  readonly signing: Signing
  readonly journal: Journal
}

/** Life of one key of a device. */
export interface DeviceEpoch {
  readonly epoch: number
  /** Raw Ed25519. */
  readonly publicKey: Uint8Array
  /** What its first event's link follows: already the epoch's own link. */
  readonly follows: Uint8Array
}

/** An enrolled machine, as it was when its call arrived. */
export interface EnrolledDevice {
  readonly id: string
  readonly unit: string
  readonly epochs: readonly DeviceEpoch[]
  /** Users who have proven themselves at it: strict cases stand on machines of their named users (SYNC-FEED-6). */
  readonly users: readonly string[]
  /** When it was last in contact before this call; null on its first (SYNC-APPEND-12). */
  readonly lastContact: Instant | null
  /** When the stand-alone office that it brought was enrolled: what was done before stood alone; null for every other (SYNC-ENROL-3). */
  readonly stoodAloneUntil: Instant | null
  /** Where its unit's feed ended when it was enrolled: up to there it has seen nothing at its time (SYNC-FEED-9). */
  readonly joinedAt: number
}

/** An event that the server writes itself, before it has a place: reference data of its administrator, or a duty. */
export interface OwnEvent {
  readonly stream: string
  readonly type: string
  readonly version: number
  readonly facts: object
  readonly private: object | null
  /** Default: the server, by its command line. */
  readonly actor?: string
  readonly via?: 'cli' | 'duty'
}
