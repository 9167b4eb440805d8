import { expect, test } from 'vitest'
import { queuesMessages } from '#shared/i18n/queues.ts'
import { effort } from '#test/support/effort.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { makeBusyOffice } from './support/practice.ts'
import { windowOf } from './support/sign-in.ts'
import { visit } from './support/visit.ts'

// 100,000 at night; what is proved is the same: the rows in sight exist, and no others.
const cases = effort < 20 ? 1000 : Math.min(100_000, 1000 * effort)

test(`ui-6: a list of ${cases} cases is walked from end to end with few rows in the page`, async () => {
  const office = makeBusyOffice(cases)
  const host = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(host.address, 'head')
  await visit(page, '#/queues/all')
  const grid = page.getByRole('grid')
  expect(await grid.getAttribute('aria-rowcount')).toBe(String(cases + 1))
  await grid.focus()
  const seen = new Set<string>()
  for (const key of ['End', 'PageUp', 'Home', 'PageDown', 'PageDown']) {
    await page.keyboard.press(key)
    const row = grid.locator('[role=row][data-active]')
    await row.getByText(/RYD-\d\d-\d{6}-\d/).waitFor()
    seen.add((await row.getAttribute('aria-rowindex')) ?? '')
    expect(await grid.getByRole('row').count()).toBeLessThan(60)
  }
  expect(seen.has(String(cases + 1))).toBe(true)
  expect(seen.size).toBe(5)
  await page.mouse.move(600, 500)
  for (let turn = 0; turn < 20; turn += 1) await page.mouse.wheel(0, 4000)
  await expect.poll(() => grid.getByText(/RYD-\d\d-\d{6}-\d/).count()).toBeGreaterThan(5)
  expect(await grid.getByRole('row').count()).toBeLessThan(60)

  // Bug 15: all of the list is chosen, not the rows in sight alone.
  await grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('Space')
  await page.getByRole('button', { name: queuesMessages.selectAll.ar.zero }).click()
  await expect
    .poll(() => page.getByRole('group', { name: String(cases) }).count(), { timeout: 20_000 * effort })
    .toBe(1)
})
