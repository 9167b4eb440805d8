import type { Referral } from './state.ts'

/**
 * In: a referral. Out: how often its department was reminded of it and has yet to act (E-01, B-10); none once the
 * referral has ended, and none while the office owes it an answer.
 */
export const unansweredReminders = ({ reminders, endedAt, asked }: Referral): number =>
  endedAt === null && asked?.by !== 'department' ? reminders : 0
