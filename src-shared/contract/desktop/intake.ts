import { z } from 'zod'
import { ComplainantInput, caseCommands } from '#shared/domain/case/commands.ts'
import type { Label } from '#shared/domain/access/events.ts'
import type { FileInput } from '#shared/domain/case/commands.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { CaseRef, asks, nothing } from './procedure.ts'
import { PersonForm } from './people.ts'
import type { CallerHistory } from './views.ts'

/** A known person by id, or the details of a new one; null for an anonymous case. */
export const PersonInput = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('known'), id: z.uuid(), changes: PersonForm.nullable().default(null) }),
  z.object({ kind: z.literal('new'), details: PersonForm }),
  /** The language that is written to somebody who gives no name (C-08). */
  z.object({ kind: z.literal('anonymous'), language: z.enum(['ar', 'en']).default('ar') }),
])
export type PersonInput = z.infer<typeof PersonInput>

/**
 * The registration form. Only type, channel, subject and text are compulsory for every type; `receivedAt` defaults to
 * now, and what the desk must do about the number is in R-03. Files are ones that were uploaded before.
 */
export const RegisterInput = z.object({
  person: PersonInput,
  ...caseCommands.register.omit({ complainant: true, files: true, receivedAt: true, session: true }).partial({
    form: true,
    stampedBy: true,
    pages: true,
    textLanguage: true,
    senderLetter: true,
    remedySought: true,
    subjects: true,
    cause: true,
    complainantKind: true,
    confidentiality: true,
    namedUsers: true,
    verification: true,
    numberTold: true,
    source: true,
  }).shape,
  /** ISO 8601 with offset; default: now. */
  receivedAt: z.string().max(40).optional(),
  contactableBy: ComplainantInput.shape.contactableBy.optional(),
  preferred: ComplainantInput.shape.preferred.optional(),
  /** The date that a person says it is, when the machine's clock is doubtful (SYNC-RECOVER-6). */
  today: z.iso.date().optional(),
  /** Ids of uploads, from the file route or `files.add`. */
  uploads: z.array(z.string().max(100)).max(100).default([]),
  /** The draft that this registration ends. */
  draft: z.string().max(64).optional(),
  /** The window saw it kept: if it is gone, another window registered or deleted it, and nothing is registered twice. */
  draftKept: z.boolean().default(false),
})
export type RegisterInput = z.input<typeof RegisterInput>

export interface Registered {
  readonly case: string
  readonly reference: string
  readonly due: Instant
  readonly receivedAt: Instant
  /** What the office calls it. */
  readonly type: Label
  /** Tracking code for the receipt. */
  readonly trackingCode: string
}

/** What a person should know of a file that was read. */
export const readWarnings = [
  'no-sender',
  'no-subject',
  'no-text',
  'no-date',
  'date-doubtful',
  'charset-guessed',
  'characters-lost',
  'text-cut',
  'outlook-container',
  'no-headers',
  'body-not-readable',
  'pages-cannot-be-shown',
  'attachment-empty',
  'attachment-program',
] as const
export type ReadWarning = (typeof readWarnings)[number]

/** What reading an e-mail or a scan proposes; a person decides. */
export interface IntakeProposal {
  readonly kind: 'email' | 'scan' | 'file'
  readonly uploads: readonly {
    readonly upload: string
    readonly name: string
    readonly mediaType: string
    readonly size: number
    readonly pages: number | null
  }[]
  readonly fields: {
    readonly subject: string
    readonly text: string
    readonly receivedAt: Instant | null
    readonly senderName: string
    readonly senderEmail: string
    readonly language: 'ar' | 'en'
    /** Reference number of a case that the message answers (C-05). */
    readonly belongsTo: string | null
    /** Reference number of the case that this very message is in already. */
    readonly takenInto: string | null
  }
  readonly warnings: readonly ReadWarning[]
}

export interface TakenFile {
  readonly file: string
  readonly status: 'registered' | 'draft' | 'rejected'
  readonly reference?: string
  readonly fields?: IntakeProposal['fields']
  readonly error?: { readonly code: string; readonly ar: string; readonly en: string }
}

export interface DraftForm {
  readonly id: string
  readonly savedAt: Instant
  readonly form: unknown
}

export const intakeContract = {
  register: asks(RegisterInput).answers<Registered>(),
  /**
   * people and their cases while the clerk types, by phone, document number, e-mail or name: of the texts, the surest
   * first, the first by which somebody is known.
   */
  history: asks(z.object({ texts: z.array(z.string().max(1000)).max(8) })).answers<{
    readonly callers: readonly CallerHistory[]
  }>(),
  /** Reads an uploaded .eml, .msg, TIFF, PDF or picture and proposes the fields. */
  readUpload: asks(z.object({ upload: z.string().max(100) })).answers<IntakeProposal>(),
  /** Takes a message or scan from a file: registers what is complete, else keeps a draft, else keeps the file and says why (command line). */
  takeFile: asks(z.object({ path: z.string().max(4096), kind: z.enum(['email', 'scan']) })).answers<TakenFile>(),
  /** Adds an uploaded message or file to the case it answers. */
  threadUpload: asks(z.object({ case: CaseRef, upload: z.string().max(100) })).answers<{
    readonly reference: string
  }>(),
  saveDraft: asks(z.object({ id: z.string().max(64), form: z.json() })).answers<{ readonly savedAt: Instant }>(),
  drafts: asks(nothing).answers<readonly DraftForm[]>(),
  discardDraft: asks(z.object({ id: z.string().max(64) })).answers<null>(),
}

export const filesContract = {
  /** Takes in a file by its path (Electron and command line); the window in a browser streams it to the file route. */
  add: asks(z.object({ path: z.string().max(4096), name: z.string().max(255).optional() })).answers<{
    readonly upload: string
    readonly name: string
    readonly mediaType: string
    readonly size: number
    readonly pages: number | null
  }>(),
  /** What was uploaded, so that it can be attached by `desk.addFiles`. */
  describe: asks(z.object({ upload: z.string().max(100) })).answers<z.infer<typeof FileInput>>(),
  /** Takes back a file that was removed from a form before it was sent: its bytes go too, unless a draft or a case names it (C-10). */
  drop: asks(z.object({ upload: z.string().max(100) })).answers<null>(),
  /** The route of the file itself, to be opened or kept by the person's own program. */
  openUrl: asks(z.object({ file: z.string().max(100), case: CaseRef.optional() })).answers<{ readonly url: string }>(),
  /** One page as a PNG, served at the given route (fax, PDF). */
  pageUrl: asks(
    z.object({
      file: z.string().max(100),
      case: CaseRef.optional(),
      page: z.int().min(1).max(5000),
      width: z.int().min(100).max(3000),
    }),
  ).answers<{
    readonly url: string
  }>(),
}
