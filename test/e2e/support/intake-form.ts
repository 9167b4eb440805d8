import type { Locator, Page } from 'playwright'
import type { CaseType } from '#shared/domain/lists/case-types.ts'
import { typeLabels } from '#shared/i18n/codes.ts'
import { frameMessages } from '#shared/i18n/frame.ts'
import { intakeMessages } from '#shared/i18n/intake.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import { shippedLists } from '#shared/domain/lists/shipped.ts'
import { must } from '#shared/lib/assert.ts'
import { ar } from './words.ts'

/** A reference number of the test office as it stands on the screen. */
export const referencePattern = /RYD-\d{2}-\d{6,}-\d/

const subjectName = (code: string): string =>
  must(
    shippedLists.subjects.find((entry) => entry.code === code),
    'a shipped subject',
  ).ar
const channelName = (code: string): string =>
  must(
    shippedLists.channels.find((entry) => entry.code === code),
    'a shipped channel',
  ).ar

/** The registration form, worked with the mouse. */
export const intakeForm = (page: Page) => ({
  open: async () => {
    await page.getByRole('link', { name: ar(frameMessages.register) }).click()
    await page.getByRole('heading', { level: 1, name: ar(intakeMessages.title) }).waitFor()
  },
  key: page.getByRole('textbox', { name: ar(intakeMessages.key) }),
  subject: page.getByRole('textbox', { name: new RegExp(`^${ar(intakeMessages.subject)}`) }),
  text: page.getByRole('textbox', { name: new RegExp(`^${ar(intakeMessages.text)}`) }),
  given: page.getByRole('textbox', { name: new RegExp(`^${ar(partsMessages.given)}`) }),
  family: page.getByRole('textbox', { name: ar(partsMessages.family) }),
  mobile: page.getByRole('textbox', { name: ar(partsMessages.mobile) }),
  email: page.getByRole('textbox', { name: ar(partsMessages.email) }),
  chooseChannel: (code: string) => page.getByRole('radio', { name: channelName(code) }).check(),
  chooseType: (type: CaseType) => page.getByRole('radio', { name: typeLabels[type].ar, exact: true }).check(),
  chooseSubject: async (code: string) => {
    await page.getByRole('combobox', { name: ar(intakeMessages.subjects) }).click()
    await page.getByRole('option', { name: subjectName(code) }).click()
    await page.keyboard.press('Escape')
  },
  /** Drops files on the form as from a file manager. */
  drop: (files: readonly string[]) =>
    page
      .locator('input[type=file]')
      .first()
      .setInputFiles([...files]),
  save: () => page.getByRole('button', { name: ar(intakeMessages.save), exact: true }).click(),
})

/** After saving: waits for the number and gives it. */
export async function shownNumber(page: Page): Promise<string> {
  await page.getByRole('heading', { level: 1, name: ar(intakeMessages.registeredTitle) }).waitFor()
  const text = (await numberBox(page).textContent()) ?? ''
  return must(referencePattern.exec(text), `a reference number in "${text}"`)[0]
}

const numberBox = (page: Page): Locator =>
  page.getByRole('status').filter({ hasText: ar(intakeMessages.registeredNumber) })
