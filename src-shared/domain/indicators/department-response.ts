import { inTime } from '#shared/domain/clock/case-clock.ts'
import { normalDayMinutes } from '#shared/domain/clock/calendar.ts'
import { workingDaysBetween, workingMinutesBetween } from '#shared/domain/clock/working-time.ts'
import { lastMinute } from './backlog.ts'
import type { Book, ReferralRow } from './book.ts'
import { isInPeriod } from './book.ts'
import { countOf, durationsOf, groupBy, quotientOf, ratioOf } from './figure.ts'
import type { Figure, Measured, Split } from './figure.ts'

/*
 * Response of departments: K2b, K6a to K6e, K8, for all and for each. Cohort of K6a to K6c and K8: referrals that fell
 * due in the period. Out of it: cancelled; returned within the acknowledgement limit; waived by the team before due.
 */

/** A department that returns a referral within so many working days has not kept the office waiting. */
const acknowledgementDays = 1

/** In: book. Out: the figures for all departments, then for each. */
export function departmentFigures(book: Book): readonly Figure[] {
  const departments = groupBy(book.referrals, ({ referral }) => referral.department)
  return [
    ...responseFigures(book, book.referrals),
    ...departments.flatMap(([department, rows]) =>
      responseFigures(book, rows, { department }).filter((figure) => !isEmpty(figure)),
    ),
  ]
}

const isEmpty = (figure: Figure): boolean =>
  figure.denominator === 0 || (figure.denominator === null && figure.value === 0)

function responseFigures(book: Book, rows: readonly ReferralRow[], by?: Split): readonly Figure[] {
  const split = by === undefined ? {} : { by }
  const due = rows.filter((row) => isDue(book, row))
  const replied = due.filter(({ referral }) => referral.repliedAt !== null)
  const onTime = due.filter(isOnTime)
  const escalated = due.filter(({ referral }) => referral.automaticEscalations > 0)
  return [
    ...remitFigure(book, rows, split),
    ratioOf('K6a', { base: due, met: replied, ...split }),
    ratioOf('K6b', { base: due, met: onTime, ...split }),
    { ...responseIndex(book, due, { replied, onTime }), ...split },
    ...speedFigures(book, rows, by),
    ...qualityFigure(book, rows, split),
    ratioOf('K8', { base: due, met: escalated, ...split }),
    ...escalationFigures(escalated, by),
    ...(by === undefined ? ladderFigures(book, due, escalated) : openFigures(book, rows, by)),
  ]
}

function isDue(book: Book, { referral }: ReferralRow): boolean {
  if (referral.cancelled || !isInPeriod(book, referral.dueAt)) return false
  if (referral.waived && referral.endedAt !== null && referral.endedAt < referral.dueAt) return false
  return !isReturnedAtOnce(book, referral)
}

function isReturnedAtOnce(book: Book, { department, sentAt, returnedAt }: ReferralRow['referral']): boolean {
  if (returnedAt === null) return false
  const { calendar } = book.calendarOf(department)
  return (
    workingMinutesBetween(book.calendarOf(department), sentAt, returnedAt) <=
    acknowledgementDays * normalDayMinutes(calendar)
  )
}

const isOnTime = ({ referral }: ReferralRow): boolean =>
  referral.repliedAt !== null && inTime(referral.repliedAt, referral.dueAt)

/** K6c: weights are the office's own and printed beside the index. */
function responseIndex(
  book: Book,
  due: readonly ReferralRow[],
  { replied, onTime }: { readonly replied: readonly ReferralRow[]; readonly onTime: readonly ReferralRow[] },
): Figure {
  const weights = book.targets.responseWeights
  const late = replied.length - onTime.length
  const points = weights.inTime * onTime.length + weights.late * late + weights.none * (due.length - replied.length)
  const cases = due.map(({ id }) => id)
  return { ...quotientOf('K6c', [points, due.length], 'index'), cases, counted: cases }
}

interface SplitPart {
  readonly by?: Split
}

/** K2b: whatever was answered without a separate acknowledgement counts as taken. */
function remitFigure(book: Book, rows: readonly ReferralRow[], split: SplitPart): readonly Figure[] {
  const taken = rows.filter(
    ({ referral }) => referral.returnedAt === null && isInPeriod(book, referral.acknowledgedAt ?? referral.repliedAt),
  )
  const returned = rows.filter(({ referral }) => isInPeriod(book, referral.returnedAt))
  return [ratioOf('K2b', { base: [...taken, ...returned], met: taken, ...split })]
}

/** K6d: by the time of the reply; without an acknowledgement the whole way counts as reply. */
function speedFigures(book: Book, rows: readonly ReferralRow[], by?: Split): readonly Figure[] {
  const replied = rows.filter(({ referral }) => isInPeriod(book, referral.repliedAt))
  const acknowledged = replied.filter(({ referral }) => referral.ackMinutes !== null)
  return [
    ...durationsOf(
      'K6d.ack',
      acknowledged.map(({ id, referral }) => ({ id, minutes: referral.ackMinutes ?? 0 })),
      by,
    ),
    ...durationsOf(
      'K6d.reply',
      replied.map((row) => replyTime(book, row)),
      by,
    ),
  ]
}

function replyTime(book: Book, { id, referral }: ReferralRow): Measured {
  const from = referral.acknowledgedAt ?? referral.sentAt
  const minutes =
    referral.repliedAt === null
      ? 0
      : workingMinutesBetween(book.calendarOf(referral.department), from, referral.repliedAt)
  return { id, minutes }
}

/** K6e: at the time of approval; a returned draft counts against every department whose reply it rests on. */
function qualityFigure(book: Book, rows: readonly ReferralRow[], split: SplitPart): readonly Figure[] {
  const approved = rows.filter(
    ({ cycle, referral }) => referral.repliedAt !== null && isInPeriod(book, cycle.approvedAt),
  )
  const clean = approved.filter(({ cycle, referral }) => cycle.draftsReturned === 0 && referral.clarifications === 0)
  return [ratioOf('K6e', { base: approved, met: clean, ...split })]
}

/** How far up the escalated went, and what came of it: a reply after the first escalation, or none yet. */
function escalationFigures(escalated: readonly ReferralRow[], by?: Split): readonly Figure[] {
  const answered = escalated.filter(({ referral }) => replyAfterEscalation(referral))
  return [
    ...groupBy(escalated, ({ referral }) => String(referral.highestRung)).map(([level, rows]) =>
      countOf('K8.level', rows, { ...by, level }),
    ),
    ratioOf('K8.answered', { base: escalated, met: answered, ...(by === undefined ? {} : { by }) }),
  ]
}

function ladderFigures(book: Book, due: readonly ReferralRow[], escalated: readonly ReferralRow[]): readonly Figure[] {
  const answered = escalated.filter(({ referral }) => replyAfterEscalation(referral))
  return [
    countOf(
      'K8.manual',
      due.filter(({ referral }) => referral.manualEscalations > 0),
    ),
    countOf(
      'K8.unreached',
      due.filter(({ referral }) => referral.unreachedEscalations > 0),
    ),
    ...durationsOf(
      'K8.reply',
      answered.map((row) => sinceEscalation(book, row)),
    ),
  ]
}

const replyAfterEscalation = ({ firstEscalatedAt, repliedAt }: ReferralRow['referral']): boolean =>
  firstEscalatedAt !== null && repliedAt !== null && repliedAt >= firstEscalatedAt

function sinceEscalation(book: Book, { id, referral }: ReferralRow): Measured {
  const { department, firstEscalatedAt, repliedAt } = referral
  if (firstEscalatedAt === null || repliedAt === null) return { id, minutes: 0 }
  return { id, minutes: workingMinutesBetween(book.calendarOf(department), firstEscalatedAt, repliedAt) }
}

/** What a department's line shows beside the indicators: sent in the period, waiting at its end, and overdue then. */
function openFigures(book: Book, rows: readonly ReferralRow[], by: Split): readonly Figure[] {
  const live = rows.filter(({ referral }) => !referral.cancelled)
  const open = live.filter((row) => isOpen(book, row))
  return [
    countOf(
      'DEPT.sent',
      live.filter(({ referral }) => isInPeriod(book, referral.sentAt)),
      by,
    ),
    countOf('DEPT.open', open, by),
    countOf(
      'DEPT.overdue',
      open.filter(({ referral }) => referral.dueAt < book.until),
      by,
    ),
    ...oldestFigure(book, open, by),
  ]
}

/** Working days since the oldest open one was sent, by the department's calendar; none where nothing is open. */
function oldestFigure(book: Book, open: readonly ReferralRow[], by: Split): readonly Figure[] {
  const [first] = open.toSorted((a, b) => (a.referral.sentAt < b.referral.sentAt ? -1 : 1))
  if (first === undefined) return []
  const { department, sentAt } = first.referral
  const age = workingDaysBetween(book.calendarOf(department), sentAt, lastMinute(book))
  return [{ ...countOf('DEPT.oldest', [first], by), value: age, numerator: age }]
}

function isOpen(book: Book, { cycle, referral }: ReferralRow): boolean {
  const { askedAgainAt, answeredAgainAt } = referral
  const isAskedAgain = askedAgainAt !== null && askedAgainAt < book.until
  const replied = isAskedAgain ? answeredAgainAt : referral.repliedAt
  const ends = [replied, referral.returnedAt, referral.endedAt, cycle.endedAt]
  return referral.sentAt < book.until && ends.every((end) => end === null || end >= book.until)
}
