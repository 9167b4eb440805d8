import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { stepNames } from '#renderer/features/case/steps/step-names.ts'
import type { StepName } from '#renderer/features/case/steps/step-names.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { findingsLightAndDark, isThorough, useLanguage } from './support/looks.ts'
import { makeOffice } from './support/office.ts'
import { windowOf } from './support/sign-in.ts'
import { importStages, placeOfStep } from './support/step-cases.ts'
import { visit } from './support/visit.ts'

const languages = ['ar', 'en'] as const

/** Every form is judged light and dark in one language, in both where there is time: forms are made of the same few parts. */
const isJudged = (step: number, language: number): boolean => isThorough || step % languages.length === language

test('ui-11: axe finds nothing in the form of any step of the case page, in both languages, light and dark', async () => {
  const office = makeOffice()
  const numberOf = importStages(office)
  const host = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(host.address, 'admin')
  const found: string[] = []
  for (const [place, language] of languages.entries()) {
    await useLanguage(page, language)
    for (const step of stepNames.filter((_, index) => isJudged(index, place))) {
      await openByAddress(page, { reference: numberOf(placeOfStep[step]), step })
      found.push(...(await findingsLightAndDark(page, `${language} ${step}`, '[data-open] aside')))
    }
  }
  expect(found).toEqual([])
})

/** The page opens a step that its address asks for only where the step is offered. */
async function openByAddress(page: Page, { reference, step }: { readonly reference: string; readonly step: StepName }) {
  await visit(page, `#/cases/${reference}?step=${step}`)
  await page.locator('[data-open] aside form').waitFor()
}
