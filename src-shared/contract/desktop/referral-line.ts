import type { ReferralStatus } from '#shared/domain/case/codes.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'

/** What a liaison reads of a referral in a list. */
export interface ReferralLine {
  readonly status: ReferralStatus
  readonly due: Instant
  /** Late, and the department's to answer. */
  readonly overdue: boolean
  /** How often it was reminded while it has yet to act (E-01). */
  readonly reminders: number
  /** Beginning of what the office wrote to the department. */
  readonly text: string
}
