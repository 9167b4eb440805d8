import type { Locator, Page } from 'playwright'
import { queuesMessages } from '#shared/i18n/queues.ts'
import { ar } from './words.ts'

/** Presses a figure. Out: the heading of the list that opens, and which of the fixture's cases stand in it (C1 to C11). */
export async function casesBehind(
  page: Page,
  figure: Locator,
): Promise<{ readonly title: string; readonly cases: readonly string[] }> {
  await figure.click()
  const heading = page.getByRole('heading', { level: 1, name: new RegExp(ar(queuesMessages.figure, { title: '' })) })
  await heading.waitFor()
  const rows = page
    .getByRole('main')
    .getByRole('row')
    .filter({ hasText: /شكوى C\d/ })
  await rows.first().waitFor()
  const cases = (await rows.allTextContents()).map((text) => /شكوى (C\d+)/.exec(text)?.[1] ?? '')
  return { title: (await heading.textContent()) ?? '', cases: cases.toSorted() }
}
