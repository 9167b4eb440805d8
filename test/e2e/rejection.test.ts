import { expect, test } from 'vitest'
import { triageMessages } from '#shared/i18n/case-steps-triage.ts'
import { stepMessages } from '#shared/i18n/case-steps.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { openCase, openStep } from './support/case-page.ts'
import { complaint } from './support/made-cases.ts'
import { makeOffice } from './support/office.ts'
import { onlyCase } from './support/only-case.ts'
import { windowOf } from './support/sign-in.ts'
import { ar } from './support/words.ts'

test('L-02 L-03: who rejects says whether the matter is within the remit; what is not is transferred instead', async () => {
  const office = makeOffice()
  office.calls([complaint()], 'desk')
  const { line } = onlyCase(office)
  const host = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(host.address, 'admin')
  await openCase(page, line.reference)
  await openStep(page, triageMessages.remitTitle)
  const aside = page.locator('[data-open] aside')
  await aside.getByRole('radio', { name: ar(triageMessages.remitReject), exact: true }).check()
  await aside.getByRole('textbox', { name: ar(triageMessages.rejectText) }).fill('لم ترد البيانات المطلوبة.')
  const reject = aside.getByRole('button', { name: ar(triageMessages.rejectSubmit), exact: true })
  await reject.click()
  await aside.getByText(ar(triageMessages.isWithinRemitMissing)).first().waitFor()
  await aside.getByRole('radio', { name: ar(stepMessages.no), exact: true }).check()
  // Said at the choice, before anything is written.
  await aside.getByText(ar(triageMessages.outsideRemitEndsNot)).first().waitFor()
  await reject.click()
  expect(onlyCase(office).line.status).toBe('registered')
})
