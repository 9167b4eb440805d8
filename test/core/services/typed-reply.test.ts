import { expect, test } from 'vitest'
import { letterMessages } from '#shared/i18n/letters.ts'
import { routine } from '#test/support/case-steps.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { at, staffed } from '#test/support/staffed-office.ts'

const text = 'تمت المعالجة.\n\nونأسف للتأخير.'

async function classified(settings: object = {}) {
  const { office } = await staffed()
  await office.call('admin.setSettings', { ...(await office.call<object>('admin.settings')), ...settings })
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm())
  const of = { case: reference }
  await office.call('triage.accept', of, 'salma')
  await office.call('triage.classify', { ...of, ...routine }, 'salma')
  const page = async (asked: object): Promise<string> =>
    (await office.call<{ html: string }>('letters.make', { ...of, kind: 'reply', ...asked }, 'salma')).html
  const typed = (language: 'ar' | 'en' = 'ar') => page({ preview: true, typed: { text, language } })
  const send = async (words: string, how: 'reply.recordSent' | 'reply.sendCorrection') => {
    await office.call('reply.submitDraft', { ...of, text: words, language: 'ar' }, 'salma')
    const { drafts } = await office.call<{ drafts: readonly { id: string }[] }>('cases.get', of)
    const draft = drafts.at(-1)?.id
    await office.call('reply.approve', { ...of, draft }, 'omar')
    await office.call(how, { ...of, draft, delivery: 'posted', sentAt: at('2026-01-05 09:00') }, 'salma')
  }
  return { office, of, page, typed, send }
}

/** All that is said, without what says that it is a draft. */
const words = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(letterMessages.draft.ar, '')
    .replace(letterMessages.draft.en, '')
    .replace(/\s+/g, ' ')

test.each([
  { hijri: false, digits: 'latin' },
  { hijri: true, digits: 'arabic', maxCycles: 1 },
])('UI-4 A-08 A-10 what the author is shown is the letter that leaves: %j', async (settings) => {
  const { typed, page, send } = await classified(settings)
  const before = await typed()
  expect(before).toContain(letterMessages.draft.ar)
  await send(text, 'reply.recordSent')
  const sent = await page({})
  expect(sent).not.toContain(letterMessages.draft.ar)
  expect(words(before)).toBe(words(sent))
})

test('UI-4 A-01 what is typed after an answer left is shown as the correction that it will be', async () => {
  const { typed, page, send } = await classified()
  await send('قبل التصحيح.', 'reply.recordSent')
  const before = await typed()
  await send(text, 'reply.sendCorrection')
  expect(words(before)).toBe(words(await page({})))
  expect(before).toContain('هذا الرد يصحح ردنا')
})

test('UI-4 a reply that is typed is in the language chosen for it, and leaves nothing behind', async () => {
  const { office, of, typed } = await classified()
  const trail = async () => (await office.call<{ total: number }>('audit.list', { kind: 'printed' })).total
  const [lines, view] = [await trail(), await office.call('cases.get', of)]
  const made = await office.call<{ language: string; html: string }>(
    'letters.make',
    { ...of, kind: 'reply', preview: true, typed: { text, language: 'en' } },
    'salma',
  )
  expect(made.language).toBe('en')
  expect(made.html).toContain(letterMessages.draft.en)
  await typed()
  expect(await office.call('cases.get', of)).toEqual(view)
  expect(await trail()).toBe(lines)
})

test('UI-4 R-09 words are put on the office’s paper for those alone who write replies', async () => {
  const { office, of } = await classified()
  const asked = { ...of, kind: 'reply', preview: true, typed: { text, language: 'ar' } }
  expect(await office.refused('letters.make', asked, 'rana')).toBe('not-allowed')
  expect(await office.refused('letters.make', asked, 'ali')).toBe('not-found')
})
