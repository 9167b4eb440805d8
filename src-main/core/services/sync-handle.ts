import type { Instant } from '#shared/domain/clock/instant.ts'
import type { ConnectionState } from '#shared/sync/connection.ts'
import type { Outcome, OutcomeReason } from '#shared/sync/outcome.ts'
import type { Label, UserSet } from '#shared/domain/access/events.ts'
import type { Result } from '#shared/lib/result.ts'
import type { Store } from '#core/store/open-store.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import type { Vault } from '#core/vault/vault.ts'
import type { CorePorts } from '#core/ports.ts'
import type { Office } from './office.ts'

/*
 * What services ask of the exchange with a server. Whoever joins the core's parts gives it: services know no network, and
 * the client knows no service.
 */
export interface SyncParts {
  readonly membership: (db: ReadableDb) => JoinedTo | null
  /** Before joining: whom one would trust. */
  readonly look: (url: string) => Promise<Result<{ server: string; fingerprint: string; secure: boolean }>>
  /** Enrols and notes the membership in the store. */
  readonly enrol: (asked: Enrolling) => Promise<Result<null>>
  /** Fills a store that has no reference data yet: as much as an office needs to open, then all. */
  readonly fill: (folder: BareFolder) => Promise<Result<null>>
  /** Starts the exchange of an opened office; ends with the office. */
  readonly start: (office: Office, vault: Vault, background: boolean) => SyncHandle
  /** The server that was left last, whatever came after. */
  readonly left: (db: ReadableDb) => LeftServer | null
  /** Whether the server that was joined answers at an address; it is shown no credential (SYNC-ENROL-6). */
  readonly proveServer: (folder: Pick<BareFolder, 'store' | 'ports'>, url: string) => Promise<Result<null>>
  /** The address by which the server is reached from now on. */
  readonly move: (folder: Pick<BareFolder, 'store'>, url: string) => void
  /** Forgets the server; what was exchanged stays. */
  readonly forget: (folder: Pick<BareFolder, 'store' | 'ports'>) => void
}

export interface JoinedTo {
  readonly url: string
  readonly server: string
  readonly publicKey: string
  readonly unit: { readonly id: string; readonly kind: string; readonly code: string }
  readonly lastContact: string | null
  /** A copy of this folder is at work beside it. */
  readonly copied: boolean
}

export interface LeftServer {
  readonly url: string
  readonly at: string
  /** It has none of this office's cases. */
  readonly mayReturn: boolean
  /** An office goes up as it is; the folder of another unit never stood alone. */
  readonly mayJoin: boolean
}

export interface BareFolder {
  readonly store: Store
  readonly vault: Vault
  readonly ports: CorePorts
}

export interface Enrolling extends BareFolder {
  readonly url: string
  readonly code: string
  /** A stand-alone office that goes up as it is; null for an empty folder (SYNC-ENROL-3). */
  readonly standAlone: StandAlone | null
}

export interface StandAlone {
  readonly office: string
  readonly code: string
  readonly cases: number
  readonly numbers: { year: number; highest: number }[]
}

export interface SyncHandle {
  readonly state: () => ConnectionState
  /** The server whose signature proves every feed. */
  readonly server: () => { readonly id: string; readonly publicKey: Uint8Array }
  /** When the server last answered; null: it has not yet. */
  readonly lastContact: () => Instant | null
  /** A whole round; answers when it is done, or says why it is not. */
  readonly now: () => Promise<Result<null>>
  /** A commit was written. */
  readonly written: () => void
  /** Somebody looks at the window: without contact it tries soon. */
  readonly looked: () => void
  /** Goes on after a stop that only a person may lift (S18). */
  readonly allowHiding: () => void
  readonly retry: (commit: string) => Promise<Result<Outcome>>
  readonly withdraw: (commit: string, reason: string) => Promise<Result<Outcome>>
  readonly findPerson: (asked: {
    readonly user: string
    readonly country: string
    readonly kind: string
    readonly number: string
  }) => Promise<Result<readonly FoundElsewhere[]>>
  readonly proposedLinks: (asked: { readonly user: string }) => Promise<Result<readonly LinkProposal[]>>
  /** The server's word on a password; `sync-unreachable` when it cannot be asked. */
  readonly prove: (
    username: string,
    password: string,
  ) => Promise<Result<{ readonly user: UserSet; readonly verifier: string }>>
  readonly setPassword: (asked: {
    readonly username: string
    readonly old: string
    readonly verifier: string
  }) => Promise<Result<null>>
  /** Gives another user a password, by who manages users and his own password. */
  readonly givePassword: (asked: {
    readonly username: string
    readonly password: string
    readonly user: string
    readonly verifier: string
  }) => Promise<Result<null>>
  /** Files on their way. */
  readonly files: () => FilesOnTheirWay
  /** Fetches a file that somebody wants to open; waits a while for it. */
  readonly fetchFile: (address: string) => Promise<Result<null>>
  /** When no round runs. */
  readonly settled: () => Promise<void>
  readonly end: () => void
}

export interface FilesOnTheirWay {
  readonly up: { readonly files: number; readonly bytes: number }
  readonly down: { readonly files: number; readonly bytes: number }
  readonly onDemand: number
  readonly reason: OutcomeReason | null
  readonly moving: { readonly direction: 'up' | 'down'; readonly bytes: number; readonly size: number } | null
}

/** Two records that carry the same document, with the cases of both (L-16). */
export interface LinkProposal {
  readonly first: string
  readonly second: string
  readonly cases: readonly (FoundElsewhere & { readonly person: string })[]
}

export interface FoundElsewhere {
  readonly reference: string
  readonly type: string
  readonly receivedAt: string
  readonly office: Label
  readonly state: 'open' | 'answered' | 'closed'
}
