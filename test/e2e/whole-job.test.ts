import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { closingMessages } from '#shared/i18n/case-steps-closing.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { referralMessages } from '#shared/i18n/case-steps-referral.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { chooseFrom, openCase, openStep, submitStep } from './support/case-page.ts'
import { intakeForm, shownNumber } from './support/intake-form.ts'
import { acceptAndClassify, approveReply, closeCase, rate, readByPhone, writeReply } from './support/job-steps.ts'
import { colleagues, departments, makeOffice } from './support/office.ts'
import type { Username } from './support/office.ts'
import { onlyCase } from './support/only-case.ts'
import { colleagueOf, windowOf } from './support/sign-in.ts'
import { triageMessages } from '#shared/i18n/case-steps-triage.ts'
import { ar } from './support/words.ts'

test('R-03 L-02 F-01 F-04 A-01 Z-01 Z-06 Z-09: one complaint from the desk to its end in windows: closed dissatisfied, reopened with new staff, closed again', async () => {
  const office = makeOffice()
  const host = await startBrowserHost(office.dataDir)
  const desk = await windowOf(host.address, 'desk')
  const reference = await register(desk.page)
  const at = async (user: Username): Promise<Page> => {
    const { page } = await colleagueOf(desk, user)
    await openCase(page, reference)
    return page
  }
  const salem = await at('salem')
  await acceptAndClassify(salem)
  await referAndAnswer(salem)
  await writeReply(salem, 'ستصدر رخصتكم هذا الأسبوع.')
  await approveReply(await at('huda'))
  await salem.bringToFront()
  await readByPhone(salem)
  const maha = await at('maha')
  await rate(maha, 'not_satisfied')
  await closeCase(maha)
  expect(onlyCase(office).line).toMatchObject({ status: 'closed', cycle: 1 })

  const reopening = await openStep(maha, closingMessages.reopen)
  await chooseFrom(reopening, triageMessages.handler, colleagues.head.name)
  await submitStep(maha, closingMessages.reopenSubmit, doneMessages.doneReopened)
  const head = await at('head')
  await writeReply(head, 'صدرت رخصتكم وهي جاهزة للتسليم.')
  await approveReply(await at('admin'))
  await head.bringToFront()
  await readByPhone(head)
  await maha.bringToFront()
  await rate(maha, 'satisfied')
  await closeCase(maha)

  const { line, state, timeline } = onlyCase(office)
  expect(line).toMatchObject({ reference, status: 'closed', cycle: 2, handler: { id: 'head' } })
  expect(state.cycles.map(({ ratings }) => ratings.map(({ rating }) => rating))).toEqual([
    ['not_satisfied'],
    ['satisfied'],
  ])
  const told = timeline.map(({ type }) => type)
  for (const once of ['registered', 'accepted', 'classified', 'referred', 'ref_replied', 'reopened'] as const)
    expect([once, told.filter((type) => type === once).length]).toEqual([once, 1])
  for (const twice of ['draft_submitted', 'approved', 'reply_sent', 'resolved', 'rated', 'closed'] as const)
    expect([twice, told.filter((type) => type === twice).length]).toEqual([twice, 2])
})

async function register(page: Page): Promise<string> {
  const form = intakeForm(page)
  await form.open()
  await form.chooseChannel('phone')
  await form.given.fill('فهد')
  await form.family.fill('الدوسري')
  await form.mobile.fill('0551234567')
  await form.chooseType('complaint')
  await form.chooseSubject('procedure')
  await form.subject.fill('تأخر إصدار رخصة البناء')
  await form.text.fill('قدّمت طلب رخصة البناء قبل شهرين ولم يصلني جواب.')
  await form.save()
  return await shownNumber(page)
}

async function referAndAnswer(page: Page): Promise<void> {
  const { ar: name } = departments.permits
  const refer = await openStep(page, referralMessages.refer)
  await chooseFrom(refer, referralMessages.departments, name)
  await page.keyboard.press('Escape')
  await refer.getByRole('textbox', { name: ar(referralMessages.referralText, { name }) }).fill('يرجى بيان ما تم.')
  await submitStep(page, referralMessages.referSubmit, doneMessages.doneReferred)
  await page
    .getByRole('article', { name })
    .getByRole('button', { name: ar(referralMessages.referralReply) })
    .click()
  await page.getByRole('textbox', { name: ar(referralMessages.referralReplyText) }).fill('تصدر الرخصة هذا الأسبوع.')
  await submitStep(page, referralMessages.referralReplySubmit, doneMessages.doneReferralReplied)
}
