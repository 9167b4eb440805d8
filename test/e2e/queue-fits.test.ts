import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { startBrowserHost } from './support/browser-host.ts'
import { useLanguage } from './support/looks.ts'
import { makeBusyOffice } from './support/practice.ts'
import { windowOf } from './support/sign-in.ts'
import { visit } from './support/visit.ts'

/* The counter's screen has 1366 pixels: a queue is read there without pointing at each row. */

test('UI-6 UI-14 subjects, people, states and departments of a queue stand in full on a small screen, in both languages', async () => {
  const office = makeBusyOffice(150)
  const { address } = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(address, 'head')
  for (const language of ['ar', 'en'] as const) {
    await useLanguage(page, language)
    expect(await cutPlaces(page), language).toEqual([])
    for (const queue of ['all_open', 'overdue', 'to_call', 'awaiting_departments']) {
      await visit(page, `#/queues/${queue}`)
      await page.locator('[role=row] [title]').first().waitFor()
      const cut = await page.locator('[role=row]').evaluateAll(
        (rows, parts) =>
          rows
            .flatMap((row) => [...row.querySelectorAll(parts)])
            // A pixel or two more than the box are the dots below a letter.
            .filter((part) => part.scrollWidth > part.clientWidth + 1 || part.scrollHeight > part.clientHeight + 4)
            .map((part) => part.textContent),
        whatIsWritten,
      )
      expect(cut, `${queue} ${language}`).toEqual([])
      expect(await isNumberWhole(page), `${queue} ${language}`).toBe(true)
    }
  }
})

/** Places of the navigation that do not stand there in full beside the count of a large office; a longer one goes on in a second line. */
const cutPlaces = (page: Page): Promise<readonly string[]> =>
  page.locator('nav a').evaluateAll((places) =>
    places.flatMap((place) => {
      const [label, count] = ['item-label', 'count'].map((part) => place.querySelector(`[class*=${part}]`))
      if (count?.firstElementChild) count.firstElementChild.textContent = '12,345'
      return label && label.scrollWidth > label.clientWidth ? [label.textContent] : []
    }),
  )

/** In a row: what has a title, a mark, and the lines below them. */
const whatIsWritten = ['[title]', '[class*=word]', '[class*=second]', '[class*=raised]']
  .map((part) => `[role=gridcell] ${part}`)
  .join(', ')

/** Whether the column of numbers holds the widest letters that an office's code can have. */
const isNumberWhole = (page: Page): Promise<boolean> =>
  page
    .locator('[role=gridcell] bdi')
    .first()
    .evaluate((number) => {
      const [letters] = number.childNodes
      if (letters === undefined) return false
      letters.textContent = (letters.textContent ?? '').replace('RYD', 'WMW')
      const cell = number.closest('[role=gridcell]')
      return number.textContent?.startsWith('WMW') === true && cell !== null && cell.firstElementChild !== null
        ? number.getBoundingClientRect().width <= cell.firstElementChild.clientWidth
        : false
    })
