import { expect, test } from 'vitest'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { routine } from '#test/support/case-steps.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { staffed } from '#test/support/staffed-office.ts'

test('R-09 a text that tells who complained leaves for a department only when that is confirmed, whichever way it comes', async () => {
  const { office, a } = await staffed()
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm({}))
  const of = { case: reference }
  await office.call('triage.accept', of, 'salma')
  await office.call('triage.classify', { ...of, ...routine }, 'salma')
  const refer = (text: string, more: object = {}) => ({ ...of, referrals: [{ department: a, text, ...more }] })

  const telling = 'يشكو أحمد الخطيب من تأخر المعاملة، وهاتفه 0791234567'
  expect(await office.refused('referral.refer', refer(telling), 'salma')).toBe('text-tells-complainant')
  expect((await office.call<CaseView>('cases.get', of)).referrals).toEqual([])
  await office.call('referral.refer', refer(telling, { tells: 'confirmed' }), 'salma')

  const [referral] = (await office.call<CaseView>('cases.get', of)).referrals
  const asked = { ...of, referral: referral?.id }
  expect(await office.refused('referral.remind', { ...asked, note: 'اتصل بصاحبها 0791234567' }, 'salma')).toBe(
    'text-tells-complainant',
  )
  await office.call('referral.remind', { ...asked, note: 'نرجو الرد' }, 'salma')
  await office.call('referral.askClarification', { ...asked, by: 'department', text: 'هل هو أحمد؟' }, 'ali')
})
