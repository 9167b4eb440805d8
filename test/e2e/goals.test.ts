import { expect, test } from 'vitest'
import { figureCatalogue } from '#shared/domain/indicators/catalogue.ts'
import { adminTargetMessages } from '#shared/i18n/admin-targets.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import { kitPhrases } from '#shared/i18n/kit.ts'
import { must } from '#shared/lib/assert.ts'
import { kpiFixtureRows } from '#test/support/kpi-fixture.ts'
import { axeFindings } from './support/accessible.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { importHistory } from './support/command-line.ts'
import { makeOffice } from './support/office.ts'
import { previewFirstQuarter } from './support/report-page.ts'
import { windowOf } from './support/sign-in.ts'
import { visit } from './support/visit.ts'
import { ar } from './support/words.ts'

const satisfaction = must(figureCatalogue['K5a'], 'the catalogue has satisfaction').name.ar

test('K-07 what satisfaction should reach is typed with its approval and stands in the report beside the figure', async () => {
  const office = makeOffice()
  importHistory(office.dataDir, kpiFixtureRows())
  const host = await startBrowserHost(office.dataDir)
  const { page, messages } = await windowOf(host.address, 'head')
  await visit(page, '#/settings/limits')
  const field = (name: string | RegExp) => page.getByRole('textbox', { name })
  await field(ar(adminTargetMessages.goalYear)).fill('2026')
  await field(satisfaction).fill('150')
  await field(ar(adminTargetMessages.goalYear)).focus()
  // What is out of range stays in sight with what is wrong, and is not saved past.
  await page.getByText(ar(kitPhrases.numberBetween, { min: 0, max: 100 })).waitFor()
  expect(await field(satisfaction).inputValue()).toBe('150')
  await field(satisfaction).fill('87')
  await page
    .getByRole('link', { name: ar(adminMessages.lists) })
    .first()
    .click()
  await page.getByRole('dialog', { name: ar(adminMessages.leaveTitle) }).waitFor()
  await page.keyboard.press('Escape')
  expect(await field(satisfaction).inputValue()).toBe('87')
  await page.getByRole('button', { name: ar(adminMessages.save), exact: true }).click()
  await page.getByText(ar(adminTargetMessages.goalNeedApproval)).waitFor()
  await field(ar(adminTargetMessages.goalApprovedBy)).fill('المدير العام')
  await field(ar(adminTargetMessages.goalApprovedAt)).fill('2/1/2026')
  await page.getByRole('button', { name: ar(adminMessages.save), exact: true }).click()
  await page.getByText(/اعتماد: \u2068المدير العام\u2069/).waitFor()
  expect(await field(satisfaction).inputValue()).toBe('87')
  expect(await axeFindings(page, 'goals')).toEqual([])
  await previewFirstQuarter(page)
  await page.getByRole('row', { name: /K5a/ }).getByText('87%').first().waitFor()
  expect(messages.filter((message) => message.startsWith('uncaught'))).toEqual([])
})
