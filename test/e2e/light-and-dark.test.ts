import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { startBrowserHost } from './support/browser-host.ts'
import { useScheme } from './support/looks.ts'
import { makeBusyOffice } from './support/practice.ts'
import { windowOf } from './support/sign-in.ts'
import { visit } from './support/visit.ts'

/* Rule 13 of the window. That colours are plain enough, light and dark, is judged with the rest of ui-11. */

interface Mark {
  readonly tone: string
  readonly said: string
}

/**
 * Every coloured mark of the page: its tone, and what is left of it in black and white, its words and its pictures. A
 * picture without words stands beside the sentence of its line.
 */
const marksOf = (page: Page): Promise<readonly Mark[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('[data-tone]')].map((part) => {
      const words = part.textContent?.trim() || part.closest('li')?.textContent || ''
      const pictures = [...part.querySelectorAll('svg')].map((picture) => picture.innerHTML)
      return {
        tone: part.dataset['tone'] ?? '',
        said: [words.replaceAll(/[\d٠-٩]+/gu, '').trim(), ...pictures].join('|'),
      }
    }),
  )

test('UI-13 colour alone carries no meaning: marks of different colours differ in their words or pictures too', async () => {
  const office = makeBusyOffice(120)
  const host = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(host.address, 'head')
  const [all] = office.calls([{ call: 'cases.queue', input: { queue: 'all', page: { offset: 0, limit: 12 } } }]) as [
    { readonly lines: readonly { readonly reference: string }[] },
  ]
  const cases = all.lines.map(({ reference }) => `#/cases/${reference}`)
  const tones = new Map<string, Set<string>>()
  for (const address of ['#/queues/all', '#/queues/overdue', '#/dashboard', '#/settings/sync', ...cases]) {
    await visit(page, address)
    for (const { tone, said } of await marksOf(page)) tones.set(said, (tones.get(said) ?? new Set()).add(tone))
  }
  const seen = new Set([...tones.values()].flatMap((of) => [...of]))
  expect([...seen].toSorted()).toEqual(expect.arrayContaining(['bad', 'good', 'info', 'neutral', 'warn']))
  expect([...tones.keys()].filter((said) => said.startsWith('|') || said === '')).toEqual([])
  expect([...tones].filter(([, of]) => of.size > 1).map(([said, of]) => [said.slice(0, 80), [...of]])).toEqual([])
})

/** Whether the ground is darker than what is written on it. */
const isDark = (page: Page): Promise<boolean> =>
  page.evaluate(() => {
    const { backgroundColor } = getComputedStyle(document.body)
    const { color } = getComputedStyle(document.querySelector('h1') ?? document.body)
    const [ground, text] = [backgroundColor, color].map((of) =>
      (of.match(/\d+/g) ?? []).slice(0, 3).reduce((sum, part) => sum + Number(part), 0),
    )
    return (ground ?? 0) < (text ?? 0)
  })

test('UI-13 the window turns dark by its button, stays so when it is loaded anew, and turns light again', async () => {
  const office = makeBusyOffice(10)
  const host = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(host.address, 'head')
  await visit(page, '#/queues/all')
  expect(await isDark(page)).toBe(false)
  await useScheme(page, 'ar', 'dark')
  await page.reload()
  await page.getByRole('heading', { level: 1 }).waitFor()
  expect(await isDark(page)).toBe(true)
  await useScheme(page, 'ar', 'light')
  expect(await isDark(page)).toBe(false)
})
