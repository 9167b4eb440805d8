import type { AttachmentStore } from '#core/attachments/attachment-store.ts'
import type { CorePorts } from '#core/ports.ts'
import type { Chain } from '#core/store/chain.ts'
import type { Store } from '#core/store/open-store.ts'
import type { Changes } from './changes.ts'
import type { Jobs } from './jobs.ts'
import type { ReferenceData } from './reference-data.ts'
import type { Sessions } from './sessions.ts'
import type { SyncHandle } from './sync-handle.ts'
import type { SignInGuard } from './sign-in-guard.ts'
import type { Tickets } from './tickets.ts'
import type { Uploads } from './uploads.ts'
import type { Credentials } from './credentials.ts'

/** An opened data folder and all that its services share. */
export interface Office {
  readonly store: Store
  /** This machine's own; another one after a clone or a restore was found (SYNC-PUSH-5). */
  chain: Chain
  readonly ports: CorePorts
  readonly files: AttachmentStore
  readonly changes: Changes
  readonly jobs: Jobs
  readonly sessions: Sessions
  readonly guard: SignInGuard
  readonly credentials: Credentials
  readonly tickets: Tickets
  readonly uploads: Uploads
  /** Made by the command line's set-up: `--as` needs no password. */
  readonly automation: boolean
  readonly zoneVersion: string
  /** What must end before the store closes. */
  readonly onClose: (() => void)[]
  /** The exchange with a server; null for an office that stands alone. */
  sync: SyncHandle | null
  /** Folded reference data; a new value after each change. */
  reference: ReferenceData
}
