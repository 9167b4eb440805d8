import type { Locator } from 'playwright'
import { expect, test } from 'vitest'
import { clockMessages } from '#shared/i18n/case-steps-clock.ts'
import { closingMessages } from '#shared/i18n/case-steps-closing.ts'
import { detailsMessages } from '#shared/i18n/case-steps-details.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { replyMessages } from '#shared/i18n/case-steps-reply.ts'
import { contactChannelLabels, deliveryLabels } from '#shared/i18n/codes.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { chooseFrom, openCase, openStep, submitStep } from './support/case-page.ts'
import { importHistory } from './support/command-line.ts'
import { makeOffice } from './support/office.ts'
import { onlyCase } from './support/only-case.ts'
import { colleagueOf, windowOf } from './support/sign-in.ts'
import { answeredCase, toldCase } from './support/told-case.ts'
import { ar } from './support/words.ts'

const approvedAnswer = answeredCase.filter(({ event }) => !['reply_sent', 'resolved'].includes(event))

const deliveriesIn = (form: Locator): Promise<(string | null)[]> =>
  form
    .getByRole('radiogroup', { name: ar(replyMessages.delivery) })
    .getByRole('radio')
    .evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).labels?.[0]?.textContent ?? null))

test('C-09: the way in which a reply leaves that the complainant prefers is proposed first, then those that reach him', async () => {
  const office = makeOffice()
  importHistory(office.dataDir, toldCase(approvedAnswer, 7))
  const host = await startBrowserHost(office.dataDir)
  const opened = await windowOf(host.address, 'salem')
  const { page } = opened
  await openCase(page, onlyCase(office).line.reference)
  const { handed_over, posted, read_by_phone, office_mailbox, faxed, texted } = deliveryLabels
  const byPhone = [read_by_phone.ar, texted.ar, handed_over.ar, posted.ar, office_mailbox.ar, faxed.ar]
  expect(await deliveriesIn(await openStep(page, replyMessages.recordSent))).toEqual(byPhone)

  await page.keyboard.press('Escape')
  const complainant = await openStep(page, detailsMessages.complainant)
  await complainant.getByRole('checkbox', { name: contactChannelLabels.post.ar }).check()
  await chooseFrom(complainant, detailsMessages.preferredChannel, contactChannelLabels.post.ar)
  await submitStep(page, detailsMessages.complainantSubmit, doneMessages.doneComplainant)

  const sent = await openStep(page, replyMessages.recordSent)
  const preferred = ar(clockMessages.preferred, { channel: posted.ar })
  expect(await deliveriesIn(sent)).toEqual([
    preferred,
    read_by_phone.ar,
    texted.ar,
    handed_over.ar,
    office_mailbox.ar,
    faxed.ar,
  ])
  await sent.getByRole('radio', { name: preferred }).check()
  await submitStep(page, replyMessages.recordSentSubmit, doneMessages.doneSent)
  expect(onlyCase(office).timeline.find(({ type }) => type === 'reply_sent')?.facts).toMatchObject({
    delivery: 'posted',
  })

  // He is called for his rating in the way that he prefers, too.
  const { page: calling } = await colleagueOf(opened, 'maha')
  await openCase(calling, onlyCase(office).line.reference)
  await openStep(calling, closingMessages.measure)
  await calling.getByRole('radio', { name: ar(closingMessages.measureAttempt) }).check()
  const channel = calling.getByRole('combobox', { name: ar(closingMessages.attemptChannel) })
  expect(await channel.inputValue()).toBe(ar(clockMessages.preferred, { channel: contactChannelLabels.post.ar }))
})
