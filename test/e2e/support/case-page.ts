import type { Locator, Page } from 'playwright'
import { caseMessages } from '#shared/i18n/case.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { visit } from './visit.ts'
import { ar } from './words.ts'

const side = (page: Page): Locator => page.getByRole('complementary', { name: ar(caseMessages.side) })

/** Opens the page of a case by its reference number. */
export async function openCase(page: Page, reference: string): Promise<void> {
  await visit(page, `#/cases/${reference}`)
  await side(page).waitFor()
}

/** Opens the form of a step: from what the page proposes next, else from the list of other actions. */
export async function openStep(page: Page, step: PlainMessage): Promise<Locator> {
  const button = side(page).getByRole('button', { name: ar(step), exact: true }).first()
  await button.waitFor({ state: 'attached' })
  if (!(await button.isVisible())) await side(page).getByText(ar(caseMessages.otherActions)).click()
  await button.click()
  const form = side(page).getByRole('form').first()
  await form.waitFor()
  return form
}

/** Takes the step whose form is open and waits until the page says that it was taken. */
export async function submitStep(page: Page, submit: PlainMessage, done: PlainMessage): Promise<void> {
  await side(page).getByRole('button', { name: ar(submit), exact: true }).click()
  await page.getByText(ar(done)).first().waitFor()
  // The next step must not meet the word of this one.
  await page.keyboard.press('Escape')
}

/** Chooses from a list that opens. */
export async function chooseFrom(form: Locator, field: PlainMessage, option: string | RegExp): Promise<void> {
  await form.getByRole('combobox', { name: ar(field) }).click()
  await form.page().getByRole('option', { name: option }).click()
}
