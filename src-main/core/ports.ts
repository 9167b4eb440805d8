/** What the core asks of the outside. Tests and tools give their own; nothing in the core reads a clock or a coin by itself. */
import type { Instant } from '#shared/domain/clock/instant.ts'

export interface Clock {
  now(): Instant
}

export interface Ids {
  /** UUIDv7, lower case. */
  uuid(): string
  randomBytes(length: number): Uint8Array
}

/** The machine's own key chain (Electron `safeStorage`); opaque bytes in, opaque bytes out. */
export interface SecretStore {
  /** Named in the slot, so that another machine's slot is not tried. */
  readonly backend: string
  wrap(secret: Uint8Array): Promise<Uint8Array>
  /** Null when this key chain cannot open it. */
  unwrap(wrapped: Uint8Array): Promise<Uint8Array | null>
}

export interface Log {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void
  error(message: string, fields?: Readonly<Record<string, unknown>>): void
}

export interface CorePorts {
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  /** Null where the machine has no key chain worth the name. */
  readonly secrets: SecretStore | null
  /** What the system calls this machine; null where it does not say. */
  readonly machineId: () => string | null
  /** The data folder. */
  readonly folder: string
}
