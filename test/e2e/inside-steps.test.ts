import { expect, test } from 'vitest'
import { insideMessages as inside } from '#shared/i18n/case-inside.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { referralMessages } from '#shared/i18n/case-steps-referral.ts'
import { stepMessages } from '#shared/i18n/case-steps.ts'
import { timelineMessages } from '#shared/i18n/case-timeline.ts'
import { ladderMessages as ladder } from '#shared/i18n/ladder.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { chooseFrom, openCase, openStep, submitStep } from './support/case-page.ts'
import { importHistory } from './support/command-line.ts'
import type { TestOffice } from './support/office.ts'
import { departments, makeOffice } from './support/office.ts'
import { onlyCase } from './support/only-case.ts'
import { windowOf } from './support/sign-in.ts'
import { referredCase, toldCase } from './support/told-case.ts'
import { visit } from './support/visit.ts'
import { ar } from './support/words.ts'

const directorate = { ar: 'مديرية الصرف', en: 'Payments Directorate' } as const

function officeWithDirectorate(): TestOffice {
  const office = makeOffice()
  const contact = { phone: '', email: '', liaison: '' }
  const unit = { id: 'payments', kind: 'directorate', code: 'PAY', name: directorate, parent: 'finance' }
  office.calls([{ call: 'admin.setUnit', input: { ...unit, active: true, serves: [], contact } }])
  importHistory(office.dataDir, toldCase(referredCase, 2))
  return office
}

const tomorrow = (): string =>
  new Date(Date.now() + 2 * 86_400_000).toISOString().slice(0, 10).split('-').toReversed().join('/')

test('F-05 R-09 G-05 G-07 B-17: a directorate is asked and answers, a reminder tells who complained, an identity is disclosed and taken back, employees are named', async () => {
  const office = officeWithDirectorate()
  const host = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(host.address, 'head')
  await openCase(page, onlyCase(office).line.reference)

  const ask = await openStep(page, inside.askDirectorate)
  await ask.getByText(ar(inside.askAbout)).waitFor()
  expect(ar(inside.askAbout)).toMatch(/بكتاب.*ولا يصل إلى جهاز/)
  await chooseFrom(ask, inside.directorate, directorate.ar)
  await ask.getByRole('textbox', { name: ar(inside.whatIsAsked) }).fill('متى يُصرف المبلغ؟')
  await submitStep(page, inside.askSubmit, inside.doneAsked)
  const answer = await openStep(page, inside.answerDirectorate)
  await answer.getByRole('textbox', { name: ar(inside.whatItSaid) }).fill('خلال أسبوع.')
  await submitStep(page, inside.answerSubmit, inside.doneAnswered)

  const remind = await openStep(page, referralMessages.remind)
  await remind.getByRole('textbox', { name: ar(stepMessages.note) }).fill('اتصلوا بها على 0557654321.')
  await remind.getByRole('button', { name: ar(referralMessages.remindSubmit), exact: true }).click()
  await remind.getByRole('button', { name: ar(referralMessages.identityUnconfirmed) }).waitFor()
  await remind.getByRole('checkbox', { name: /0557654321/ }).check()
  await submitStep(page, referralMessages.remindSubmit, doneMessages.doneReminded)
  await page.getByText(ar(timelineMessages.identityTold)).waitFor()

  const disclose = await openStep(page, inside.disclose)
  await disclose.getByRole('textbox', { name: ar(inside.until) }).fill(tomorrow())
  await disclose.getByRole('textbox', { name: ar(inside.discloseWhy) }).fill('لتحديد موعد معها.')
  await submitStep(page, inside.discloseSubmit, inside.doneDisclosed)
  await openStep(page, inside.endDisclosure)
  await submitStep(page, inside.endSubmit, inside.doneEnded)

  const about = await openStep(page, inside.about)
  await about.getByRole('textbox', { name: ar(inside.staffId) }).fill('7712')
  await chooseFrom(about, inside.employeeUnit, directorate.ar)
  await submitStep(page, inside.aboutSubmit, inside.doneAbout)

  // G-07: an office that stands alone knows no other unit, and the form says so.
  const move = await openStep(page, inside.move)
  await move.getByText(ar(inside.noOtherUnit)).waitFor()

  const { state, timeline } = onlyCase(office)
  const finance = state.cycles[0]?.referrals.find(({ department }) => department === 'finance')
  expect(finance?.requests).toMatchObject([{ directorate: 'payments', answered: expect.anything() }])
  expect(finance?.disclosedUntil).toBe(null)
  expect(state.complainedAbout).toMatchObject([{ staffId: '7712', unit: 'payments' }])
  // The ladder may have climbed meanwhile, by the day of the week: its reminders tell nothing.
  const reminders = timeline.flatMap(({ type, facts }) => (type === 'reminder_sent' ? [facts] : []))
  expect(reminders.filter((facts) => 'tells' in facts)).toMatchObject([{ tells: 'confirmed' }])
  await page.getByRole('article', { name: departments.finance.ar }).waitFor()
})

test('E-02 E-03 the ladder as it is typed is tried on a case: who would be told when, and nothing is written', async () => {
  const office = officeWithDirectorate()
  const host = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(host.address, 'admin')
  await visit(page, '#/settings/limits')
  const number = page.getByRole('textbox', { name: ar(ladder.trialCase) })
  const tryIt = page.getByRole('button', { name: ar(ladder.trialRun), exact: true })
  await number.fill(onlyCase(office).line.reference)
  await tryIt.click()
  const table = page.getByRole('table', { name: departments.finance.ar })
  await table.waitFor()
  const rungs = await table.getByRole('row').count()
  await page.getByRole('button', { name: ar(ladder.add), exact: true }).click()
  // A level that tells nobody is not whole, and the ladder is not tried.
  expect(await tryIt.isDisabled()).toBe(true)
  await page.getByRole('button', { name: ar(ladder.remove, { rung: 1 }), exact: true }).click()
  await page.getByRole('button', { name: ar(ladder.remove, { rung: rungs - 1 }), exact: true }).click()
  await tryIt.click()
  await expect.poll(() => table.getByRole('row').count()).toBe(rungs - 1)
  await number.fill('RYD-26-999999-9')
  await tryIt.click()
  await page.getByRole('alert').waitFor()
})
