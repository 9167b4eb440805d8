import { expect, test } from 'vitest'
import { phoneForm } from '#test/support/phone-form.ts'
import { staffed } from '#test/support/staffed-office.ts'
import { testOffice } from '#test/support/test-office.ts'

test('C-08 the language of the complainant decides the language of what he is given', async () => {
  const office = await testOffice()
  for (const language of ['ar', 'en']) {
    const details = { given: 'سعاد', family: 'النجار', mobile: '0791234568', language }
    const person = { kind: 'new', details }
    const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm({ person }))
    const of = { case: reference }
    await office.call('triage.reject', { ...of, reason: 'no_data', note: 'بلا بيانات', withinRemit: true })
    for (const kind of ['receipt', 'rejection']) {
      const made = await office.call<{ language: string; html: string }>('letters.make', { ...of, kind })
      expect(made.language, kind).toBe(language)
      expect(made.html, kind).toContain(`<html lang="${language}"`)
    }
  }
})

test('C-08 a letter is in the language of the reply that it carries', async () => {
  const { office } = await staffed()
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm())
  const of = { case: reference }
  const axes = { complexity: 'routine', importance: 'medium', procedure: 'processing', priority: null }
  await office.call('triage.accept', of, 'salma')
  await office.call('triage.classify', { ...of, service: 'special.permits', ...axes }, 'salma')
  await office.call('reply.submitDraft', { ...of, text: 'The permit was issued.', language: 'en' }, 'salma')
  const made = await office.call<{ language: string; html: string }>('letters.make', { ...of, kind: 'reply' })
  expect(made.language).toBe('en')
  expect(made.html).toContain('<html lang="en"')
  expect(made.html).toContain('Yours sincerely')
  // What else goes to the same complainant stays in his own language.
  const receipt = await office.call<{ language: string }>('letters.make', { ...of, kind: 'receipt' })
  expect(receipt.language).toBe('ar')
})

test('C-08 who gives no name is written to in the language that the desk chose', async () => {
  const office = await testOffice()
  const person = { kind: 'anonymous', language: 'en' }
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm({ person }))
  const made = await office.call<{ language: string }>('letters.make', { case: reference, kind: 'receipt' })
  expect(made.language).toBe('en')
  const unsaid = phoneForm({ person: { kind: 'anonymous' } })
  const other = await office.call<{ reference: string }>('intake.register', unsaid)
  const arabic = await office.call<{ language: string }>('letters.make', { case: other.reference, kind: 'receipt' })
  expect(arabic.language).toBe('ar')
})
