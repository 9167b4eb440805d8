import type { CompiledCalendar } from '#shared/domain/clock/compiled-calendar.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { ServiceTargets } from '#shared/domain/clock/limits.ts'
import { must } from '#shared/lib/assert.ts'
import { registeredInError } from '#shared/domain/case/codes.ts'
import type { CaseFacts, CaseRecord, CycleFacts, ReferralFacts } from './facts.ts'
import { factsAsOf } from './facts-as-of.ts'

/** What figures need besides facts. A period is [from, to) in the institution's zone (P2). */
export interface FigureContext {
  readonly from: Instant
  readonly to: Instant
  /** The moment of observation: nothing later is known, and windows that end later are not over (P3). */
  readonly asOf: Instant
  readonly zone: string
  /** Practice offices report practice cases, real ones real cases, never both. */
  readonly practice: boolean
  /** Calendar of an office or department (W1). */
  readonly calendarOf: (unit: string) => CompiledCalendar
  readonly targets: ServiceTargets
  /** Channels answered within one contact: call, counter (K1). */
  readonly isSynchronous: (channel: string) => boolean
}

export interface CaseRow {
  readonly id: string
  readonly of: CaseFacts
  readonly last: CycleFacts
}

/** A cycle with its case beside it; `id` is the case's, so that figures open cases. */
export interface CycleRow {
  readonly id: string
  readonly of: CaseFacts
  readonly cycle: CycleFacts
  readonly isLast: boolean
  /** The cycle before it; null for the first. */
  readonly before: CycleFacts | null
  readonly referrals: readonly ReferralFacts[]
}

export interface ReferralRow {
  readonly id: string
  readonly of: CaseFacts
  readonly cycle: CycleFacts
  readonly referral: ReferralFacts
}

export type Detail = 'all' | 'headline'

/** Facts laid out for one period; every population is chosen here, once. */
export interface Book extends FigureContext {
  /** End of what is counted: the period's end, or the moment of observation inside a running period. */
  readonly until: Instant
  /** `headline` leaves the splits out: trends and earlier periods print none. */
  readonly detail: Detail
  /** Every submitted complaint, followers of a duplicate group too: received and P6. */
  readonly submissions: readonly CaseRow[]
  readonly submittedCycles: readonly CycleRow[]
  /** CMP of spec/kpis.md 5.1. */
  readonly complaints: readonly CaseRow[]
  readonly cycles: readonly CycleRow[]
  readonly referrals: readonly ReferralRow[]
  /** Repeats by the case they repeat. */
  readonly repeatsOf: ReadonlyMap<string, readonly CaseRow[]>
}

/** In: facts, context, how much. Out: the populations. Facts after the moment of observation are left out. */
export function openBook(records: readonly CaseRecord[], context: FigureContext, detail: Detail = 'all'): Book {
  const submissions: CaseRow[] = []
  const submittedCycles: CycleRow[] = []
  const complaints: CaseRow[] = []
  const cycles: CycleRow[] = []
  const referrals: ReferralRow[] = []
  for (const now of records) {
    if (now.of.type !== 'complaint' || now.of.practice !== context.practice) continue
    if (!matters(now.of, context)) continue
    const record = factsAsOf(now, context.asOf)
    if (record === null) continue
    const last = must(record.cycles.at(-1), 'every case has a cycle')
    const row = { id: record.of.id, of: record.of, last }
    const rows = record.cycles.map((_, place) => cycleRow(record, place))
    submissions.push(row)
    submittedCycles.push(...rows)
    if (!isComplaint(record.of)) continue
    complaints.push(row)
    cycles.push(...rows)
    for (const each of rows) {
      for (const referral of each.referrals) referrals.push({ id: row.id, of: row.of, cycle: each.cycle, referral })
    }
  }
  const until = context.asOf < context.to ? context.asOf : context.to
  return {
    ...context,
    until,
    detail,
    submissions,
    submittedCycles,
    complaints,
    cycles,
    referrals,
    repeatsOf: repeats(complaints),
  }
}

/**
 * In: facts of a case, period. Out: whether any figure of the period can depend on it.
 * Most cases of many years were over before the period or came after it; leaving them out makes trends cheap.
 * A later repeat still tells that an earlier case was not solved (K1).
 */
export function matters(
  { mattersUntil, receivedAt, link }: CaseFacts,
  { from, to }: Pick<FigureContext, 'from' | 'to'>,
): boolean {
  if (mattersUntil !== null && mattersUntil < from) return false
  return receivedAt < to || link === 'repeat'
}

/** In: a moment, book. Out: whether it lies in what is counted of the period. */
export function isInPeriod(book: Book, moment: Instant | null): moment is Instant {
  return moment !== null && moment >= book.from && moment < book.until
}

const isComplaint = (of: CaseFacts): boolean =>
  of.link !== 'duplicate' && !(of.exit === 'filed' && of.exitReason === registeredInError)

function cycleRow(record: CaseRecord, place: number): CycleRow {
  const { of, cycles, referrals } = record
  const cycle = must(cycles[place], 'a cycle of the case')
  const own = cycles.length === 1 ? referrals : referrals.filter((referral) => referral.cycle === cycle.number)
  return {
    id: of.id,
    of,
    cycle,
    isLast: place === cycles.length - 1,
    before: cycles[place - 1] ?? null,
    referrals: own,
  }
}

function repeats(complaints: readonly CaseRow[]): ReadonlyMap<string, readonly CaseRow[]> {
  const found = new Map<string, CaseRow[]>()
  for (const complaint of complaints) {
    if (complaint.of.link !== 'repeat' || complaint.of.lead === null) continue
    found.set(complaint.of.lead, [...(found.get(complaint.of.lead) ?? []), complaint])
  }
  return found
}
