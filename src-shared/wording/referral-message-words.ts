import { insideMessages as inside } from '#shared/i18n/case-inside.ts'
import { caseMessages as messages } from '#shared/i18n/case.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'

/** What passes between office and department after the referral's own text, by the event that carries it. */
export const referralMessageWords: Readonly<Record<string, PlainMessage>> = {
  ref_returned: messages.messageReturned,
  ref_cancelled: messages.messageCancelled,
  ref_waived: messages.messageWaived,
  clarification_asked: messages.messageAsked,
  clarification_answered: messages.messageAnswered,
  reminder_sent: messages.messageReminder,
  directorate_asked: inside.messageAsked,
  directorate_answered: inside.messageAnswered,
}
