import { expect, test } from 'vitest'
import { routine } from '#test/support/case-steps.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { at, staffed } from '#test/support/staffed-office.ts'

test('6.5 a letter that has left is printed again as it left, one that has not is of today', async () => {
  const { office, a } = await staffed()
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm())
  const of = { case: reference }
  const dateOf = async (kind: string): Promise<string | undefined> => {
    const { html } = await office.call<{ html: string }>('letters.make', { ...of, kind, language: 'en' })
    return /\d+\sJanuary\s2026/.exec(html)?.[0].replaceAll(/\s/g, ' ')
  }
  await office.call('triage.accept', of, 'salma')
  await office.call('triage.classify', { ...of, ...routine }, 'salma')
  await office.call('referral.refer', { ...of, referrals: [{ department: a, text: 'للإفادة' }] }, 'salma')
  const { referrals } = await office.call<{ referrals: readonly { id: string }[] }>('cases.get', of)
  office.now = at('2026-01-06 10:00')
  expect(await dateOf('referral')).toBe('5 January 2026')
  await office.call('referral.reply', { ...of, referral: referrals[0]?.id, text: 'أُنجزت.' }, 'salma')
  await office.call('reply.submitDraft', { ...of, text: 'Done.', language: 'en' }, 'salma')
  const { drafts } = await office.call<{ drafts: readonly { id: string }[] }>('cases.get', of)
  const draft = drafts[0]?.id
  expect(await dateOf('reply')).toBe('6 January 2026')
  await office.call('reply.approve', { ...of, draft }, 'omar')
  office.now = at('2026-01-07 10:00')
  expect(await dateOf('reply'), 'it has not left yet').toBe('7 January 2026')
  await office.call('reply.recordSent', { ...of, draft, delivery: 'posted', sentAt: office.now }, 'salma')
  office.now = at('2026-01-20 10:00')
  expect(await dateOf('reply')).toBe('7 January 2026')
})
