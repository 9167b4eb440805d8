import { expect, test } from 'vitest'
import { routine } from '#test/support/case-steps.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { staffed } from '#test/support/staffed-office.ts'

const withheld = 'حُجبت هوية'

test('R-09 a referral letter says that the identity is withheld only where its text does not tell it', async () => {
  const { office, a, b } = await staffed()
  const person = { kind: 'new', details: { given: 'إسراء', family: 'الطراونة', mobile: '0791234567' } }
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm({ person }))
  const of = { case: reference }
  await office.call('triage.accept', of, 'salma')
  await office.call('triage.classify', { ...of, ...routine }, 'salma')
  const referrals = [
    { department: a, text: 'تأخرت معاملة إسراء، وهاتفها 079 123 4567.', tells: 'confirmed' },
    { department: b, text: 'تأخرت معاملة، ورقم الفاتورة 88776655.', tells: 'confirmed' },
  ]
  await office.call('referral.refer', { ...of, referrals }, 'salma')
  const view = await office.call<{ referrals: readonly { id: string }[] }>('cases.get', of)
  const letters = await Promise.all(
    view.referrals.map(({ id }) =>
      office.call<{ html: string }>('letters.make', { ...of, kind: 'referral', referral: id }),
    ),
  )
  expect(letters.map(({ html }) => html.includes(withheld))).toEqual([false, true])
})

test('6.5 a referral letter speaks the language that its sender chooses, Arabic where none is chosen', async () => {
  const { office, a } = await staffed()
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm())
  const of = { case: reference }
  await office.call('triage.accept', of, 'salma')
  await office.call('triage.classify', { ...of, ...routine }, 'salma')
  await office.call('referral.refer', { ...of, referrals: [{ department: a, text: 'للإفادة' }] }, 'salma')
  const make = (more: object) =>
    office.call<{ language: string; html: string; word: { name: string } }>('letters.make', {
      ...of,
      kind: 'referral',
      ...more,
    })
  expect((await make({})).language).toBe('ar')
  const english = await make({ language: 'en' })
  expect(english.html).toContain('<html lang="en" dir="ltr">')
  expect(english.word.name).toMatch(/^[\x20-\x7e]+$/)
})
