import { z } from 'zod'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { countries } from '#shared/domain/lists/office-events.ts'
import { asks, nothing } from './procedure.ts'
import type { WorkDone } from './system.ts'
import type { SessionView } from './views.ts'

const password = z.string().min(8).max(200)

export interface SetupStatus {
  /**
   * `empty`: no store yet; `locked`: the store needs a passphrase or recovery code; `ready`: sign in. A store that is damaged
   * or newer has no core: the host says so itself.
   */
  readonly kind: 'empty' | 'locked' | 'ready'
  /** Whose machine it is: the office, or the unit by which it joined a server. */
  readonly office: { readonly code: string; readonly name: { readonly ar: string; readonly en: string } } | null
  readonly practice: boolean
}

/** A backup file that lies where one would look for it. */
export interface FoundBackup {
  readonly path: string
  readonly at: Instant
  readonly size: number
}

export const setupContract = {
  status: asks(nothing).answers<SetupStatus>(),
  /** Backups to choose from; none once the folder holds an office. */
  foundBackups: asks(nothing).answers<readonly FoundBackup[]>(),
  create: asks(
    z.object({
      office: z.string().regex(/^[A-Z][A-Z0-9]{1,5}$/),
      nameAr: z.string().min(1).max(200),
      nameEn: z.string().min(1).max(200),
      country: z.enum(countries),
      adminUsername: z.string().regex(/^[\p{L}\p{N}._-]{2,40}$/u),
      adminName: z.string().min(1).max(200),
      password,
      practice: z.boolean().default(false),
      /** What the first user reads the window in. */
      language: z.enum(['ar', 'en']).default('ar'),
    }),
  ).answers<{ readonly recoveryCode: string }>(),
  unlock: asks(z.object({ secret: z.string().min(1).max(400) })).answers<null>(),
  /**
   * Restores a backup into this empty folder by its passphrase or recovery code; the machine becomes a new device epoch.
   * `highest`: the highest reference number that anybody has seen, empty when nobody knows.
   */
  restore: asks(
    z.object({
      path: z.string().max(4096),
      secret: z.string().min(1).max(400),
      highest: z.string().trim().max(100).default(''),
    }),
  ).answers<{ readonly cases: number }>(),
  /** How far a restore is, in bytes; null while none is under way (UI-8). */
  work: asks(nothing).answers<WorkDone | null>(),
}

export const sessionContract = {
  signIn: asks(z.object({ username: z.string().max(40), password: z.string().max(200) })).answers<SessionView>(),
  resume: asks(z.object({ token: z.string().max(200) })).answers<SessionView>(),
  me: asks(nothing).answers<SessionView>(),
  /** A forgotten password: the recovery code of the office proves that whoever asks may set a new one. */
  resetPassword: asks(
    z.object({ username: z.string().max(40), recoveryCode: z.string().max(400), password }),
  ).answers<null>(),
  signOut: asks(nothing).answers<null>(),
  changePassword: asks(z.object({ old: z.string().max(200), new: password })).answers<null>(),
}
