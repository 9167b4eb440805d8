import { instantFromMs, msOf } from '#shared/domain/clock/instant.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { Book, CycleRow } from './book.ts'
import { isInPeriod } from './book.ts'
import { groupBy, ratioOf } from './figure.ts'
import type { Figure, Split } from './figure.ts'

/*
 * First-contact resolution (K1). Gross: solved in the first contact. Net: and it held, for the days of observation
 * after the resolution: not reopened, not repeated, not rated unsatisfied.
 */

const dayMs = 86_400_000

/** In: book. Out: K1 gross, net, potential, and net by service. Time of resolution; provisional while gross ones are observed. */
export function firstContactFigures(book: Book): readonly Figure[] {
  // What ended a later cycle without an answer says nothing of the first one.
  const resolved = book.cycles.filter(
    ({ of, cycle, isLast }) =>
      cycle.number === 1 && !(isLast && of.exit !== null) && isInPeriod(book, cycle.resolvedAt),
  )
  const possible = resolved.filter(({ cycle }) => cycle.fcrPossible)
  return [
    ratioOf('K1.gross', { base: resolved, met: resolved.filter((row) => isGross(book, row)) }),
    ratioOf('K1.net', netParts(book, resolved)),
    ratioOf('K1.potential', netParts(book, possible)),
    ...groupBy(resolved, ({ cycle }) => cycle.service).map(([service, rows]) =>
      ratioOf('K1.net', netParts(book, rows, { service })),
    ),
  ]
}

function netParts(book: Book, base: readonly CycleRow[], by?: Split) {
  const met = base.filter((row) => isGross(book, row) && held(book, row))
  const observed = met.filter(
    ({ cycle }) => cycle.resolvedAt !== null && observedUntil(book, cycle.resolvedAt) > book.asOf,
  ).length
  return { base, met, observed, ...(by === undefined ? {} : { by }) }
}

function isGross(book: Book, { of, cycle, referrals }: CycleRow): boolean {
  return (
    cycle.procedure === 'fcr' &&
    referrals.length === 0 &&
    cycle.handlers.length <= 1 &&
    of.movesOfOwner === 0 &&
    of.inboundContacts === 0 &&
    cycle.hasAnswer &&
    (book.isSynchronous(of.channel) ? cycle.inFirstSession : isFirstAnswerQuick(book, { cycle }))
  )
}

/** Letters, mail and forms: the first answer that went out, within the days the office promises. */
function isFirstAnswerQuick(book: Book, { cycle }: Pick<CycleRow, 'cycle'>): boolean {
  return (
    cycle.repliesSent === 1 &&
    cycle.netMinutes !== null &&
    cycle.netMinutes <= book.targets.fcrAnswerDays * (cycle.day ?? 0)
  )
}

function held(book: Book, { id, cycle }: CycleRow): boolean {
  if (cycle.resolvedAt === null || cycle.rating === 'not_satisfied') return false
  const until = observedUntil(book, cycle.resolvedAt)
  if (cycle.reopenedAt !== null && cycle.reopenedAt <= until) return false
  const resolvedAt = cycle.resolvedAt
  return !(book.repeatsOf.get(id) ?? []).some(({ of }) => of.receivedAt >= resolvedAt && of.receivedAt <= until)
}

const observedUntil = (book: Book, resolvedAt: Instant): Instant =>
  instantFromMs(msOf(resolvedAt) + book.targets.fcrObservationDays * dayMs)
