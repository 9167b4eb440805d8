import type { Page } from 'playwright'
import { insideMessages as inside } from '#shared/i18n/case-inside.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { referralMessages } from '#shared/i18n/case-steps-referral.ts'
import { triageMessages } from '#shared/i18n/case-steps-triage.ts'
import { procedureLabels } from '#shared/i18n/codes.ts'
import { chooseFrom, openCase, openStep, submitStep } from './case-page.ts'
import { intakeForm, shownNumber } from './intake-form.ts'
import { departments } from './office.ts'
import { ar } from './words.ts'

/** A complaint by telephone, accepted, classified and referred to the permits department. Out: its number; its page is open. */
export async function registerAndRefer(page: Page): Promise<string> {
  const form = intakeForm(page)
  await form.open()
  await form.given.fill('عبير')
  await form.mobile.fill('0557654321')
  await form.chooseChannel('phone')
  await form.chooseType('complaint')
  await form.chooseSubject('procedure')
  await form.subject.fill('تأخر رخصة البناء')
  await form.text.fill('قدّمت الطلب قبل شهرين ولم يصلني جواب.')
  await form.save()
  const reference = await shownNumber(page)
  await openCase(page, reference)
  await openStep(page, triageMessages.remitTitle)
  await submitStep(page, triageMessages.acceptSubmit, doneMessages.doneAccepted)
  const axes = await openStep(page, triageMessages.classify)
  await chooseFrom(axes, triageMessages.axisService, /التراخيص والتصاريح/)
  await axes.getByRole('radio', { name: ar(triageMessages.partiesOne) }).check()
  await axes.getByRole('radio', { name: ar(triageMessages.timeWeeks) }).check()
  await axes.getByRole('radio', { name: procedureLabels.processing.ar }).check()
  await submitStep(page, triageMessages.classifySubmit, doneMessages.doneClassified)
  const refer = await openStep(page, referralMessages.refer)
  const { ar: name } = departments.permits
  await chooseFrom(refer, referralMessages.departments, name)
  await page.keyboard.press('Escape')
  await refer
    .getByRole('textbox', { name: ar(referralMessages.referralText, { name }) })
    .fill('يرجى بيان سبب تأخر الرخصة.')
  await submitStep(page, referralMessages.referSubmit, doneMessages.doneReferred)
  // F-03: whom the department is told by that it is there.
  const told = ar(inside.toldOfReferral, { who: '' }).trim()
  const article = page.getByRole('article', { name })
  await article.getByText(new RegExp(`${told}.*بدر العنزي`)).waitFor()
  return reference
}
