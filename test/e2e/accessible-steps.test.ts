import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { stepNames } from '#renderer/features/case/steps/step-names.ts'
import type { StepName } from '#renderer/features/case/steps/step-names.ts'
import { effort } from '#test/support/effort.ts'
import { axeFindings } from './support/accessible.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { useLanguage, useScheme } from './support/looks.ts'
import { makeOffice } from './support/office.ts'
import { windowOf } from './support/sign-in.ts'
import { importStages, placeOfStep } from './support/step-cases.ts'
import { visit } from './support/visit.ts'

const looks = [
  { language: 'ar', scheme: 'light' },
  { language: 'en', scheme: 'dark' },
] as const

/** Every form is judged in one look, in both where there is time: forms are made of the same few parts. */
const isJudged = (step: number, look: number): boolean => effort > 1 || step % looks.length === look

test('ui-11: axe finds nothing in the form of any step of the case page, in both languages, light and dark', async () => {
  const office = makeOffice()
  const numberOf = importStages(office)
  const host = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(host.address, 'admin')
  const found: string[] = []
  for (const [look, { language, scheme }] of looks.entries()) {
    await useLanguage(page, language)
    await useScheme(page, language, scheme)
    for (const step of stepNames.filter((_, index) => isJudged(index, look))) {
      await openByAddress(page, { reference: numberOf(placeOfStep[step]), step })
      found.push(...(await axeFindings(page, `${language} ${scheme} ${step}`, '[data-open] aside')))
    }
  }
  expect(found).toEqual([])
})

/** The page opens a step that its address asks for only where the step is offered. */
async function openByAddress(page: Page, { reference, step }: { readonly reference: string; readonly step: StepName }) {
  await visit(page, `#/cases/${reference}?step=${step}`)
  await page.locator('[data-open] aside form').waitFor()
}
