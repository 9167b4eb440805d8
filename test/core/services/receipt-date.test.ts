import { expect, test } from 'vitest'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { letterMessages } from '#shared/i18n/letters.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { testOffice } from '#test/support/test-office.ts'

test('6.5 W1 a receipt names the day of the answer while it lies ahead; what was received long ago has no day that can be promised', async () => {
  const office = await testOffice({ now: '2026-03-12T08:00:00.000Z' as Instant })
  const receiptOf = async (form: Readonly<Record<string, unknown>>): Promise<string> => {
    const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm(form))
    return (await office.call<{ html: string }>('letters.make', { case: reference, kind: 'receipt' })).html
  }
  expect(await receiptOf({})).toContain(letterMessages.expectedAnswer.ar)
  expect(await receiptOf({ receivedAt: '2026-03-01T08:00:00.000Z' })).not.toContain(letterMessages.expectedAnswer.ar)
})

test('6.5 a receipt that is printed again after the end of the case promises no answer', async () => {
  const office = await testOffice({ now: '2026-03-12T08:00:00.000Z' as Instant })
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm())
  await office.call('triage.reject', {
    case: reference,
    reason: 'before_court',
    note: 'القضية أمام المحكمة.',
    withinRemit: true,
  })
  const { html } = await office.call<{ html: string }>('letters.make', { case: reference, kind: 'receipt' })
  expect(html).not.toContain(letterMessages.expectedAnswer.ar)
})
