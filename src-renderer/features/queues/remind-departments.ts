import { currentCycle, waitingReferrals } from '#shared/domain/case/reading.ts'
import type { CoreClient } from '#renderer/client/core.ts'

/** A reminder to every department of the case that has not answered; false where all have (F-07). */
export async function remindDepartments(core: Pick<CoreClient, 'cases' | 'referral'>, id: string): Promise<boolean> {
  const { state } = await core.cases.get({ case: id })
  const waiting = waitingReferrals(currentCycle(state))
  for (const referral of waiting) await core.referral.remind({ case: id, referral: referral.id, note: '' })
  return waiting.length > 0
}
