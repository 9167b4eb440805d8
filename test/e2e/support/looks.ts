import type { Page } from 'playwright'
import { frameMessages } from '#shared/i18n/frame.ts'
import type { Language } from '#shared/i18n/messages.ts'
import { translate } from '#shared/i18n/messages.ts'
import { effort } from '#test/support/effort.ts'
import { axeFindings } from './accessible.ts'
import type { Judged } from './accessible.ts'

/** A page is looked at in this language, light or dark, and judged by so many rules. */
export interface Look {
  readonly language: Language
  readonly scheme: 'light' | 'dark'
  readonly judged: Judged
}

/** Where there is time for it, everything is judged in both languages, and each light and dark. */
export const isThorough = effort >= 5

/** Colours are the same in both languages, and words and parts are the same light and dark: that much is judged always. */
export const looks: readonly Look[] = isThorough
  ? [
      { language: 'ar', scheme: 'light', judged: 'all' },
      { language: 'en', scheme: 'light', judged: 'all' },
      { language: 'en', scheme: 'dark', judged: 'colours' },
      { language: 'ar', scheme: 'dark', judged: 'colours' },
    ]
  : [
      { language: 'ar', scheme: 'light', judged: 'all' },
      { language: 'en', scheme: 'light', judged: 'structure' },
      { language: 'ar', scheme: 'dark', judged: 'colours' },
    ]

export async function turnTo(page: Page, { language, scheme }: Look): Promise<void> {
  await useLanguage(page, language)
  await useScheme(page, language, scheme)
}

/** Shows the page as it stands light or dark, by the mark that the theme follows: what is open stays open. */
export async function markScheme(page: Page, scheme: 'light' | 'dark'): Promise<void> {
  await page.evaluate((to) => document.documentElement.setAttribute('data-mantine-color-scheme', to), scheme)
}

/** What is open in one language, judged light and dark. */
export async function findingsLightAndDark(page: Page, name: string, part?: string): Promise<readonly string[]> {
  const within = part === undefined ? {} : { part }
  const light = await axeFindings(page, `light ${name}`, within)
  await markScheme(page, 'dark')
  const dark = await axeFindings(page, `dark ${name}`, { ...within, judged: 'colours' })
  await markScheme(page, 'light')
  return [...light, ...dark]
}

/** Turns the window to a language by its own button. */
export async function useLanguage(page: Page, language: Language): Promise<void> {
  if ((await page.locator('html').getAttribute('lang')) === language) return
  const other = language === 'ar' ? 'en' : 'ar'
  await page.getByRole('button', { name: translate(frameMessages.language, other), exact: true }).click()
  await page.locator(`html[lang=${language}]`).waitFor()
}

/** Turns the window light or dark by its own button. */
export async function useScheme(page: Page, language: Language, scheme: 'light' | 'dark'): Promise<void> {
  if ((await page.locator('html').getAttribute('data-mantine-color-scheme')) === scheme) return
  const button = scheme === 'dark' ? frameMessages.toDark : frameMessages.toLight
  await page.getByRole('button', { name: translate(button, language) }).click()
  await page.locator(`html[data-mantine-color-scheme=${scheme}]`).waitFor()
}
