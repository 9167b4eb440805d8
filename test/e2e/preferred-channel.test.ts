import type { Locator } from 'playwright'
import { expect, test } from 'vitest'
import { stepMessages as words } from '#shared/i18n/case-steps.ts'
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
    .getByRole('radiogroup', { name: ar(words.delivery) })
    .getByRole('radio')
    .evaluateAll((radios) => radios.map((radio) => (radio as HTMLInputElement).labels?.[0]?.textContent ?? null))

test('C-09: the way in which a reply leaves that the complainant prefers is proposed first, then those that reach him', async () => {
  const office = makeOffice()
  importHistory(office.dataDir, toldCase(approvedAnswer, 7))
  const host = await startBrowserHost(office.dataDir)
  const opened = await windowOf(host.address, 'salem')
  const { page } = opened
  await openCase(page, onlyCase(office).line.reference)
  const { handed_over, posted, read_by_phone, office_mailbox } = deliveryLabels
  const byPhone = [read_by_phone.ar, handed_over.ar, posted.ar, office_mailbox.ar]
  expect(await deliveriesIn(await openStep(page, words.recordSent))).toEqual(byPhone)

  await page.keyboard.press('Escape')
  const complainant = await openStep(page, words.complainant)
  await complainant.getByRole('checkbox', { name: contactChannelLabels.post.ar }).check()
  await chooseFrom(complainant, words.preferredChannel, contactChannelLabels.post.ar)
  await submitStep(page, words.complainantSubmit, words.doneComplainant)

  const sent = await openStep(page, words.recordSent)
  const preferred = ar(words.preferred, { channel: posted.ar })
  expect(await deliveriesIn(sent)).toEqual([preferred, read_by_phone.ar, handed_over.ar, office_mailbox.ar])
  await sent.getByRole('radio', { name: preferred }).check()
  await submitStep(page, words.recordSentSubmit, words.doneSent)
  expect(onlyCase(office).timeline.find(({ type }) => type === 'reply_sent')?.facts).toMatchObject({
    delivery: 'posted',
  })

  // He is called for his rating in the way that he prefers, too.
  const { page: calling } = await colleagueOf(opened, 'maha')
  await openCase(calling, onlyCase(office).line.reference)
  await openStep(calling, words.measure)
  await calling.getByRole('radio', { name: ar(words.measureAttempt) }).check()
  const channel = calling.getByRole('combobox', { name: ar(words.attemptChannel) })
  expect(await channel.inputValue()).toBe(ar(words.preferred, { channel: contactChannelLabels.post.ar }))
})
