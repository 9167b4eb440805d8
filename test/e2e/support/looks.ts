import type { Page } from 'playwright'
import { frameMessages } from '#shared/i18n/frame.ts'
import type { Language } from '#shared/i18n/messages.ts'
import { translate } from '#shared/i18n/messages.ts'

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
