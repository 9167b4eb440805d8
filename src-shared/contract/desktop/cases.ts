import { z } from 'zod'
import { complexities, confidentialities, importances, priorities, statuses } from '#shared/domain/case/codes.ts'
import type { DueExplanation } from '#shared/domain/clock/explain.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { CaseRef, Page, asks } from './procedure.ts'
import type { CasePage, CaseView, HeldView, Named, Receiver } from './views.ts'

/** What a department's liaison works down (F-01 to F-08): referrals to his own unit, whoever's case they belong to. */
const liaisonQueues = [
  'ref_to_acknowledge',
  'ref_to_answer',
  'ref_questions',
  'ref_waiting',
  'ref_directorates',
  'ref_due_today',
  'ref_late',
] as const

/** The queues of the frame (ui rule 6). */
export const queueNames = [
  'my_work',
  'to_triage',
  'awaiting_departments',
  'awaiting_info',
  'suspended',
  'overdue',
  'due_soon',
  'awaiting_approval',
  'to_send',
  'to_call',
  'to_reopen',
  'to_close',
  'external',
  'incomplete_closed',
  'all_open',
  'all',
  'conflicts',
  'held_work',
  'late_referrals',
  'unheard',
  ...liaisonQueues,
] as const
export const QueueName = z.enum(queueNames)
export type QueueName = z.infer<typeof QueueName>

export const sortKeys = ['due', 'received', 'priority', 'reference'] as const

/** Years that the clocks can count; outside them a local day has no beginning. */
const FilterDate = z.iso.date().refine((date) => date >= '1900-01-01' && date <= '2200-12-31', '1900–2200')

export const CaseFilter = z.object({
  status: z.array(z.enum(statuses)).max(30).optional(),
  /** Entries of the list of types. */
  type: z.array(z.string().max(64)).max(50).optional(),
  channel: z.array(z.string().max(64)).max(50).optional(),
  department: z.array(z.string().max(64)).max(100).optional(),
  /** Whose case it is: of the offices that this machine's stands over (N-05). */
  office: z.array(z.string().max(64)).max(100).optional(),
  service: z.array(z.string().max(64)).max(100).optional(),
  complexity: z.array(z.enum(complexities)).max(3).optional(),
  importance: z.array(z.enum(importances)).max(3).optional(),
  priority: z.array(z.enum(priorities)).max(4).optional(),
  confidentiality: z.array(z.enum(confidentialities)).max(3).optional(),
  handler: z.array(z.string().max(64)).max(100).optional(),
  person: z.string().max(64).optional(),
  /** Local dates, both inclusive. */
  receivedFrom: FilterDate.optional(),
  receivedTo: FilterDate.optional(),
  /** Past the due date and not answered; for a department its own referral. */
  late: z.literal(true).optional(),
  /** Words of the text or a part of the number. */
  text: z.string().max(200).optional(),
  /** Exactly these cases: how a figure opens its cases (B-01). */
  ids: z.array(z.string().max(64)).max(200_000).optional(),
})
export type CaseFilter = z.infer<typeof CaseFilter>

/** Of a file that is taken out: that of the window; default: the user's own. */
const FileLanguage = z.enum(['ar', 'en']).optional()

const OrderedQueue = z.object({
  queue: QueueName,
  filter: CaseFilter.default({}),
  sort: z.enum(sortKeys).default('due'),
  descending: z.boolean().default(false),
})

/** A registration that the server holds or refused: it stands with the work of the machine that made it, and in no list (S2). */
export interface HeldRegistration extends Pick<HeldView, 'actor' | 'at' | 'reason' | 'isHere'> {
  readonly reference: string
}

/** A case that this unit lost by a move: what whoever holds its receipt is told, and nothing else of it (G-07). */
export interface MovedCase {
  readonly reference: string
  readonly registeredAt: Instant
  /** When it came to the unit that has it now. */
  readonly movedAt: Instant
  readonly unit: Named
}

export const casesContract = {
  queue: asks(OrderedQueue.extend({ page: Page.default({ offset: 0, limit: 100 }) })).answers<CasePage>(),
  /** The whole list as a file for a spreadsheet (CSV, UTF-8); the export is itself recorded (B-15, B-16). */
  exportList: asks(OrderedQueue.extend({ language: FileLanguage })).answers<{
    readonly name: string
    readonly url: string
  }>(),
  /** The list as a paper: its first lines, and how many there are; that it was printed is recorded (G-06). */
  paperList: asks(OrderedQueue).answers<CasePage>(),
  /** Of all cases here, or of one office's (N-05); every number is that of its list. */
  counts: asks(z.object({ office: z.string().max(64).optional() }).optional()).answers<
    Readonly<Record<QueueName, number>>
  >(),
  get: asks(z.object({ case: CaseRef })).answers<CaseView>(),
  /** The whole history, as far as the caller may see it, as a file for a spreadsheet (CSV, UTF-8); the export is itself recorded (G-06). */
  exportHistory: asks(z.object({ case: CaseRef, language: FileLanguage })).answers<{
    readonly name: string
    readonly url: string
  }>(),
  /** Number, name, document number, phone, words of the text: one box (L-13, P-03). Without a text all that the filter leaves, newest first. */
  search: asks(
    z.object({
      text: z.string().max(400).default(''),
      filter: CaseFilter.default({}),
      page: Page.default({ offset: 0, limit: 50 }),
    }),
  ).answers<
    CasePage & {
      readonly ms: number
      /** What was typed is a whole reference number, but its check digit does not fit: the number as it was read. */
      readonly slip: string | null
      /** A department's words stand in more cases than are read: so many of the newest were; null: nothing was left out. */
      readonly readOnly: number | null
      /** What was typed is the number of a registration of this machine that does not stand, so that no list shows it (S2). */
      readonly held: HeldRegistration | null
      /** What was typed is the number of a case that this unit lost by a move (G-07). */
      readonly moved: MovedCase | null
      readonly hits: readonly { readonly reference: string; readonly subject: string; readonly score: number }[]
    }
  >(),
  /** Cases that this unit lost by a move, the last first; none for a department. */
  movedAway: asks(z.object({ page: Page.default({ offset: 0, limit: 100 }) })).answers<{
    readonly total: number
    readonly lines: readonly MovedCase[]
  }>(),
  /** Similar earlier cases while the text is typed (same person; like text). */
  similar: asks(z.object({ text: z.string().max(20_000), person: z.string().max(64).optional() })).answers<CasePage>(),
  /** Departments where nobody would receive a referral of this case: told before it is sent, and no hindrance. */
  lackingReceivers: asks(z.object({ case: CaseRef })).answers<readonly Receiver[]>(),
  explainDue: asks(z.object({ case: CaseRef, referral: z.uuid().optional() })).answers<DueExplanation>(),
}
