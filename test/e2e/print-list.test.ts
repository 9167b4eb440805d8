import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { queueLabels, queuesMessages as words } from '#shared/i18n/queues.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { markScheme } from './support/looks.ts'
import { makeBusyOffice } from './support/practice.ts'
import { windowOf } from './support/sign-in.ts'
import { visit } from './support/visit.ts'
import { ar } from './support/words.ts'

interface Sheet {
  readonly text: string
  readonly rule: string
  /** Of the words in a heading's cell and in a line. */
  readonly inks: readonly (string | undefined)[]
}

/** A window without a screen prints nothing: what stood on the sheet while it printed is kept in sight. */
const keepSheets = (page: Page): Promise<void> =>
  page.evaluate(() => {
    globalThis.print = () => {
      const root = document.getElementById('print-root')
      if (root === null) return
      root.style.display = 'block'
      const ink = (cell: string) => getComputedStyle(root.querySelector(cell) ?? root).color
      const rule = [...document.head.querySelectorAll('style')].map((style) => style.textContent).join(' ')
      const sheet = { text: root.innerText, rule, inks: [ink('thead th'), ink('tbody td')] }
      root.style.display = ''
      document.body.dataset['sheet'] = JSON.stringify(sheet)
    }
  })

test('UI-12 G-06 a list is printed as it stands, in its order, wide and dark on white also in a dark window, and it is on record', async () => {
  const office = makeBusyOffice(40)
  const host = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(host.address, 'head')
  await markScheme(page, 'dark')
  await visit(page, '#/queues/all')
  await page.getByRole('button', { name: ar(words.print), exact: true }).click()
  const dialog = page.getByRole('dialog', { name: ar(words.print) })
  await dialog.getByRole('table').waitFor()
  await keepSheets(page)
  await dialog.getByRole('button', { name: ar(words.printOnPaper), exact: true }).click()
  const sheet = JSON.parse((await page.locator('body[data-sheet]').getAttribute('data-sheet')) ?? '{}') as Sheet

  const [list] = office.calls([
    {
      call: 'cases.queue',
      input: { queue: 'all', sort: 'received', descending: true, page: { offset: 0, limit: 100 } },
    },
  ]) as readonly { readonly total: number; readonly lines: readonly { readonly reference: string }[] }[]
  const numbers = list?.lines.map(({ reference }) => reference) ?? []
  const places = numbers.map((number) => sheet.text.indexOf(number))
  expect(places).toEqual([...places].sort((a, b) => a - b))
  expect(places[0]).toBeGreaterThan(sheet.text.indexOf(ar(queueLabels.all)))
  expect(sheet.rule).toContain('size: A4 landscape')
  expect(sheet.inks.map((ink) => isDark(ink))).toEqual([true, true])

  const [audit] = office.calls([{ call: 'audit.list', input: { kind: 'printed' } }]) as { lines: unknown[] }[]
  expect(audit?.lines).toMatchObject([
    { subject: { kind: 'thing', name: { ar: `قائمة «${ar(queueLabels.all)}»: ${numbers.length}` } } },
  ])
})

/** In: a colour as the browser computes it. */
const isDark = (ink = ''): boolean => (ink.match(/\d+/g) ?? ['255']).slice(0, 3).every((part) => Number(part) < 128)
