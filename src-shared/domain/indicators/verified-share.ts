import type { Book, ReferralRow } from './book.ts'
import { isInPeriod } from './book.ts'
import { ratioOf } from './figure.ts'
import type { Figure } from './figure.ts'

/** In: book. Out: K18, once for each complaint, at its first referral. */
export function verifiedShare(book: Book): readonly Figure[] {
  const first = new Map<string, ReferralRow>()
  for (const row of book.referrals) {
    const known = first.get(row.id)
    if (known === undefined || row.referral.sentAt < known.referral.sentAt) first.set(row.id, row)
  }
  const referred = [...first.values()].filter(({ referral }) => isInPeriod(book, referral.sentAt))
  return [ratioOf('K18', { base: referred, met: referred.filter(({ referral }) => referral.identityVerified) })]
}
