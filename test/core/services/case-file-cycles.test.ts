import { expect, test } from 'vitest'
import { routine } from '#test/support/case-steps.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { at, staffed } from '#test/support/staffed-office.ts'

test('UI-12 Z-08 the file of a reopened case keeps when its first answer was due, and that it came late', async () => {
  const { office, ids } = await staffed()
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm(), 'rana')
  const of = { case: reference }
  const fileIn = async (language: 'ar' | 'en'): Promise<string> => {
    const { html } = await office.call<{ html: string }>('letters.make', { ...of, kind: 'case_file', language })
    const words = html.replaceAll(/<[^>]*>/g, ' ').replaceAll('\u00A0', ' ')
    return words.replaceAll(/\s+/g, ' ')
  }
  await office.call('triage.accept', of, 'salma')
  await office.call('triage.classify', { ...of, ...routine }, 'salma')
  await office.call('reply.submitDraft', { ...of, text: 'تمت المعالجة.', language: 'ar' }, 'salma')
  const { drafts } = await office.call<{ drafts: readonly { id: string }[] }>('cases.get', of)
  const draft = drafts[0]?.id
  await office.call('reply.approve', { ...of, draft }, 'omar')
  // Due on the 8th, at the end of its third working day.
  office.now = at('2026-01-12 10:00')
  await office.call('reply.recordSent', { ...of, draft, delivery: 'posted', sentAt: office.now }, 'salma')
  expect(await fileIn('en')).not.toContain('cycle 1')
  const again = { cause: 'staff_error', route: 'team', outcome: 'not_upheld', handler: ids['lina'] }
  await office.call('closing.reopen', { ...of, ...again }, 'nadia')
  const english = await fileIn('en')
  expect(english).toMatch(/Answer due, cycle 1 08\/01\/2026[^–]*– Answered on [^,]*, \S+ [^,]*late/)
  expect(english).toMatch(/Answer due 15\/01\/2026/)
  expect(english).toContain('Outcome of cycle 1 Not upheld')
  expect(english).toContain('Outcome of the cycle before: Not upheld')
  expect(await fileIn('ar')).toMatch(/مهلة الرد، الدورة 1 .*بعد الموعد بمقدار/)
})
