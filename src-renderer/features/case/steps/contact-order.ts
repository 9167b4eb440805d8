import { contactChannels, deliveries } from '#shared/domain/case/codes.ts'
import type { ContactChannel, Delivery } from '#shared/domain/case/codes.ts'
import type { Case } from '#shared/domain/case/state.ts'

type Reached = Pick<NonNullable<Case['complainant']>, 'preferred' | 'contactableBy'> | null

/** The ways of reaching the complainant: the one he prefers, then those by which he can be reached, then the rest (C-09). */
export function contactOrder(complainant: Reached): readonly ContactChannel[] {
  return contactChannels.toSorted((left, right) => rankFor(complainant, left) - rankFor(complainant, right))
}

/** Nobody states that he prefers a fax. */
const channelOf: Readonly<Record<Delivery, ContactChannel | null>> = {
  handed_over: 'counter',
  posted: 'post',
  read_by_phone: 'phone',
  office_mailbox: 'email',
  faxed: null,
  texted: 'sms',
}

/** The ways in which a reply leaves, in the same order of preference (C-09). */
export function deliveryOrder(complainant: Reached): readonly Delivery[] {
  const rank = (delivery: Delivery): number => rankFor(complainant, channelOf[delivery])
  return deliveries.toSorted((left, right) => rank(left) - rank(right))
}

/** Whether a reply that leaves in this way reaches the complainant as he prefers. */
export const isPreferred = (complainant: Reached, delivery: Delivery): boolean =>
  channelOf[delivery] !== null && complainant?.preferred === channelOf[delivery]

function rankFor(complainant: Reached, channel: ContactChannel | null): number {
  if (channel === null) return 2
  const { preferred = null, contactableBy = [] } = complainant ?? {}
  return channel === preferred ? 0 : contactableBy.includes(channel) ? 1 : 2
}
