import { expect, test } from 'vitest'
import { stepMessages as words } from '#shared/i18n/case-steps.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { chooseFrom, openCase, openStep, submitStep } from './support/case-page.ts'
import { importHistory } from './support/command-line.ts'
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

  const ask = await openStep(page, words.requestInfo)
  await ask.getByRole('textbox', { name: ar(words.question) }).fill('ما رقم المعاملة؟')
  await submitStep(page, words.requestInfoSubmit, words.doneInfoRequested)
  const answer = await openStep(page, words.receiveInfo)
  await answer.getByRole('textbox', { name: ar(words.receivedText) }).fill('رقمها 4411.')
  await submitStep(page, words.receiveInfoSubmit, words.doneInfoReceived)

  const suspend = await openStep(page, words.suspend)
  await chooseFrom(suspend, words.reason, 'معروضة على القضاء')
  await submitStep(page, words.suspendSubmit, words.doneSuspended)
  await openStep(page, words.resume)
  await submitStep(page, words.resumeSubmit, words.doneResumed)

  const extend = await openStep(page, words.extend)
  await extend.getByRole('textbox', { name: ar(words.extendUntil) }).fill(inDays(40))
  await chooseFrom(extend, words.reason, 'تتطلب زيارة ميدانية')
  await extend.getByRole('checkbox', { name: ar(words.clientNotified) }).check()
  await submitStep(page, words.extendSubmit, words.doneExtended)

  const assign = await openStep(page, words.assign)
  await chooseFrom(assign, words.handler, colleagues.huda.name)
  await submitStep(page, words.assignSubmit, words.doneAssigned)

  const after = onlyCase(office)
  expect(after.line.handler?.id).toBe('huda')
  expect(Date.parse(after.line.due ?? '')).toBeGreaterThan(Date.parse(line.due ?? ''))
  expect(after.timeline.map(({ type }) => type)).toEqual(
    expect.arrayContaining(['info_requested', 'info_received', 'suspended', 'resumed', 'extended', 'assigned']),
  )
})
