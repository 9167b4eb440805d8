import { expect, test } from 'vitest'
import { caseMessages as words } from '#shared/i18n/case.ts'
import { replyMessages } from '#shared/i18n/case-steps-reply.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { openCase, openStep } from './support/case-page.ts'
import { importHistory } from './support/command-line.ts'
import { makeOffice } from './support/office.ts'
import { onlyCase } from './support/only-case.ts'
import { windowOf } from './support/sign-in.ts'
import { answeredCase, toldCase } from './support/told-case.ts'
import { ar } from './support/words.ts'

const bothReplied = answeredCase.slice(
  0,
  answeredCase.findIndex(({ event }) => event === 'draft_submitted'),
)
const written = 'ستُصرف مستحقاتكم يوم الأحد القادم.'

test('UI-1 what was typed into a step that a colleague took meanwhile is not lost: it is told, and kept as a note if its writer wants', async () => {
  const office = makeOffice()
  importHistory(office.dataDir, toldCase(bothReplied, 7))
  const { reference } = onlyCase(office).line
  const { address } = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(address, 'salem')
  await openCase(page, reference)
  const step = await openStep(page, replyMessages.draft)
  await step.getByRole('textbox', { name: ar(replyMessages.replyText) }).fill(written)

  const reply = { case: reference, text: 'أنجزت معاملتكم.', language: 'ar', remedies: [] }
  office.calls([{ call: 'reply.submitDraft', input: reply }], 'salem')
  const draft = onlyCase(office).drafts.at(-1)?.id
  office.calls([{ call: 'reply.approve', input: { case: reference, draft } }], 'huda')

  await page.getByText(ar(words.leftTitle, { step: ar(replyMessages.draft) })).waitFor()
  await page.getByText(written).waitFor()
  await page.getByRole('button', { name: ar(words.leftNote) }).click()
  await page.getByText(ar(words.leftNoted)).waitFor()
  const notes = onlyCase(office).timeline.filter(({ type }) => type === 'note_added')
  expect(notes.at(-1)?.private).toMatchObject({ text: written })
  expect(await page.getByText(ar(words.leftText)).count()).toBe(0)
})
