import type { Locator, Page } from 'playwright'
import { expect, test } from 'vitest'
import { adminUserMessages } from '#shared/i18n/admin-users.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import { nextMessages } from '#shared/i18n/case-next.ts'
import { caseMessages } from '#shared/i18n/case.ts'
import { triageMessages } from '#shared/i18n/case-steps-triage.ts'
import { doneMessages } from '#shared/i18n/case-steps-done.ts'
import { frameMessages } from '#shared/i18n/frame.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { openCase, openStep } from './support/case-page.ts'
import { importHistory } from './support/command-line.ts'
import { complaint } from './support/made-cases.ts'
import { makeOffice } from './support/office.ts'
import { onlyCase } from './support/only-case.ts'
import { windowOf } from './support/sign-in.ts'
import { answeredCase, toldCase } from './support/told-case.ts'
import { visit } from './support/visit.ts'
import { ar } from './support/words.ts'

/* On the common screen of a counter, 1366×768. */

const placeOf = async (element: Locator) => {
  const box = await element.boundingBox()
  if (box === null) throw new Error('not shown')
  return box
}

/** Whether all of it can be seen and pressed where it stands. */
const isInSight = (element: Locator): Promise<boolean> =>
  element.evaluate((node) => {
    const { top, bottom, left, width } = node.getBoundingClientRect()
    const isOnTop = (y: number): boolean => node.contains(document.elementFromPoint(left + width / 2, y))
    return isOnTop(top + 2) && isOnTop(bottom - 2)
  })

const sideOf = (page: Page): Locator => page.getByRole('complementary', { name: ar(caseMessages.side) })

test('UI-14 UI-4: the form of a step opens with its heading and the way out of it in sight', async () => {
  const office = makeOffice()
  const [{ reference } = { reference: '' }] = office.calls([complaint({ subject: 'انقطاع المياه' })], 'head') as {
    reference: string
  }[]
  const { address } = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(address, 'salem')
  await openCase(page, reference)
  await openStep(page, triageMessages.remitTitle)
  await sideOf(page)
    .getByRole('button', { name: ar(triageMessages.acceptSubmit), exact: true })
    .click()
  await openStep(page, triageMessages.classify)
  const side = sideOf(page)
  expect(await isInSight(side.getByRole('heading', { name: ar(triageMessages.classify) }))).toBe(true)
  expect(await isInSight(side.getByRole('button', { name: ar(caseMessages.closeForm) }))).toBe(true)
})

test('UI-14 UI-5: two answered referrals stand in one row of their own, at one height', async () => {
  const office = makeOffice()
  const answered = answeredCase.filter(
    ({ event }) => !['draft_submitted', 'approved', 'reply_sent', 'resolved'].includes(event),
  )
  importHistory(office.dataDir, toldCase(answered, 7))
  const { address } = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(address, 'salem')
  await openCase(page, onlyCase(office).line.reference)
  const clocks = page.getByRole('list', { name: ar(caseMessages.clocks) }).getByRole('listitem')
  expect(await clocks.count()).toBe(3)
  const [own, first, second] = [
    await placeOf(clocks.nth(0)),
    await placeOf(clocks.nth(1)),
    await placeOf(clocks.nth(2)),
  ]
  expect(second.y).toBe(first.y)
  expect(second.height).toBe(first.height)
  expect(first.y).toBeGreaterThanOrEqual(own.y + own.height)
})

test('UI-14 G-02: save and cancel of a long dialog are always in sight', async () => {
  const office = makeOffice()
  const { address } = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(address, 'admin')
  await visit(page, '#/settings/users')
  await page.getByRole('button', { name: ar(adminUserMessages.addUser) }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('textbox', { name: ar(adminMessages.nameAr) }).waitFor()
  for (const name of [adminMessages.save, adminMessages.cancel])
    await expect.poll(() => isInSight(dialog.getByRole('button', { name: ar(name), exact: true }))).toBe(true)
})

test('UI-14: what was just done is said clear of the navigation, of the page’s title and of its buttons', async () => {
  const office = makeOffice()
  const [{ reference } = { reference: '' }] = office.calls([complaint({ subject: 'انقطاع المياه' })], 'head') as {
    reference: string
  }[]
  const { address } = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(address, 'salem')
  await openCase(page, reference)
  await sideOf(page)
    .getByRole('button', { name: ar(nextMessages.take), exact: true })
    .click()
  const toast = page.getByRole('alert').filter({ hasText: ar(doneMessages.doneAssigned) })
  await toast.waitFor()
  const said = await placeOf(toast)
  const others = [
    page.getByRole('navigation', { name: ar(frameMessages.navigation) }),
    page.getByRole('heading', { level: 1 }),
    page.getByRole('main').getByRole('button').first(),
  ]
  for (const other of others) {
    const { x, y, width, height } = await placeOf(other)
    const isApart = x >= said.x + said.width || said.x >= x + width || y >= said.y + said.height || said.y >= y + height
    expect(isApart).toBe(true)
  }
})
