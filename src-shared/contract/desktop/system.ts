import { eventIterator, oc } from '@orpc/contract'
import { z } from 'zod'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { asks, nothing } from './procedure.ts'

export interface VerifyReport {
  readonly ok: boolean
  readonly events: number
  readonly commits: number
  readonly problems: readonly { readonly seq: number; readonly id: string; readonly why: string }[]
}

export interface DoctorReport {
  readonly ok: boolean
  readonly checks: readonly { readonly name: string; readonly ok: boolean; readonly ar: string; readonly en: string }[]
}

export interface ImportReport {
  readonly cases: number
  readonly events: number
  /** Events already there from an earlier run. */
  readonly repeated: number
  readonly rejected: readonly {
    readonly line: number
    readonly code: string
    readonly ar: string
    readonly en: string
  }[]
}

export interface BackupView {
  readonly name: string
  readonly at: Instant
  readonly size: number
}

export const LongWork = z.enum(['demo', 'backup', 'import'])
export type LongWork = z.infer<typeof LongWork>

export interface WorkDone {
  readonly done: number
  readonly total: number
}

export const systemContract = {
  health: asks(nothing).answers<{
    readonly version: string
    readonly cases: number
    readonly events: number
    readonly lastBackup: Instant | null
    /** A copy in a file of the user's choice, which the program does not look after. */
    readonly lastFullCopy: Instant | null
    /** For longer than the program promises none was made (S12). */
    readonly backupLate: boolean
    /** The file was read through after the start, and something in it cannot be read any more (S1). */
    readonly damaged: boolean
    readonly indexing: boolean
    readonly link: { readonly kind: 'stand_alone' }
  }>(),
  /** How far practice data, a backup or an import are; null while there is nothing to count (UI-8). */
  work: asks(z.object({ kind: LongWork })).answers<WorkDone | null>(),
  verify: asks(nothing).answers<VerifyReport>(),
  doctor: asks(z.object({ rebuild: z.boolean().default(false) }).optional()).answers<DoctorReport>(),
  stateHash: asks(nothing).answers<{ readonly cases: number; readonly hash: string }>(),
  backups: asks(nothing).answers<readonly BackupView[]>(),
  backup: asks(z.object({ path: z.string().max(4096).optional() })).answers<BackupView & { readonly path: string }>(),
  /** Past cases with their real times, one JSON event a line (docs/history-format.md); resumable, idempotent by external id. */
  importHistory: asks(z.object({ path: z.string().max(4096) })).answers<ImportReport>(),
  /** Practice data (G-08): deterministic by seed; only in a practice folder. */
  demo: asks(z.object({ cases: z.int().min(1).max(200_000), seed: z.int().min(0) })).answers<{
    readonly cases: number
  }>(),
  /** New recovery code and passphrase slot; the code is shown once. */
  newRecoveryCode: asks(z.object({ password: z.string().max(200) })).answers<{ readonly recoveryCode: string }>(),
  setPassphrase: asks(
    z.object({ passphrase: z.string().min(10).max(200), password: z.string().max(200) }),
  ).answers<null>(),
}

/** What changed, as topics (`case:<id>`, `unseen`: cases that the caller may not see, `queues`, `lists`, `users`, `settings`, `jobs`); the window refreshes what it shows of them. */
export const eventsContract = {
  changes: oc.input(nothing).output(eventIterator(z.object({ topics: z.array(z.string()) }))),
}
