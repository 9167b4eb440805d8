import { expect, test } from 'vitest'
import type { WorkCalendar } from '#shared/domain/clock/calendar.ts'
import { caseMessages } from '#shared/i18n/case.ts'
import { insideMessages } from '#shared/i18n/case-inside.ts'
import { nextMessages } from '#shared/i18n/case-next.ts'
import { closingMessages } from '#shared/i18n/case-steps-closing.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { referralMessages } from '#shared/i18n/case-steps-referral.ts'
import { replyMessages } from '#shared/i18n/case-steps-reply.ts'
import { triageMessages } from '#shared/i18n/case-steps-triage.ts'
import { stepMessages } from '#shared/i18n/case-steps.ts'
import { attemptResultLabels, outcomeLabels, procedureLabels, statusLabels } from '#shared/i18n/codes.ts'
import type { BrowserHost } from './support/browser-host.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { chooseFrom, isSubmitInSight, openCase, openStep, submitStep } from './support/case-page.ts'
import { importHistory } from './support/command-line.ts'
import { approveReply, closeCase, rate, readByPhone, writeReply } from './support/job-steps.ts'
import { complaint } from './support/made-cases.ts'
import type { TestOffice } from './support/office.ts'
import { colleagues, departments, makeOffice } from './support/office.ts'
import { onlyCase } from './support/only-case.ts'
import { colleagueOf, windowOf } from './support/sign-in.ts'
import { answeredCase, referredCase, toldCase } from './support/told-case.ts'
import { ar } from './support/words.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import type { Page } from 'playwright'

async function withOldCase(
  ...told: Parameters<typeof toldCase>
): Promise<{ readonly office: TestOffice; readonly host: BrowserHost; readonly reference: string }> {
  const office = makeOffice()
  importHistory(office.dataDir, toldCase(...told))
  return { office, host: await startBrowserHost(office.dataDir), reference: onlyCase(office).line.reference }
}

/** As it is typed. */
const yesterday = (): string =>
  new Date(Date.now() - 86_400_000).toISOString().slice(0, 10).split('-').toReversed().join('/')

test('L-02 L-04 F-01: a complaint is accepted, classified on four axes and referred to two departments at once', async () => {
  const office = makeOffice()
  const [made] = office.calls([complaint()], 'desk') as { reference: string }[]
  const host = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(host.address, 'salem')
  await openCase(page, made?.reference ?? '')
  await openStep(page, triageMessages.remitTitle)
  await submitStep(page, triageMessages.acceptSubmit, doneMessages.doneAccepted)

  const axes = await openStep(page, triageMessages.classify)
  // UI-4: a long form never hides its button, wherever its fields are scrolled to.
  expect(await isSubmitInSight(page, triageMessages.classifySubmit)).toBe(true)
  await chooseFrom(axes, triageMessages.axisService, /التراخيص والتصاريح/)
  await axes.getByRole('radio', { name: ar(triageMessages.partiesSeveral) }).check()
  await axes.getByRole('radio', { name: ar(triageMessages.timeWeeks) }).check()
  await axes.getByRole('radio', { name: procedureLabels.processing.ar }).check()
  await submitStep(page, triageMessages.classifySubmit, doneMessages.doneClassified)

  const refer = await openStep(page, referralMessages.refer)
  for (const { ar: name } of Object.values(departments)) await chooseFrom(refer, referralMessages.departments, name)
  await page.keyboard.press('Escape')
  for (const { ar: name } of Object.values(departments))
    await refer
      .getByRole('textbox', { name: ar(referralMessages.referralText, { name }) })
      .fill(`يرجى بيان ما تم لدى ${name}.`)
  // what may tell who complained goes only when somebody says so.
  const { ar: told } = departments.permits
  await refer
    .getByRole('textbox', { name: ar(referralMessages.referralText, { name: told }) })
    .fill('يرجى بيان ما تم، وهاتفه 0791234567.')
  await refer.getByRole('button', { name: ar(referralMessages.referSubmit), exact: true }).click()
  await refer.getByRole('button', { name: ar(referralMessages.identityUnconfirmed) }).waitFor()
  await refer
    .getByRole('checkbox', { name: ar(referralMessages.identitySend, { name: told, places: '0791234567' }) })
    .check()
  await submitStep(page, referralMessages.referSubmit, doneMessages.doneReferred)
  // F-03: neither has a user who could be told of it.
  for (const { ar: name } of Object.values(departments))
    await page.getByRole('article', { name }).getByText(ar(insideMessages.toldNobody)).waitFor()
  expect(onlyCase(office).line).toMatchObject({ status: 'referred', complexity: 'complex' })
})

test('F-04 A-01 A-02 Z-03: a late department, a reply returned once and approved by another user, an unreachable client after three attempts', async () => {
  const { office, host, reference } = await withOldCase(referredCase, 40)
  setAttempts(office)
  const salem = await windowOf(host.address, 'salem')
  const huda = await colleagueOf(salem, 'huda')
  const maha = await colleagueOf(salem, 'maha')

  // The head sees which cases wait for a department that is late without opening them.
  await salem.page.evaluate(() => void (window.location.hash = '#/queues/awaiting_departments'))
  await salem.page.getByText(ar(partsMessages.referralLate)).waitFor()
  await openCase(salem.page, reference)
  const finance = salem.page.getByRole('article', { name: departments.finance.ar })
  await finance
    .getByText(/متأخرة/)
    .first()
    .waitFor()
  await finance.getByRole('button', { name: ar(referralMessages.referralReply) }).click()
  await salem.page
    .getByRole('textbox', { name: ar(referralMessages.referralReplyText) })
    .fill('تأخر الصرف لنقص المستندات وقد اكتملت.')
  // F-04: the letter came before it was entered, on paper.
  await salem.page.getByRole('textbox', { name: ar(referralMessages.referralReplyAt) }).fill(yesterday())
  const letters = ['reply.pdf', 'receipts.pdf', 'statement.pdf', 'decision.pdf'].map((name) => ({
    name,
    mimeType: 'application/pdf',
    buffer: Buffer.from(`%PDF-1.4 ${name}`),
  }))
  // C-10: several at once, whichever of them comes in last.
  await salem.page.getByRole('form').locator('input[type=file]').first().setInputFiles(letters)
  for (const { name } of letters)
    await salem.page.getByRole('button', { name: ar(partsMessages.fileRemove, { name }) }).waitFor()
  await submitStep(salem.page, referralMessages.referralReplySubmit, doneMessages.doneReferralReplied)
  const { files, state } = onlyCase(office)
  expect(files.map(({ name }) => name)).toEqual(expect.arrayContaining(letters.map(({ name }) => name)))
  const came = state.cycles[0]?.referrals.map(({ replied }) => Date.parse(replied?.at ?? '')) ?? []
  expect(came.some((at) => at < Date.now() - 20 * 3_600_000)).toBe(true)

  await writeReply(salem.page, 'ستُصرف مستحقاتكم.')
  await openCase(huda.page, reference)
  const back = await openStep(huda.page, replyMessages.returnDraft)
  await chooseFrom(back, stepMessages.reason, 'الرد غير مكتمل')
  await back.getByRole('textbox', { name: ar(replyMessages.whatToCorrect) }).fill('اذكر موعد الصرف.')
  await submitStep(huda.page, replyMessages.returnDraftSubmit, doneMessages.doneDraftReturned)

  await salem.page.getByText(statusLabels.rework.ar).first().waitFor()
  await salem.page.getByText(ar(nextMessages.returnedFor, { reason: 'الرد غير مكتمل' })).waitFor()
  await writeReply(salem.page, 'ستُصرف مستحقاتكم يوم الأحد القادم.')
  const own = await openStep(salem.page, replyMessages.approve)
  await own.getByText(ar(replyMessages.approverOther)).waitFor()
  expect(await own.getByRole('button', { name: ar(replyMessages.approveSubmit), exact: true }).count()).toBe(0)

  await approveReply(huda.page)
  await salem.page.keyboard.press('Escape')
  await readByPhone(salem.page)

  await openCase(maha.page, reference)
  for (const done of [1, 2, 3]) await recordAttempt(maha.page, done)
  await closeAsUnreachable(maha.page)
  const closed = onlyCase(office)
  expect(closed.line.status).toBe('closed')
  expect(closed.drafts).toHaveLength(2)
  expect(closed.timeline.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['draft_returned', 'approved', 'reply_sent', 'unreachable_declared', 'closed']),
  )
})

/**
 * An office may settle for three attempts on one day; the shipped protocol asks for three days, which a test cannot wait
 * for. Every day is a working day here: the test runs on any.
 */
function setAttempts(office: TestOffice): void {
  const [settings, { calendar }] = office.calls([{ call: 'admin.settings' }, { call: 'admin.calendar' }]) as [
    Record<string, unknown>,
    { calendar: WorkCalendar },
  ]
  const hours = [{ from: '08:00', to: '15:00' }]
  const weekly = { '0': hours, '1': hours, '2': hours, '3': hours, '4': hours, '5': hours, '6': hours }
  const { office: _unit, code: _code, practice: _practice, ...kept } = settings
  office.calls([
    { call: 'admin.setCalendar', input: { calendar: { ...calendar, weekly } } },
    { call: 'admin.setSettings', input: { ...kept, attempts: { count: 3, days: 1, bands: 1, channels: 1 } } },
  ])
}

async function recordAttempt(page: Page, done: number): Promise<void> {
  await openStep(page, closingMessages.measure)
  await page.getByRole('radio', { name: ar(closingMessages.measureAttempt) }).check()
  await page.getByRole('radio', { name: attemptResultLabels.no_answer.ar }).check()
  await submitStep(page, closingMessages.attemptSubmit, doneMessages.doneAttempt)
  await page
    .getByText(ar(closingMessages.protocolCount, { done, required: 3 }))
    .first()
    .waitFor()
}

async function closeAsUnreachable(page: Page): Promise<void> {
  await openStep(page, closingMessages.measure)
  await page.getByRole('radio', { name: ar(closingMessages.measureUnreachable) }).check()
  await page
    .getByRole('textbox', { name: ar(closingMessages.decisionTaken) })
    .fill('يُغلق الطلب وتبقى نتيجته متاحة لمقدمه.')
  await submitStep(page, closingMessages.unreachableSubmit, doneMessages.doneUnreachable)
  await closeCase(page)
}

test('Z-01 Z-06 Z-07: a dissatisfied client’s case is reopened; whoever worked on it before cannot be given it again', async () => {
  const { office, host, reference } = await withOldCase(answeredCase, 7)
  const { page } = await windowOf(host.address, 'maha')
  await openCase(page, reference)
  await rate(page, 'not_satisfied')

  const form = await openStep(page, closingMessages.reopen)
  await form.getByRole('combobox', { name: ar(triageMessages.handler) }).click()
  for (const { name } of [colleagues.salem, colleagues.huda])
    expect(
      await page
        .getByRole('option', { name: ar(triageMessages.staffExcluded, { name }) })
        .getAttribute('data-combobox-disabled'),
    ).toBe('true')
  await page.getByRole('option', { name: colleagues.head.name }).click()
  await page.getByRole('radio', { name: outcomeLabels.not_upheld.ar, exact: true }).check()
  const toOld = { case: reference, cause: 'dissatisfied', route: 'rating', handler: 'salem', note: '' }
  expect(() => office.calls([{ call: 'closing.reopen', input: toOld }], 'maha')).toThrow(/separation-new-staff/)
  await submitStep(page, closingMessages.reopenSubmit, doneMessages.doneReopened)
  const reopened = onlyCase(office)
  expect(reopened.line).toMatchObject({ status: 'reopened', cycle: 2, reference, handler: { id: 'head' } })
  expect(reopened.state.cycles[1]?.reopening).toMatchObject({ outcome: 'not_upheld' })
  await page
    .getByRole('article', { name: departments.finance.ar })
    .getByText(ar(caseMessages.earlierCycle, { cycle: 1 }))
    .waitFor()
})
