import type { Page } from 'playwright'
import { frameMessages } from '#shared/i18n/frame.ts'
import { reportsMessages as words } from '#shared/i18n/reports.ts'
import { ar } from './words.ts'

/** Goes to the reports and asks for the quarter of the worked fixture. */
export const previewFirstQuarter = (page: Page): Promise<void> =>
  previewQuarter(page, { year: '2026', quarter: ar(words.first) })

export async function previewQuarter(
  page: Page,
  { year, quarter }: { readonly year: string; readonly quarter: string },
): Promise<void> {
  await page
    .getByRole('navigation', { name: ar(frameMessages.navigation) })
    .getByRole('link', { name: ar(words.title) })
    .click()
  await page.getByRole('combobox', { name: ar(words.year) }).click()
  await page.getByRole('option', { name: year, exact: true }).click()
  await page.getByRole('combobox', { name: ar(words.quarter) }).click()
  await page.getByRole('option', { name: new RegExp(`^${quarter} `) }).click()
  await page.getByRole('button', { name: ar(words.preview), exact: true }).click()
}

export const exportButton = (page: Page) => page.getByRole('button', { name: ar(words.export) })

export const downloadLink = (page: Page, format: string) =>
  page.getByRole('link', { name: ar(words.download, { name: format }) })
