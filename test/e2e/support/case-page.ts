import type { Locator, Page } from 'playwright'
import { caseMessages } from '#shared/i18n/case.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { visit } from './visit.ts'
import { ar } from './words.ts'

const side = (page: Page): Locator => page.getByRole('complementary', { name: ar(caseMessages.side) })

/** Opens the page of a case by its reference number. */
export async function openCase(page: Page, reference: string): Promise<void> {
  await page.bringToFront()
  await visit(page, `#/cases/${reference}`)
  await side(page).waitFor()
}

/** Opens the form of a step: from what the page proposes next, else from the list of other actions. */
export async function openStep(page: Page, step: PlainMessage): Promise<Locator> {
  // Whoever works has the window in front; those behind are drawn once a second.
  await page.bringToFront()
  const button = side(page)
    .getByRole('button', { name: ar(step), exact: true })
    .first()
  if ((await button.count()) === 0) await showOtherActions(page)
  await button.click()
  const form = side(page).getByRole('form').first()
  await form.waitFor()
  return form
}

/** Shows every step that is open to the user; the list stays open when it is open already. */
export async function showOtherActions(page: Page): Promise<void> {
  const list = side(page)
    .getByRole('group')
    .filter({ hasText: ar(caseMessages.otherActions) })
  if ((await list.getAttribute('open')) === null) await list.getByText(ar(caseMessages.otherActions)).click()
}

/** Whether the button that takes the open step can be seen and pressed where the page stands. */
export async function isSubmitInSight(page: Page, submit: PlainMessage): Promise<boolean> {
  const button = side(page)
    .getByRole('form')
    .getByRole('button', { name: ar(submit), exact: true })
  return await button.evaluate((element) => {
    const { top, bottom, left, width } = element.getBoundingClientRect()
    const found = document.elementFromPoint(left + width / 2, (top + bottom) / 2)
    return top >= 0 && bottom <= innerHeight && found !== null && element.contains(found)
  })
}

/** Takes the step whose form is open and waits until the page says that it was taken. */
export async function submitStep(page: Page, submit: PlainMessage, done: PlainMessage): Promise<void> {
  await side(page)
    .getByRole('form')
    .getByRole('button', { name: ar(submit), exact: true })
    .click()
  await page.getByText(ar(done)).first().waitFor()
  // The next step must not meet the word of this one.
  await page.keyboard.press('Escape')
}

/** Chooses from a list that opens. */
export async function chooseFrom(form: Locator, field: PlainMessage, option: string | RegExp): Promise<void> {
  await form.getByRole('combobox', { name: ar(field) }).click()
  await form.page().getByRole('option', { name: option }).click()
}
