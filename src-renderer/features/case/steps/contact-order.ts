import { contactChannels } from '#shared/domain/case/codes.ts'
import type { ContactChannel } from '#shared/domain/case/codes.ts'
import type { Case } from '#shared/domain/case/state.ts'

/** The ways of reaching the complainant: the one he prefers, then those by which he can be reached, then the rest (C-09). */
export function contactOrder(
  complainant: Pick<NonNullable<Case['complainant']>, 'preferred' | 'contactableBy'> | null,
): readonly ContactChannel[] {
  const { preferred = null, contactableBy = [] } = complainant ?? {}
  const rank = (channel: ContactChannel): number =>
    channel === preferred ? 0 : contactableBy.includes(channel) ? 1 : 2
  return contactChannels.toSorted((left, right) => rank(left) - rank(right))
}
