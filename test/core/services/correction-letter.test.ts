import { expect, test } from 'vitest'
import { routine } from '#test/support/case-steps.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { at, staffed } from '#test/support/staffed-office.ts'

const corrects = 'هذا الرد يصحح ردنا'

test('A-01 A-08 the letter of a correction says which reply it puts right; the first reply says nothing of it', async () => {
  const { office } = await staffed()
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm())
  const of = { case: reference }
  const write = async (text: string): Promise<string> => {
    await office.call('reply.submitDraft', { ...of, text, language: 'ar' }, 'salma')
    const { drafts } = await office.call<{ drafts: readonly { id: string }[] }>('cases.get', of)
    return drafts.at(-1)?.id ?? ''
  }
  const letter = async (draft: string) =>
    (await office.call<{ html: string }>('letters.make', { ...of, kind: 'reply', draft })).html
  await office.call('triage.accept', of, 'salma')
  await office.call('triage.classify', { ...of, ...routine }, 'salma')
  const first = await write('تمت المعالجة.')
  await office.call('reply.approve', { ...of, draft: first }, 'omar')
  await office.call(
    'reply.recordSent',
    { ...of, draft: first, delivery: 'posted', sentAt: at('2026-01-05 09:00') },
    'salma',
  )
  const second = await write('تمت المعالجة في 4 كانون الثاني.')
  expect(await letter(second)).toContain(corrects)
  expect(await letter(first)).not.toContain(corrects)
})
