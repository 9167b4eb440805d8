import { readdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { expect, test } from 'vitest'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { intakeMessages } from '#shared/i18n/intake.ts'
import { partsMessages } from '#shared/i18n/parts.ts'
import { must } from '#shared/lib/assert.ts'
import { refusalSentence } from '#shared/lib/refusals/catalogue.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { arabicMessage, dropOn, multiPageFax } from './support/documents.ts'
import { intakeForm, shownNumber } from './support/intake-form.ts'
import type { TestOffice } from './support/office.ts'
import { emptyFolder, makeOffice } from './support/office.ts'
import { windowOf } from './support/sign-in.ts'
import { ar } from './support/words.ts'

const caseOf = (office: TestOffice, reference: string): CaseView =>
  office.calls([{ call: 'cases.get', input: { case: reference } }])[0] as CaseView

test('C-05: an e-mail dropped on the form fills it and is registered with its text and attachments', async () => {
  const office = makeOffice()
  const host = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(host.address, 'desk')
  const form = intakeForm(page)
  // The registration before was a fax: this one is what was dropped.
  await page.evaluate(() => window.localStorage.setItem('insaf-last-channel', 'fax'))
  await page.reload()
  await form.open()
  await dropOn(form.text, arabicMessage)
  await page.getByText(ar(intakeMessages.readDone)).waitFor()
  const read = { subject: await form.subject.inputValue(), text: await form.text.inputValue() }
  expect(read.subject.length).toBeGreaterThan(5)
  if ((await form.given.inputValue()) === '') await form.given.fill('سعاد')
  await form.chooseType('complaint')
  await form.chooseSubject('delivery')
  await form.save()
  const kept = caseOf(office, await shownNumber(page))
  expect(kept.text).toMatchObject(read)
  expect(kept.line.channel.id).toBe('email')
  expect(kept.files.map(({ name }) => name)).toContain(basename(arabicMessage))
  expect(kept.files.map(({ name }) => name).some((name) => name.endsWith('.txt'))).toBe(true)
  expect(kept.files.filter(({ name }) => name.endsWith('.eml')).map(({ original }) => original)).toEqual([true])
})

test('C-06 R-03: a fax of several pages is read beside the form, registered with its pages, and its sender told the number', async () => {
  const office = makeOffice()
  const host = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(host.address, 'desk')
  const form = intakeForm(page)
  await form.open()
  await dropOn(form.text, multiPageFax)
  const viewer = page.getByRole('region', { name: ar(partsMessages.viewer), exact: true })
  const picture = viewer.getByRole('img')
  const first = await picture.getAttribute('src')
  const pages = Number(
    must(
      /من (\d+)/.exec(
        (await viewer
          .getByText(/صفحة 1 من/)
          .first()
          .textContent()) ?? '',
      ),
      'the viewer counts pages',
    )[1],
  )
  expect(pages).toBeGreaterThan(1)
  await viewer.getByRole('button', { name: ar(partsMessages.viewerNext) }).click()
  await viewer
    .getByRole('img', { name: ar(partsMessages.viewerPageOf, { page: 2, pages, name: basename(multiPageFax) }) })
    .waitFor()
  expect(await picture.getAttribute('src')).not.toBe(first)
  await expect.poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(100)
  await form.given.fill('ناصر')
  await form.family.fill('البقمي')
  await form.chooseType('complaint')
  await form.chooseSubject('procedure')
  await form.subject.fill('شكوى واردة بالفاكس')
  await form.text.fill('نص الشكوى في الصفحات المرفقة.')
  await form.save()
  const reference = await shownNumber(page)
  const next = page.getByRole('button', { name: ar(intakeMessages.registeredNext) })
  await page.getByText(ar(intakeMessages.tellByPaper)).waitFor()
  await next.click()
  await page.getByText(ar(intakeMessages.tellTried)).waitFor()
  await page.getByRole('checkbox', { name: ar(intakeMessages.toldOrally) }).click()
  await page.getByText(ar(intakeMessages.tellTried)).waitFor({ state: 'detached' })
  await next.click()
  await form.given.waitFor()
  const kept = caseOf(office, reference)
  expect(kept.files).toMatchObject([{ name: basename(multiPageFax), pages, original: true }])
  expect(kept.timeline.find(({ type }) => type === 'received')?.facts).toMatchObject({ pages, channel: 'fax' })
})

test('C-10 R-05: the form refuses a program, an empty file and a number that cannot be, tells of a false name, and a removed file is gone', async () => {
  const office = makeOffice()
  const host = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(host.address, 'desk')
  const folder = emptyFolder()
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content)
    return join(folder, name)
  }
  const kept = (): number =>
    readdirSync(join(office.dataDir, 'files'), { recursive: true, withFileTypes: true }).filter((entry) =>
      entry.isFile(),
    ).length
  const form = intakeForm(page)
  await form.open()
  await form.drop([file('setup.exe', 'x'), file('empty.pdf', ''), file('letter.pdf', 'plain text')])
  await page.getByText(refusalSentence('attachment-program', { name: 'setup.exe' }, 'ar')).waitFor()
  await page.getByText(refusalSentence('attachment-empty', { name: 'empty.pdf' }, 'ar')).waitFor()
  await page.getByText(ar(partsMessages.fileNotAsNamed, { ending: 'PDF' })).waitFor()
  expect(kept()).toBe(1)
  await page.getByRole('button', { name: ar(partsMessages.fileRemove, { name: 'letter.pdf' }) }).click()
  // A draft that was kept meanwhile holds it until it is kept again, seconds later.
  await expect.poll(kept, { timeout: 10_000 }).toBe(0)
  const number = page.getByLabel(ar(partsMessages.documentNumber))
  await number.fill('12345')
  await form.given.focus()
  await expect.poll(() => number.getAttribute('aria-invalid')).toBe('true')
  await page.getByText(refusalSentence('document-length', { found: 5, wanted: 10 }, 'ar')).waitFor()
  await number.fill('1234567893')
  await form.given.focus()
  await page.getByText(refusalSentence('document-check-digit-disputed', {}, 'ar')).waitFor()
  expect(await number.getAttribute('aria-invalid')).not.toBe('true')
})
