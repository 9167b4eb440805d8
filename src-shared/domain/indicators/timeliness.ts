import { inTime } from '#shared/domain/clock/case-clock.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { Book, CycleRow } from './book.ts'
import { isInPeriod } from './book.ts'
import { countOf, groupBy, ratioOf, unknownCode } from './figure.ts'
import type { Figure, Split } from './figure.ts'

/*
 * Timeliness (K3). Headline: what fell due in the period, open late ones included (B-02); beside it what was resolved
 * in the period, for comparison with other institutions. A case that waits undecided past its due date is late too.
 */

/** In: book. Out: K3a, K3b, K3c for first, reopened and all cycles, with splits, the late and their delay. */
export function timelinessFigures(book: Book): readonly Figure[] {
  const due = book.cycles.filter((row) => isDueInPeriod(book, row))
  const resolved = book.cycles.filter((row) => isInPeriod(book, row.cycle.resolvedAt))
  return [
    ...rates(book, { code: 'K3a', rows: due, rate: (rows, by) => metBy(rows, dueOrig, by) }),
    ...rates(book, { code: 'K3b', rows: resolved, rate: (rows, by) => metBy(rows, dueOrig, by) }),
    ...rates(book, {
      code: 'K3c',
      rows: due,
      rate: (rows, by) => ({ ...metBy(rows, dueNow, by), observed: stillExtended(book, rows) }),
    }),
    ratioOf('K3c.extended', { base: due, met: due.filter(({ cycle }) => cycle.extensionReasons.length > 0) }),
    ...lateFigures(due.filter((row) => !isMet(row, dueOrig))),
  ]
}

type Due = (row: CycleRow) => Instant | null
const dueOrig: Due = ({ cycle }) => cycle.dueOrig
const dueNow: Due = ({ cycle }) => cycle.dueNow

const isMet = (row: CycleRow, due: Due): boolean => {
  const moment = due(row)
  if (row.cycle.resolvedAt === null || moment === null) return false
  // Cheaper than looking at minutes, and true for most.
  return row.cycle.resolvedAt <= moment || inTime(row.cycle.resolvedAt, moment)
}

interface Met {
  readonly base: readonly CycleRow[]
  readonly met: readonly CycleRow[]
  readonly observed?: number
  readonly by?: Split
}

const metBy = (rows: readonly CycleRow[], due: Due, by: Split | undefined): Met => ({
  base: rows,
  met: rows.filter((row) => isMet(row, due)),
  ...(by === undefined ? {} : { by }),
})

interface Rates {
  readonly code: string
  readonly rows: readonly CycleRow[]
  readonly rate: (rows: readonly CycleRow[], by?: Split) => Met
}

function rates(book: Book, { code, rows, rate }: Rates): readonly Figure[] {
  const first = rows.filter(({ cycle }) => cycle.number === 1)
  const reopened = rows.filter(({ cycle }) => cycle.number > 1)
  const whole = [
    ratioOf(`${code}.cycle1`, rate(first)),
    ratioOf(`${code}.reopened`, rate(reopened)),
    ratioOf(`${code}.all`, rate(rows)),
  ]
  if (book.detail === 'headline') return whole
  return [
    ...whole,
    ...groupBy(first, ({ cycle }) => cycle.complexity).map(([complexity, group]) =>
      ratioOf(`${code}.cycle1`, rate(group, { complexity })),
    ),
    ...groupBy(rows, ({ cycle }) => cycle.complexity).map(([complexity, group]) =>
      ratioOf(`${code}.all`, rate(group, { complexity })),
    ),
    ...groupBy(rows, departmentsOf).map(([department, group]) => ratioOf(`${code}.all`, rate(group, { department }))),
    ...groupBy(rows, ({ cycle }) => cycle.service).map(([service, group]) =>
      ratioOf(`${code}.all`, rate(group, { service })),
    ),
  ]
}

/** In: a cycle. Out: the departments it was referred to then (bug 3), or the one mark for none. */
export function departmentsOf({ cycle }: CycleRow): readonly string[] {
  return cycle.departments.length === 0 ? [unknownCode] : cycle.departments
}

function isDueInPeriod(book: Book, { of, cycle, isLast }: CycleRow): boolean {
  if (!isInPeriod(book, cycle.dueOrig)) return false
  if (cycle.end === 'rejected') return false
  return !(isLast && leftBefore(of.exitAt, cycle.dueOrig))
}

/** Withdrawn, filed or sent to another body before it fell due, and so never late nor in time. */
const leftBefore = (exitAt: Instant | null, due: Instant): boolean => exitAt !== null && exitAt < due

/** Extended beyond the moment of observation and not resolved: whether the extension helped is not known yet. */
function stillExtended(book: Book, rows: readonly CycleRow[]): number {
  return rows.filter(
    ({ cycle }) =>
      cycle.resolvedAt === null && cycle.endedAt === null && cycle.dueNow !== null && cycle.dueNow >= book.asOf,
  ).length
}

/** Late cycles by what held them up, and each department's part in it; a cycle may wait for two of them. */
function lateFigures(late: readonly CycleRow[]): readonly Figure[] {
  const departments = groupBy(late, ({ referrals }) => [
    ...new Set(referrals.filter(isLateReply).map(({ department }) => department)),
  ])
  return [
    countOf('K3a.late', late),
    ...groupBy(late, delayOf).map(([delay, rows]) => countOf('K3a.late', rows, { delay })),
    ...departments.map(([department, rows]) => countOf('K3a.late', rows, { delay: 'department', department })),
  ]
}

/** A department past its own due date; no decision on acceptance by the case's due date; else the office's own work. */
function delayOf({ cycle, referrals }: CycleRow): 'department' | 'undecided' | 'own_office' {
  if (referrals.some(isLateReply)) return 'department'
  const { number, acceptedAt, dueOrig: due } = cycle
  const isUndecided = number === 1 && (acceptedAt === null || (due !== null && acceptedAt > due))
  return isUndecided ? 'undecided' : 'own_office'
}

const isLateReply = ({ cancelled, repliedAt, dueAt }: CycleRow['referrals'][number]): boolean =>
  !cancelled && (repliedAt === null || !inTime(repliedAt, dueAt))
