import { expect, test } from 'vitest'
import type { Status } from '#shared/domain/case/codes.ts'
import { clockMessages } from '#shared/i18n/case-steps-clock.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { triageMessages } from '#shared/i18n/case-steps-triage.ts'
import { stepMessages } from '#shared/i18n/case-steps.ts'
import { statusLabels } from '#shared/i18n/codes.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { chooseFrom, openCase, openStep, submitStep } from './support/case-page.ts'
import { importHistory } from './support/command-line.ts'
import type { Username } from './support/office.ts'
import { colleagues, makeOffice } from './support/office.ts'
import { onlyCase } from './support/only-case.ts'
import { windowOf } from './support/sign-in.ts'
import { referredCase, toldCase } from './support/told-case.ts'
import { ar } from './support/words.ts'

const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10).split('-').toReversed().join('/')

test('L-03 W4 W6 B-05: a case is asked about and answered, suspended and resumed, given more time and given to another', async () => {
  const office = makeOffice()
  importHistory(office.dataDir, toldCase(referredCase, 2))
  const { line } = onlyCase(office)
  const { address } = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(address, 'head')
  await openCase(page, line.reference)
  /** The page says where the case stands, and its clock stands still or runs. */
  const stands = async (status: Status, clock: { readonly paused: boolean }): Promise<void> => {
    await page.getByText(statusLabels[status].ar, { exact: true }).first().waitFor()
    expect(onlyCase(office).clocks.find(({ kind }) => kind === 'case')).toMatchObject(clock)
  }
  const works = (user: Username): readonly string[] => {
    const [mine] = office.calls([{ call: 'cases.queue', input: { queue: 'my_work' } }], user)
    return (mine as { lines: { reference: string }[] }).lines.map(({ reference }) => reference)
  }
  expect([works('salem'), works('huda')]).toEqual([[line.reference], []])

  const ask = await openStep(page, clockMessages.requestInfo)
  await ask.getByRole('textbox', { name: ar(clockMessages.question) }).fill('ما رقم المعاملة؟')
  await submitStep(page, clockMessages.requestInfoSubmit, doneMessages.doneInfoRequested)
  await stands('awaiting_info', { paused: true })
  const answer = await openStep(page, clockMessages.receiveInfo)
  await answer.getByRole('textbox', { name: ar(clockMessages.receivedText) }).fill('رقمها 4411.')
  await submitStep(page, clockMessages.receiveInfoSubmit, doneMessages.doneInfoReceived)
  await stands('referred', { paused: false })

  const suspend = await openStep(page, clockMessages.suspend)
  await chooseFrom(suspend, stepMessages.reason, 'معروضة على القضاء')
  await submitStep(page, clockMessages.suspendSubmit, doneMessages.doneSuspended)
  await stands('suspended', { paused: true })
  await openStep(page, clockMessages.resume)
  await submitStep(page, clockMessages.resumeSubmit, doneMessages.doneResumed)
  await stands('referred', { paused: false })

  const extend = await openStep(page, clockMessages.extend)
  await extend.getByRole('textbox', { name: ar(clockMessages.extendUntil) }).fill(inDays(40))
  await chooseFrom(extend, stepMessages.reason, 'تتطلب زيارة ميدانية')
  await extend.getByRole('checkbox', { name: ar(clockMessages.clientNotified) }).check()
  await submitStep(page, clockMessages.extendSubmit, doneMessages.doneExtended)

  const assign = await openStep(page, triageMessages.assign)
  await chooseFrom(assign, triageMessages.handler, colleagues.huda.name)
  await submitStep(page, triageMessages.assignSubmit, doneMessages.doneAssigned)
  await page.getByRole('complementary').getByRole('definition').getByText(colleagues.huda.name).waitFor()
  expect([works('salem'), works('huda')]).toEqual([[], [line.reference]])

  const after = onlyCase(office)
  expect(after.line.handler?.id).toBe('huda')
  expect(Date.parse(after.line.due ?? '')).toBeGreaterThan(Date.parse(line.due ?? ''))
  expect(after.timeline.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['info_requested', 'info_received', 'suspended', 'resumed', 'extended', 'assigned']),
  )
})
