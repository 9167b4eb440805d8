import type { IntakeForm } from './intake-form.ts'
import { isSpoken, owesNumber } from './intake-form.ts'
import { hasMessageAddress } from '#renderer/parts/person-draft.ts'

/** What a printed receipt does: in the hand of one at the counter it tells the number, to a caller it says nothing yet. */
export type Paper = 'tells' | 'is-sent' | 'says-nothing'

/** In: the channel of a registration. Out: what its printed receipt does there; what came on paper or as message is answered by paper. */
export function paperOf(channel: string): Paper {
  if (channel === 'walk_in') return 'tells'
  return isSpoken(channel) ? 'says-nothing' : 'is-sent'
}

/** In: the form as it was registered. Out: must the desk still hand the number over before it leaves? */
export function owesTelling(form: IntakeForm): boolean {
  const isReachable = !form.anonymous && hasMessageAddress(form.person)
  return !isReachable && form.type !== 'media' && !(owesNumber(form) && form.numberTold === 'told')
}
