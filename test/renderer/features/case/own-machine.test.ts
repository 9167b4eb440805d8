import { expect, test } from 'vitest'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { referralMessages as words } from '#shared/i18n/case-steps-referral.ts'
import { afterStep } from '#renderer/features/case/after-step.ts'
import { ownWords } from '#renderer/features/case/steps/own-words.ts'

const [office, department, directorate] = (['office', 'department', 'directorate'] as const).map((kind) => ({ kind }))
if (office === undefined || department === undefined || directorate === undefined) throw new Error('three kinds')

test('F-06 S10 a liaison who returned a referral is led back to the queue, for the case leaves his machine; nobody else is', () => {
  expect(afterStep('return_referral', department)).toBe('queue')
  expect(afterStep('return_referral', directorate)).toBe('queue')
  expect(afterStep('return_referral', office)).toBe('case')
  expect(afterStep('acknowledge', department)).toBe('case')
  expect(afterStep(undefined, department)).toBe('case')
})

test('F-04 F-05 F-07 at the department’s own machine the words are those of its own act, not of what an office records of it', () => {
  const recorded = [
    words.acknowledge,
    words.inRemit,
    words.statedAt,
    words.returnReferral,
    words.referralReply,
    words.referralReplyText,
    words.replyLetterNumber,
    words.replyLetterDate,
    words.referralReplySubmit,
    words.askClarification,
    words.askAbout,
    doneMessages.doneReferralReplied,
  ]
  for (const message of recorded) {
    expect(ownWords(message, office)).toBe(message)
    const { ar, en } = ownWords(message, department)
    expect(ar).not.toMatch(/الدائرة/)
    expect(en).not.toMatch(/department/i)
    expect(ownWords(message, directorate)).toEqual({ ar, en })
  }
  expect(ownWords(words.remind, department)).toBe(words.remind)
})
