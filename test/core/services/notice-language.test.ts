import { expect, test } from 'vitest'
import { phoneForm } from '#test/support/phone-form.ts'
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
