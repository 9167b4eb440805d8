import { expect, test } from 'vitest'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { routine } from '#test/support/case-steps.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { staffed } from '#test/support/staffed-office.ts'

test('F-04 F-08 what a department answers when it is asked about its reply follows the reply, and is offered with it', async () => {
  const { office, a } = await staffed()
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm({}))
  const of = { case: reference }
  await office.call('triage.accept', of, 'salma')
  await office.call('triage.classify', { ...of, ...routine }, 'salma')
  await office.call('referral.refer', { ...of, referrals: [{ department: a, text: 'للإفادة' }] }, 'salma')
  const shown = async () => (await office.call<CaseView>('cases.get', of)).referrals[0]
  const ofIt = { ...of, referral: (await shown())?.id }
  await office.call('referral.remind', { ...ofIt, note: 'للتذكير.' }, 'salma')
  await office.call('referral.reply', { ...ofIt, text: 'تم الاطلاع.' }, 'ali')
  await office.call('referral.askClarification', { ...ofIt, by: 'team', text: 'متى رُفعت؟' }, 'salma')
  await office.call('referral.answerClarification', { ...ofIt, text: 'رُفعت يوم الأحد.' }, 'ali')
  const referral = await shown()
  expect(referral?.reply?.said).toEqual(['تم الاطلاع.', 'رُفعت يوم الأحد.'])
  expect(referral?.messages.map(({ text, isAfterReply }) => [text, isAfterReply])).toEqual([
    ['للتذكير.', false],
    ['متى رُفعت؟', true],
    ['رُفعت يوم الأحد.', true],
  ])
})
