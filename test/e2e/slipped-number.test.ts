import { expect, test } from 'vitest'
import { searchMessages } from '#shared/i18n/search.ts'
import { frameMessages } from '#shared/i18n/frame.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { complaint } from './support/made-cases.ts'
import { makeOffice } from './support/office.ts'
import { onlyCase } from './support/only-case.ts'
import { windowOf } from './support/sign-in.ts'
import { visit } from './support/visit.ts'
import { ar } from './support/words.ts'

const said = /خانة التحقق لا تطابق الرقم المرجعي/

test('R-01 L-13: whoever types a reference number with a slip of the pen is told so, in the search and in the palette', async () => {
  const office = makeOffice()
  office.calls([complaint()])
  const { reference } = onlyCase(office).line
  const slipped = `${reference.slice(0, -1)}${(Number(reference.at(-1)) + 1) % 10}`
  const { address } = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(address, 'salem')
  await visit(page, '#/search')
  const main = page.getByRole('main')
  const box = page.getByRole('textbox', { name: ar(searchMessages.box) })
  await box.fill(slipped)
  await main.getByText(said).waitFor()
  await main.getByText(ar(searchMessages.slipNothing)).waitFor()
  await box.fill(reference)
  await main.getByRole('row').nth(1).waitFor()
  expect(await main.getByText(said).count()).toBe(0)

  // Another case quotes the wrong number: it is found, and the slip is told beside it.
  office.calls([complaint({ text: `بخصوص الطلب ${slipped} لم يصلني رد.` })])
  await box.fill(slipped)
  await main.getByText(ar(searchMessages.slipFound)).waitFor()
  await main.getByRole('row').nth(1).waitFor()

  await page.keyboard.press('Control+KeyK')
  const palette = page.getByRole('dialog')
  await palette.getByRole('textbox', { name: ar(frameMessages.palette) }).fill(slipped)
  await palette.getByText(said).waitFor()
  if (process.env['SHOT'] !== undefined) await page.screenshot({ path: process.env['SHOT'] })
})
