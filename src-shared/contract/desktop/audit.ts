import { z } from 'zod'
import type { Label } from '#shared/domain/access/events.ts'
import { Instant } from '#shared/domain/clock/instant.ts'
import { CaseRef, Page, asks } from './procedure.ts'
import type { Change, Named } from './views.ts'

/** What this machine's audit holds: reads, sign-ins, and changes of what the office works by (G-06). */
export const auditKinds = [
  'case_opened',
  'file_opened',
  'person_opened',
  'searched_identity',
  'letter_seen',
  'printed',
  'exported',
  'session_opened',
  'password_reset',
  'report_issued',
  'admin_changed',
  'person_changed',
] as const
export const AuditKind = z.enum(auditKinds)
export type AuditKind = z.infer<typeof AuditKind>

/** Without a kind: all but issued reports and the changes of administration and of people. `from` counts, `to` does not. */
export const AuditFilter = z.object({
  kind: AuditKind.optional(),
  user: z.string().max(64).optional(),
  case: CaseRef.optional(),
  from: Instant.optional(),
  to: Instant.optional(),
})
export type AuditFilter = z.infer<typeof AuditFilter>

/** What a line is about; `hidden` is a case or person that the reader of the audit may not open. */
export type AuditSubject =
  | { readonly kind: 'case'; readonly id: string; readonly reference: string }
  | { readonly kind: 'person'; readonly id: string; readonly name: string }
  | { readonly kind: 'hidden'; readonly what: 'case' | 'person' }
  | { readonly kind: 'thing'; readonly name: Label }
  | { readonly kind: 'none' }

export interface AuditLine {
  readonly id: string
  readonly at: Instant
  readonly by: Named
  readonly kind: AuditKind
  readonly subject: AuditSubject
  readonly via: 'window' | 'cli' | 'import' | 'duty'
  readonly device: string
  /** What a change of administration or of a person changed; none where it set it for the first time, or is only a reading. */
  readonly changes: readonly Change[]
}

export const auditContract = {
  /** Newest first. Needs the right `audit`. */
  list: asks(AuditFilter.extend({ page: Page.default({ offset: 0, limit: 100 }) })).answers<{
    readonly total: number
    readonly lines: readonly AuditLine[]
  }>(),
  /** All these lines, however many, as a file for a spreadsheet (CSV, UTF-8), in the language of the window, by default the user's own; the export is itself recorded. */
  export: asks(AuditFilter.extend({ language: z.enum(['ar', 'en']).optional() })).answers<{
    readonly name: string
    readonly url: string
    readonly lines: number
  }>(),
}
