import { z } from 'zod'
import type { Label } from '#shared/domain/access/events.ts'
import type { ReportAudience as Audience } from '#shared/domain/indicators/edition.ts'
import { ReportAudience } from '#shared/domain/indicators/edition.ts'
import type { ReportEdit } from '#shared/domain/indicators/report-edit.ts'
import { ReportEdits } from '#shared/domain/indicators/report-edit.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { asks, nothing } from './procedure.ts'
import type { ReportOnScreen } from './report-model.ts'
import type { Named } from './views.ts'

export const ReportRequest = z.object({
  kind: z.enum(['quarterly']),
  year: z.int().min(2000).max(2100),
  quarter: z.int().min(1).max(4),
  /** ISO 8601 with offset; default: now. */
  asOf: z.string().max(40).optional(),
  language: z.enum(['ar', 'en']).default('ar'),
  audience: ReportAudience.default('official'),
  /** The unit of one office that this machine's stands over; default: all whose cases it holds (N-05). Never an edition. */
  office: z.string().max(64).optional(),
  /** Exports although the flow does not reconcile (P6); printed in the report. */
  overrideNote: z.string().max(1000).optional(),
})
/** Makes it an edition that is kept as it is (P4); the first of a period needs no reason, every later one does. */
const Issue = z.object({ reason: z.string().trim().max(500).default('') })
export const StartReport = ReportRequest.extend({
  outDir: z.string().max(4096).optional(),
  issue: Issue.optional(),
  edits: ReportEdits.default([]),
})
export type StartReport = z.input<typeof StartReport>
export type ReportRequest = z.input<typeof ReportRequest>

/** Progress of long work; `done` carries the result, `failed` the refusal in both languages. */
export type JobView<T> =
  | { readonly kind: 'running'; readonly step: string; readonly done: number; readonly total: number }
  | { readonly kind: 'done'; readonly result: T }
  | { readonly kind: 'failed'; readonly code: string; readonly ar: string; readonly en: string }
  | { readonly kind: 'cancelled' }

export interface ReportFile {
  readonly name: string
  readonly format: 'docx' | 'xlsx' | 'json'
  readonly size: number
  readonly url: string
}

/** What a user wrote otherwise in the report of a period, in both languages, and has not issued yet. */
export const EditedTexts = z.object({
  year: z.int().min(2000).max(2100),
  quarter: z.int().min(1).max(4),
  edits: ReportEdits,
})
export type EditedTexts = z.infer<typeof EditedTexts>

/** A report that was issued; newest first. */
export interface EditionView {
  /** Id of the event that says so. */
  readonly id: string
  readonly kind: 'quarterly'
  readonly year: number
  readonly quarter: number
  readonly edition: number
  readonly reason: string | null
  readonly audience: Audience
  readonly asOf: Instant
  readonly issuedAt: Instant
  readonly issuedBy: Label
  readonly definitions: string
  /** Its texts that were edited, beside what they replace. */
  readonly edits: readonly ReportEdit[]
  readonly files: readonly Pick<ReportFile, 'name' | 'format' | 'size'>[]
}

export interface FigureView {
  readonly code: string
  readonly by?: Readonly<Record<string, string>>
  readonly value: number | null
  readonly unit: 'count' | 'ratio' | 'minutes' | 'index'
  readonly numerator: number | null
  readonly denominator: number | null
  readonly provisional: boolean
}

export interface Card {
  readonly code: string
  readonly name: Label
  readonly definition: Label
  readonly figure: FigureView
  readonly cases: readonly string[]
  /** What the figure is read beside: the open ones beside the overdue. */
  readonly beside: { readonly figure: FigureView; readonly name: Label; readonly cases: readonly string[] } | null
  /** Same figure in the twelve periods before, oldest first. */
  readonly trend: readonly {
    readonly label: string
    readonly value: number | null
    /** How many cases it opens for the caller: none where he may not open what is counted. */
    readonly cases: number
  }[]
}

/** One office beside the others: the figures by which they are compared (N-05). */
export interface OfficeRow {
  readonly office: Named
  readonly figures: readonly { readonly figure: FigureView; readonly name: Label; readonly cases: readonly string[] }[]
}

const AnOffice = z.string().max(64).optional()
const Departments = z.array(z.string().max(64)).max(200).default([])

export const reportsContract = {
  /**
   * The four cards: timeliness, open and overdue, time to solve, satisfaction (K-06: computed from the events at every
   * call), of the office, or of what was referred to one department or a group of them. Whoever stands over offices has all
   * of them there, or the one that he names, and beside the cards of all a row for each (N-05).
   */
  dashboard: asks(z.object({ departments: Departments, office: AnOffice }).default({ departments: [] })).answers<{
    readonly asOf: Instant
    readonly cards: readonly Card[]
    /** Offices that it can be asked for; none where there is only this machine's. */
    readonly offices: readonly Named[]
    readonly byOffice: readonly OfficeRow[]
    /** Which strictly confidential cases are counted: all; those that users of this machine are named for; none. */
    readonly strict: 'all' | 'named' | 'none'
    /** Cases that the office registered in the running quarter and another unit has now: no card counts them (G-07). */
    readonly movedAway: number
  }>(),
  /** The cases behind one month of a card's trend, the label that the card gave it (B-01). */
  casesOfMonth: asks(
    z.object({
      departments: Departments,
      office: AnOffice,
      code: z.string().max(60),
      month: z.string().regex(/^\d{4}-\d{2}$/),
    }),
  ).answers<readonly string[]>(),
  /** Offices that a report can be made of: this machine's, and those it stands over (N-05). */
  offices: asks(nothing).answers<readonly Named[]>(),
  /** The report on screen: sections and figures; `model` is the one report model. */
  preview: asks(ReportRequest).answers<{
    readonly model: ReportOnScreen
    readonly figures: readonly FigureView[]
    readonly reconciled: boolean
  }>(),
  start: asks(StartReport).answers<{ readonly job: string }>(),
  job: asks(z.object({ job: z.string().max(64) })).answers<JobView<{ readonly files: readonly ReportFile[] }>>(),
  cancel: asks(z.object({ job: z.string().max(64) })).answers<null>(),
  /** The caller's own texts of every period, kept on this machine so that no closed window loses them. */
  editedTexts: asks(nothing).answers<readonly EditedTexts[]>(),
  /** Takes the place of what was kept of the period; no edits forget it. */
  keepTexts: asks(EditedTexts).answers<null>(),
  /** Every edition that was issued, newest first. */
  editions: asks(nothing).answers<readonly EditionView[]>(),
  /** Its files, byte for byte as they were issued (P4). */
  editionFiles: asks(z.object({ id: z.string().max(64), outDir: z.string().max(4096).optional() })).answers<{
    readonly files: readonly ReportFile[]
  }>(),
  /** The cases behind a figure (B-01). */
  casesOf: asks(
    ReportRequest.extend({
      code: z.string().max(60),
      by: z.record(z.string(), z.string()).optional(),
      /** Further splits of the code, where a number is the sum of several. */
      also: z.array(z.record(z.string(), z.string())).max(2000).optional(),
      /** The numerator's alone. */
      part: z.enum(['counted']).optional(),
    }),
  ).answers<readonly string[]>(),
}
