import { join } from 'node:path'
import { expect, test } from 'vitest'
import { caseMessages } from '#shared/i18n/case.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import { complaint } from './support/made-cases.ts'
import { openCase } from './support/case-page.ts'
import { makeOffice } from './support/office.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { windowOf } from './support/sign-in.ts'
import { ar } from './support/words.ts'

test('UI-12 the file of a case opens from its page as it will be printed, in either language, and is saved as Word', async () => {
  const office = makeOffice()
  const [, registered] = office.calls([complaint({}, 'one'), { call: 'cases.get', input: { case: { $: 'one.case' } } }])
  const { reference } = (registered as { line: { reference: string } }).line
  const host = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(host.address, 'salem')
  await openCase(page, reference)
  await page.getByRole('button', { name: ar(caseMessages.print), exact: true }).click()
  await page.getByRole('menuitem', { name: ar(partsMessages.letterCaseFile) }).click()
  const dialog = page.getByRole('dialog', { name: ar(partsMessages.letterCaseFile) })
  const paper = dialog.frameLocator('iframe')
  await paper.getByRole('heading', { name: 'ملف الطلب' }).waitFor()
  await paper.getByText('فهد محمد الدوسري').first().waitFor()
  await paper.getByRole('cell', { name: `سُجّل الطلب برقم ${reference}` }).waitFor()
  const pictures = process.env['INSAF_PICTURES']
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'case-file-ar.png') })
  const coming = page.waitForEvent('download')
  await dialog.getByRole('link', { name: ar(partsMessages.letterWord) }).click()
  expect((await coming).suggestedFilename()).toBe(`ملف-طلب-${reference}.docx`)
  await dialog.getByRole('radio', { name: ar(partsMessages.english) }).click()
  await paper.getByRole('heading', { name: 'Case file' }).waitFor()
  expect(await paper.locator('html').getAttribute('dir')).toBe('ltr')
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'case-file-en.png') })
  const printed = office.calls([{ call: 'audit.list', input: { kind: 'printed' } }]) as readonly { total: number }[]
  expect(printed[0]?.total).toBe(1)
})
