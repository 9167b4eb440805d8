import { expect, test } from 'vitest'
import { nextMessages } from '#shared/i18n/case-next.ts'
import { doneMessages as words } from '#shared/i18n/case-steps-done.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { openCase } from './support/case-page.ts'
import { importHistory } from './support/command-line.ts'
import { makeOffice } from './support/office.ts'
import { onlyCase } from './support/only-case.ts'
import { windowOf } from './support/sign-in.ts'
import { referredCase, toldCase } from './support/told-case.ts'
import { ar } from './support/words.ts'

test('UI-4: a case that nobody works on is taken in one press', async () => {
  const office = makeOffice()
  const unassigned = referredCase.filter(({ event }) => event !== 'assigned')
  importHistory(office.dataDir, toldCase(unassigned, 2))
  const { address } = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(address, 'salem')
  await openCase(page, onlyCase(office).line.reference)
  const take = page.getByRole('button', { name: ar(nextMessages.take), exact: true })
  await take.click()
  await page.getByText(ar(words.doneAssigned)).first().waitFor()
  await take.waitFor({ state: 'detached' })
  expect(onlyCase(office).line.handler?.id).toBe('salem')
})
