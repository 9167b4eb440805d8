import { expect, test } from 'vitest'
import { letterMessages } from '#shared/i18n/letters.ts'
import { routine } from '#test/support/case-steps.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { staffed } from '#test/support/staffed-office.ts'

test('A-10 D6 a reply promises an objection only while the office would take the case up again', async () => {
  const { office } = await staffed()
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm({}))
  const of = { case: reference }
  await office.call('triage.accept', of, 'salma')
  await office.call('triage.classify', { ...of, ...routine }, 'salma')
  await office.call('reply.submitDraft', { ...of, text: 'تمت المعالجة.', language: 'ar' }, 'salma')
  const printed = async () => (await office.call<{ html: string }>('letters.make', { ...of, kind: 'reply' })).html
  expect(await printed()).toContain(letterMessages.objectionTitle.ar)
  const settings = await office.call<object>('admin.settings')
  await office.call('admin.setSettings', { ...settings, maxCycles: 1 })
  expect(await printed()).not.toContain(letterMessages.objectionTitle.ar)
})
