import { instantOfMinute, minuteOf } from '#shared/domain/clock/instant.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { workingDaysBetween } from '#shared/domain/clock/working-time.ts'
import type { Book, CaseRow, CycleRow } from './book.ts'
import { countOf, groupBy, unknownCode } from './figure.ts'
import type { Figure } from './figure.ts'
import { openAt } from './flow.ts'

/** Ages in whole working days from receipt (K7b); the last has no upper end. */
export const ageBands = [
  { code: '0-3', upTo: 3 },
  { code: '4-5', upTo: 5 },
  { code: '6-10', upTo: 10 },
  { code: '11-20', upTo: 20 },
  { code: '21-60', upTo: 60 },
  { code: '60+', upTo: null },
] as const

export interface AgedCycle {
  readonly row: CycleRow
  readonly age: number
  /** It ended between the end of the period and the moment of the data. */
  readonly hasEnded: boolean
}

/** In: book. Out: K7a with its parts and K7b, at the last minute of what is counted; followers of open leads apart. */
export function backlogFigures(book: Book): readonly Figure[] {
  const open = openAt(book, book.until)
  const parts = new Map(groupBy(open, (row) => partOf(book, row)))
  const whole = [
    countOf('K7a', open),
    ...openParts.map((part) => countOf(`K7a.${part}`, parts.get(part) ?? [])),
    countOf('K7a.followers', openFollowers(book, open)),
  ]
  if (book.detail === 'headline') return whole
  const ages = new Map(groupBy(open, (row) => ageBandOf(ageOf(book, row))))
  return [...whole, ...ageBands.map(({ code }) => countOf('K7b', ages.get(code) ?? [], { age: code }))]
}

/** In: book. Out: cycles late at its end and at the moment of observation too: what came between may have ended them. */
export function stillOverdue(book: Book): readonly CycleRow[] {
  const now = { ...book, until: book.asOf }
  return stillOpen(book).filter((row) => [book, now].every((then) => partOf(then, row) === 'overdue'))
}

/** In: book. Out: the ten oldest cycles open at its end, oldest receipt first, and which have ended since (K7b); printed by number only. */
export function oldestOpen(book: Book): readonly AgedCycle[] {
  return openAt(book, book.until)
    .toSorted((a, b) => (a.of.receivedAt < b.of.receivedAt ? -1 : 1))
    .slice(0, 10)
    .map((row) => ({ row, age: ageOf(book, row), hasEnded: row.cycle.endedAt !== null }))
}

const stillOpen = (book: Book): readonly CycleRow[] =>
  openAt(book, book.until).filter(({ cycle }) => cycle.endedAt === null)

const openParts = ['satisfaction', 'overdue', 'soon', 'later', 'external'] as const
export type OpenPart = (typeof openParts)[number]

/** In: book, an open cycle. Out: the part of K7a it stands in. Overdue is past the due date with approved extensions, and not suspended in time (W4). */
export function partOf(book: Book, { of, cycle, isLast }: CycleRow): OpenPart {
  if (cycle.resolvedAt !== null && cycle.resolvedAt < book.until) return 'satisfaction'
  if (isLast && of.exit === 'external' && of.exitAt !== null && of.exitAt < book.until) return 'external'
  const due = cycle.dueNow ?? cycle.dueOrig
  if (due === null || isHeld(book, cycle.suspensions, due)) return 'later'
  if (due < book.until) return 'overdue'
  const left = workingDaysBetween(book.calendarOf(of.office), lastMinute(book), due)
  return left <= book.targets.dueSoonDays ? 'soon' : 'later'
}

/** A suspension moves the due date when it ends: one that ended later was in time when the moved date is not before its end. */
const isHeld = (book: Book, suspensions: CycleRow['cycle']['suspensions'], due: Instant): boolean =>
  suspensions.some(([from, to]) => from < book.until && (to === null || to >= book.until) && due >= (to ?? from))

const ageOf = (book: Book, { of }: CycleRow): number =>
  workingDaysBetween(book.calendarOf(of.office), of.receivedAt, lastMinute(book))

/** The last band has no end, so one always holds. */
const ageBandOf = (age: number): string =>
  ageBands.find(({ upTo }) => upTo === null || age <= upTo)?.code ?? unknownCode

/** In: book. Out: the last minute of what is counted: the period ends at a midnight that already belongs to the next day (P1). */
export const lastMinute = (book: Book) => instantOfMinute(minuteOf(book.until) - 1)

function openFollowers(book: Book, open: readonly CycleRow[]): readonly CaseRow[] {
  const leads = new Set(open.map(({ id }) => id))
  return book.submissions.filter(
    ({ of }) => of.link === 'duplicate' && of.lead !== null && leads.has(of.lead) && (of.linkedAt ?? '') < book.until,
  )
}
