import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { adminOfficeMessages } from '#shared/i18n/admin-office.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { replyMessages } from '#shared/i18n/case-steps-reply.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { openCase, openStep, submitStep } from './support/case-page.ts'
import { importHistory } from './support/command-line.ts'
import { makeOffice } from './support/office.ts'
import { onlyCase } from './support/only-case.ts'
import { colleagueOf, windowOf } from './support/sign-in.ts'
import type { Told } from './support/told-case.ts'
import { answeredCase, toldCase } from './support/told-case.ts'
import { visit } from './support/visit.ts'
import { ar } from './support/words.ts'

const beforeReferral = ['received', 'registered', 'accepted', 'classified', 'assigned']

/** Answered at first contact: written by Salem, waiting for approval. */
const ownAnswer: readonly Told[] = answeredCase
  .filter(({ event }) => [...beforeReferral, 'draft_submitted'].includes(event))
  .map((told) => (told.event === 'classified' ? { ...told, fields: { ...told.fields, procedure: 'fcr' } } : told))

async function setFourEyes(page: Page, on: boolean): Promise<void> {
  await page.bringToFront()
  await visit(page, '#/settings/office')
  await page.getByRole('checkbox', { name: ar(adminOfficeMessages.fourEyesForFcr) }).setChecked(on)
  await page.getByRole('button', { name: ar(adminMessages.save), exact: true }).click()
  await page.getByText(ar(adminMessages.saved)).first().waitFor()
  await page.keyboard.press('Escape')
}

test('A-02: whoever answers at first contact approves his own answer, unless the office asks for another person', async () => {
  const office = makeOffice()
  importHistory(office.dataDir, toldCase(ownAnswer, 5))
  const { line, drafts } = onlyCase(office)
  const host = await startBrowserHost(office.dataDir)
  const salem = await windowOf(host.address, 'salem')
  const admin = await colleagueOf(salem, 'admin')
  await openCase(salem.page, line.reference)
  const form = await openStep(salem.page, replyMessages.approve)
  const approve = form.getByRole('button', { name: ar(replyMessages.approveSubmit), exact: true })
  await form.getByText(ar(replyMessages.approverFcr)).waitFor()
  await approve.waitFor()

  await setFourEyes(admin.page, true)
  await salem.page.bringToFront()
  await form.getByText(ar(replyMessages.approverOther)).waitFor()
  expect(await approve.count()).toBe(0)
  const own = { case: line.reference, draft: drafts[0]?.id, exceptionReason: '' }
  expect(() => office.calls([{ call: 'reply.approve', input: own }], 'salem')).toThrow(/separation-author-approver/)

  await setFourEyes(admin.page, false)
  await salem.page.bringToFront()
  await form.getByText(ar(replyMessages.approverFcr)).waitFor()
  await submitStep(salem.page, replyMessages.approveSubmit, doneMessages.doneApproved)
  expect(onlyCase(office).state.exceptions).toMatchObject([{ rule: 'author_approver', way: 'fcr' }])
})
