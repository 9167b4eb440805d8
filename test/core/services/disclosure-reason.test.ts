import { expect, test } from 'vitest'
import { routine } from '#test/support/case-steps.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { at, staffed } from '#test/support/staffed-office.ts'

interface Page {
  readonly person: { readonly displayName: string } | null
  readonly timeline: readonly { readonly type: string; readonly private: object | null }[]
  readonly referrals: readonly { readonly id: string; readonly text: string }[]
}

test('R-09 why a complainant was disclosed is the office’s: the department reads who he is and its own referral', async () => {
  const { office, a } = await staffed()
  const person = { kind: 'new', details: { given: 'إسراء', family: 'الطراونة', mobile: '0791234567' } }
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm({ person }))
  const of = { case: reference }
  await office.call('triage.accept', of, 'salma')
  await office.call('triage.classify', { ...of, ...routine }, 'salma')
  await office.call('referral.refer', { ...of, referrals: [{ department: a, text: 'للإفادة' }] }, 'salma')
  const [referral] = (await office.call<Page>('cases.get', of)).referrals
  const until = at('2026-01-08 09:00')
  await office.call('referral.disclose', { ...of, referral: referral?.id, until, note: 'طلب شخصي من الوزير' }, 'nadia')
  const theirs = await office.call<Page>('cases.get', of, 'ali')
  expect(theirs.person?.displayName).toContain('إسراء')
  expect(theirs.referrals[0]?.text).toBe('للإفادة')
  expect(theirs.timeline.map(({ type }) => type)).toContain('disclosed')
  expect(JSON.stringify(theirs)).not.toContain('طلب شخصي')
  const own = await office.call<Page>('cases.get', of, 'nadia')
  expect(JSON.stringify(own.timeline)).toContain('طلب شخصي')
})
