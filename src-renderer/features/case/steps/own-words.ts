import type { SessionView } from '#renderer/client/answers.ts'
import { isDepartment, useSession } from '#renderer/parts/session.tsx'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { referralMessages as words } from '#shared/i18n/case-steps-referral.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'

/** What the office records of a department is, on the department's own machine, what its liaison does (F-04 to F-07). */
const own: ReadonlyMap<PlainMessage, PlainMessage> = new Map<PlainMessage, PlainMessage>([
  [words.acknowledge, words.acknowledgeOwn],
  [words.inRemit, words.inRemitOwn],
  [words.statedAt, words.statedAtOwn],
  [words.returnReferral, words.returnOwn],
  [words.referralReply, words.replyOwn],
  [words.referralReplyText, words.replyTextOwn],
  [words.replyLetterNumber, words.replyLetterNumberOwn],
  [words.replyLetterDate, words.replyLetterDateOwn],
  [words.referralReplySubmit, words.replySubmitOwn],
  [words.askClarification, words.askOwn],
  [words.askAbout, words.askAboutOwn],
  [doneMessages.doneReferralReplied, words.doneReplyOwn],
])

/** In: words of a step, who reads them where. Out: the same of his own act, where it is one. */
export const ownWords = (message: PlainMessage, unit: Pick<SessionView['unit'], 'kind'>): PlainMessage =>
  isDepartment(unit) ? (own.get(message) ?? message) : message

export function useOwnWords(): (message: PlainMessage) => PlainMessage {
  const { unit } = useSession().session
  return (message) => ownWords(message, unit)
}
