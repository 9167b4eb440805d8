import { expect, test } from 'vitest'
import { replyMessages as words } from '#shared/i18n/case-steps-reply.ts'
import { letterMessages } from '#shared/i18n/letters.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { openCase, openStep } from './support/case-page.ts'
import { importHistory } from './support/command-line.ts'
import { makeOffice } from './support/office.ts'
import { onlyCase } from './support/only-case.ts'
import { windowOf } from './support/sign-in.ts'
import { answeredCase, toldCase } from './support/told-case.ts'
import { ar } from './support/words.ts'

test('UI-4 A-08 A-10: what the author is shown while he types is the office’s own letter, as the office is set', async () => {
  const office = makeOffice()
  importHistory(office.dataDir, toldCase(answeredCase.slice(0, 5), 7))
  const [kept] = office.calls([{ call: 'admin.settings' }]) as [object]
  office.calls([{ call: 'admin.setSettings', input: { ...kept, hijri: true, maxCycles: 1 } }])
  const { reference } = onlyCase(office).line
  const { address } = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(address, 'salem')
  await openCase(page, reference)
  const form = await openStep(page, words.draft)
  await form.getByRole('textbox', { name: ar(words.replyText) }).fill('ستُصرف مستحقاتكم هذا الأسبوع.')
  const paper = form.frameLocator(`iframe[title="${ar(words.preview)}"]`).locator('body')
  await paper.getByText('ستُصرف مستحقاتكم هذا الأسبوع.').waitFor()
  const said = await paper.textContent()
  expect(said).toContain(ar(letterMessages.draft))
  expect(said).toContain('هـ')
  expect(said).not.toContain(ar(letterMessages.objectionTitle))
  const size = await paper.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize))
  const box = await form.locator('iframe').boundingBox()
  expect((size * (box?.width ?? 0)) / 794).toBeGreaterThanOrEqual(12)
  // What is not handed in is on no record: the case has no reply.
  const [view] = office.calls([{ call: 'cases.get', input: { case: reference } }]) as [{ drafts: readonly unknown[] }]
  expect(view.drafts).toEqual([])
})
