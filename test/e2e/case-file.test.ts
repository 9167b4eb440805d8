import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FrameLocator, Locator, Page } from 'playwright'
import { expect, test } from 'vitest'
import { caseMessages } from '#shared/i18n/case.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import { openCase } from './support/case-page.ts'
import { importHistory } from './support/command-line.ts'
import { departments, makeOffice } from './support/office.ts'
import { readWord, withoutMarks } from './support/office-documents.ts'
import { onlyCase } from './support/only-case.ts'
import { answeredCase, toldCase } from './support/told-case.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { windowOf } from './support/sign-in.ts'
import { ar } from './support/words.ts'

test('UI-12 R-09 A-08: the file of a case, its referral letter and its reply letter open as they will be printed, are printed as they are shown, and are saved as Word', async () => {
  const office = makeOffice()
  importHistory(office.dataDir, toldCase(answeredCase, 7))
  const { reference } = onlyCase(office).line
  const host = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(host.address, 'salem')
  await openCase(page, reference)
  const file = await openLetter(page, ar(partsMessages.letterCaseFile), partsMessages.letterCaseFile)
  await file.paper.getByRole('heading', { name: 'ملف الطلب' }).waitFor()
  await file.paper.getByText('عبير سعد الغامدي').first().waitFor()
  await file.paper.getByRole('cell', { name: `سُجّل الطلب برقم ${reference}` }).waitFor()
  await picture(page, 'case-file-ar')
  expect((await savedWord(page, file.dialog)).name).toBe(`ملف-طلب-${reference}.docx`)
  await file.dialog.getByRole('radio', { name: ar(partsMessages.english) }).click()
  await file.paper.getByRole('heading', { name: 'Case file' }).waitFor()
  expect(await file.paper.locator('html').getAttribute('dir')).toBe('ltr')
  await picture(page, 'case-file-en')
  await page.keyboard.press('Escape')

  const { ar: department } = departments.finance
  const referral = ar(caseMessages.referralLetter, { name: department })
  await expectLetter(page, await openLetter(page, referral, partsMessages.letterReferral), {
    name: `كتاب-إحالة-${reference}.docx`,
    says: [reference, department, 'يرجى بيان سبب التأخير.'],
  })
  const reply = ar(caseMessages.replyLetter)
  await expectLetter(page, await openLetter(page, reply, partsMessages.letterReply), {
    name: `كتاب-رد-${reference}.docx`,
    says: [reference, 'عبير سعد الغامدي', 'ستُصرف مستحقاتكم هذا الأسبوع.'],
  })
  const printed = office.calls([{ call: 'audit.list', input: { kind: 'printed' } }]) as readonly { total: number }[]
  expect(printed[0]?.total).toBe(5)
})

interface OpenedLetter {
  readonly dialog: Locator
  readonly paper: FrameLocator
}

async function openLetter(page: Page, title: string, frame: PlainMessage): Promise<OpenedLetter> {
  await page.getByRole('button', { name: ar(caseMessages.print), exact: true }).click()
  await page.getByRole('menuitem', { name: title, exact: true }).click()
  const dialog = page.getByRole('dialog', { name: title })
  return { dialog, paper: dialog.frameLocator(`iframe[title="${ar(frame)}"]`) }
}

/** Printed and saved, a letter says what it must, on paper no less than in Word. */
async function expectLetter(
  page: Page,
  { dialog, paper }: OpenedLetter,
  { name, says }: { readonly name: string; readonly says: readonly string[] },
): Promise<void> {
  for (const words of says) await paper.getByText(words).first().waitFor()
  // A window without a screen prints nothing; what it was told to print is kept in sight.
  await dialog.locator('iframe').evaluate((frame: HTMLIFrameElement) => {
    const page = frame.contentWindow
    if (page !== null) page.print = () => void (frame.dataset['printed'] = page.document.body.innerText)
  })
  await dialog.getByRole('button', { name: ar(partsMessages.letterPrint), exact: true }).click()
  const onPaper = withoutMarks((await dialog.locator('iframe[data-printed]').getAttribute('data-printed')) ?? '')
  const word = await savedWord(page, dialog)
  expect(word.name).toBe(name)
  for (const words of says) {
    expect(onPaper).toContain(words)
    expect(word.text).toContain(words)
  }
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
}

async function savedWord(page: Page, dialog: Locator): Promise<{ readonly name: string; readonly text: string }> {
  const coming = page.waitForEvent('download')
  await dialog.getByRole('link', { name: ar(partsMessages.letterWord) }).click()
  const saved = await coming
  const { text } = await readWord(readFileSync(await saved.path()))
  return { name: saved.suggestedFilename(), text }
}

async function picture(page: Page, name: string): Promise<void> {
  const pictures = process.env['INSAF_PICTURES']
  if (pictures !== undefined) await page.screenshot({ path: join(pictures, `${name}.png`) })
}
