import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { stepNames } from '#renderer/features/case/steps/step-names.ts'
import type { StepName } from '#renderer/features/case/steps/step-names.ts'
import { axeFindings } from './support/accessible.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { findingsLightAndDark, isThorough, useLanguage } from './support/looks.ts'
import { makeOffice } from './support/office.ts'
import { windowOf } from './support/sign-in.ts'
import { importStages, placeOfStep } from './support/step-cases.ts'
import { visit } from './support/visit.ts'

const languages = ['ar', 'en'] as const

const form = '[data-open] aside'

/** Light and dark in one language; in the other, where there is time, by its words and parts: its colours are the same. */
const isJudged = (step: number, language: number): boolean => step % languages.length === language

test('ui-11: axe finds nothing in the form of any step of the case page, in both languages, light and dark', async () => {
  const office = makeOffice()
  const numberOf = importStages(office)
  const host = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(host.address, 'admin')
  const found: string[] = []
  for (const [place, language] of languages.entries()) {
    await useLanguage(page, language)
    for (const [index, step] of stepNames.entries()) {
      if (!isThorough && !isJudged(index, place)) continue
      await openByAddress(page, { reference: numberOf(placeOfStep[step]), step })
      const name = `${language} ${step}`
      found.push(
        ...(isJudged(index, place)
          ? await findingsLightAndDark(page, name, form)
          : await axeFindings(page, name, { part: form, judged: 'structure' })),
      )
    }
  }
  expect(found).toEqual([])
})

/** The page opens a step that its address asks for only where the step is offered. */
async function openByAddress(page: Page, { reference, step }: { readonly reference: string; readonly step: StepName }) {
  await visit(page, `#/cases/${reference}?step=${step}`)
  await page.locator(`${form} form`).waitFor()
}
