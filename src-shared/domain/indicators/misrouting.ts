import type { Book, ReferralRow } from './book.ts'
import { isInPeriod } from './book.ts'
import { groupBy, ratioOf } from './figure.ts'
import type { Figure } from './figure.ts'

/** The reason of the list that says so; data that are missing send nothing the wrong way. */
const notInRemit = 'not_in_remit'

/**
 * In: book. Out: K17 for all and by service, which shows the leaf whose default department is wrong (F-06). What was
 * sent before the period and returned in it counts at its return, so a quiet period may show more returned than sent.
 */
export function misroutingFigures(book: Book): readonly Figure[] {
  const services = groupBy(book.referrals, ({ cycle }) => cycle.service)
  return [
    misrouted(book, book.referrals),
    ...services.flatMap(([service, rows]) => {
      const figure = { ...misrouted(book, rows), by: { service } }
      return figure.numerator === 0 && figure.denominator === 0 ? [] : [figure]
    }),
  ]
}

function misrouted(book: Book, rows: readonly ReferralRow[]): Figure {
  return ratioOf('K17', {
    base: rows.filter(({ referral }) => isInPeriod(book, referral.sentAt)),
    met: rows.filter(({ referral }) => referral.returnReason === notInRemit && isInPeriod(book, referral.returnedAt)),
  })
}
