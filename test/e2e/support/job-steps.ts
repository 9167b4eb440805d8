import type { Page } from 'playwright'
import { closingMessages } from '#shared/i18n/case-steps-closing.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { replyMessages } from '#shared/i18n/case-steps-reply.ts'
import { triageMessages } from '#shared/i18n/case-steps-triage.ts'
import { stepMessages } from '#shared/i18n/case-steps.ts'
import { deliveryLabels, outcomeLabels, procedureLabels, ratingLabels } from '#shared/i18n/codes.ts'
import { chooseFrom, openStep, submitStep } from './case-page.ts'
import { ar } from './words.ts'

/* Steps of a case as a member of the staff takes them on its page. */

export async function writeReply(page: Page, text: string): Promise<void> {
  const form = await openStep(page, replyMessages.draft)
  await form.getByRole('textbox', { name: ar(replyMessages.replyText) }).fill(text)
  await submitStep(page, replyMessages.draftSubmit, doneMessages.doneDrafted)
}

export async function approveReply(page: Page): Promise<void> {
  await openStep(page, replyMessages.approve)
  await submitStep(page, replyMessages.approveSubmit, doneMessages.doneApproved)
}

export async function readByPhone(page: Page): Promise<void> {
  const sent = await openStep(page, replyMessages.recordSent)
  await sent.getByRole('radio', { name: deliveryLabels.read_by_phone.ar }).check()
  await submitStep(page, replyMessages.recordSentSubmit, doneMessages.doneSent)
}

export async function acceptAndClassify(page: Page): Promise<void> {
  await openStep(page, triageMessages.remitTitle)
  await submitStep(page, triageMessages.acceptSubmit, doneMessages.doneAccepted)
  const axes = await openStep(page, triageMessages.classify)
  await chooseFrom(axes, triageMessages.axisService, /التراخيص والتصاريح/)
  await axes.getByRole('radio', { name: ar(triageMessages.partiesSeveral) }).check()
  await axes.getByRole('radio', { name: ar(triageMessages.timeWeeks) }).check()
  await axes.getByRole('radio', { name: procedureLabels.processing.ar }).check()
  await submitStep(page, triageMessages.classifySubmit, doneMessages.doneClassified)
}

export async function rate(page: Page, rating: keyof typeof ratingLabels): Promise<void> {
  await openStep(page, closingMessages.measure)
  await page.getByRole('radio', { name: ratingLabels[rating].ar, exact: true }).check()
  await submitStep(page, closingMessages.rateSubmit, doneMessages.doneRated)
}

/** Every point of the closing list is decided. */
export async function closeCase(page: Page): Promise<void> {
  const form = await openStep(page, closingMessages.close)
  await form.getByRole('radio', { name: outcomeLabels.upheld.ar, exact: true }).check()
  await chooseFrom(form, closingMessages.rootCause, 'ضغط العمل')
  await form.getByRole('textbox', { name: ar(closingMessages.analysis) }).fill('تأخر استكمال المستندات.')
  await form
    .getByRole('radiogroup', { name: ar(closingMessages.knowledge) })
    .getByRole('radio', { name: ar(stepMessages.no) })
    .check()
  await form
    .getByRole('radiogroup', { name: ar(closingMessages.improvement) })
    .getByRole('radio', { name: ar(stepMessages.yes) })
    .check()
  await submitStep(page, closingMessages.closeSubmit, doneMessages.doneClosed)
}
