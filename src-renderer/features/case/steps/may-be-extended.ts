import { referralLifecycle } from '#shared/domain/case/lifecycle.ts'
import type { Referral } from '#shared/domain/case/state.ts'

/** Whether the menu of the referral offers a later date (F-05): not before it was received, nor while a question waits. */
export const mayBeExtended = ({ status }: Pick<Referral, 'status'>): boolean =>
  referralLifecycle.extend_referral.some((each) => each === status)
