import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import type { CallerHistory, CaseView } from '#shared/contract/desktop/views.ts'
import { intakeMessages } from '#shared/i18n/intake.ts'
import { translate } from '#shared/i18n/messages.ts'
import { peopleMessages as words } from '#shared/i18n/people.ts'
import { peopleLinkMessages as links } from '#shared/i18n/people-links.ts'
import { must } from '#shared/lib/assert.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { intakeForm } from './support/intake-form.ts'
import { complaint } from './support/made-cases.ts'
import type { TestOffice } from './support/office.ts'
import { makeOffice } from './support/office.ts'
import { colleagueOf, windowOf } from './support/sign-in.ts'
import { visit } from './support/visit.ts'
import { ar } from './support/words.ts'

/* The records of one human, as his page shows them: joined, parted and forgotten by a person (L-16, S19). */

const document = { country: 'JO', kind: 'national_id', number: '9871236540' } as const

/** A complaint of each name, all with one document. Out: their records. */
function registeredAs(office: TestOffice, ...names: readonly string[]): readonly string[] {
  const made = office.calls(
    names.map((given) =>
      complaint({ person: { kind: 'new', details: { given, family: 'الحسن', mobile: '0551234567', document } } }),
    ),
    'desk',
  ) as { reference: string }[]
  const cases = office.calls(made.map(({ reference }) => ({ call: 'cases.get', input: { case: reference } })))
  return (cases as CaseView[]).map(({ person }) => must(person, 'he gave his name').id)
}

function withdrawAll(office: TestOffice, person: string): void {
  const [{ cases }] = office.calls([{ call: 'people.get', input: { id: person } }]) as [CallerHistory]
  office.calls(cases.map(({ id }) => ({ call: 'triage.withdraw', input: { case: id, note: '' } })))
}

async function pageOf(office: TestOffice, person: string): Promise<Page> {
  const { address } = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(address, 'admin')
  await visit(page, `#/people/${person}`)
  return page
}

const press = (page: Page, name: string): Promise<void> => page.getByRole('button', { name, exact: true }).click()

test('G-06 the page of a person that stands open is read once, and writes one line of its opening', async () => {
  const office = makeOffice()
  const [person] = registeredAs(office, 'ليلى')
  const { address } = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(address, 'admin')
  let asked = 0
  await page.routeWebSocket(/\/rpc/, (socket) => {
    const core = socket.connectToServer()
    socket.onMessage((message) => {
      if (message.toString().includes('/people/get')) asked += 1
      core.send(message)
    })
  })
  await page.reload()
  await visit(page, `#/people/${must(person, 'one')}`)
  await page.getByRole('main').getByText('ليلى الحسن').first().waitFor()
  // What a line sets off would have come back several times by then.
  await page.waitForTimeout(2000)
  const [openings] = office.calls([{ call: 'audit.list', input: { kind: 'person_opened' } }])
  expect([asked, openings]).toMatchObject([1, { total: 1 }])
})

test('L-16 a record with the same document is proposed, joined, parted and proposed no more', async () => {
  const office = makeOffice()
  const [first, second] = registeredAs(office, 'ليلى', 'ليلا')
  const page = await pageOf(office, must(first, 'one'))
  const panel = page.getByRole('region', { name: ar(links.title) })
  const stands = (standing: string): Promise<void> => panel.getByText(standing, { exact: true }).first().waitFor()
  await panel.getByText(ar(links.proposed)).waitFor()
  expect(await panel.getByRole('link', { name: /ليلا/ }).getAttribute('href')).toContain(second)
  await press(page, ar(links.join))
  await page
    .getByRole('dialog', { name: ar(links.joinTitle) })
    .getByText(ar(links.joinText))
    .waitFor()
  await press(page, ar(links.joinDo))
  await stands(ar(links.joined))
  await page.getByText(words.counts.ar.two).waitFor()
  await press(page, ar(links.part))
  await stands(ar(links.parted))
  await page.getByText(words.counts.ar.one).waitFor()
  expect(await panel.getByRole('button', { name: ar(links.dismiss), exact: true }).count()).toBe(0)
})

test('S19 a person is forgotten from his page once his cases are closed and somebody says why and that he is sure', async () => {
  const office = makeOffice()
  const [person] = registeredAs(office, 'شهرزاد')
  const { address } = await startBrowserHost(office.dataDir)
  const opened = await windowOf(address, 'admin')
  const { page } = opened
  const { page: desk } = await colleagueOf(opened, 'desk')
  await visit(desk, '#/register')
  await intakeForm(desk).key.fill('شهرزاد')
  const choose = translate(intakeMessages.chooseCaller, 'ar', { name: 'شهرزاد الحسن' })
  await desk.getByRole('button', { name: new RegExp(choose) }).click()
  await desk.getByText(ar(intakeMessages.known)).waitFor()
  await page.bringToFront()
  await visit(page, `#/people/${must(person, 'one')}`)
  const dialog = page.getByRole('dialog', { name: ar(words.forgetTitle) })
  await press(page, ar(words.forget))
  await dialog.getByText(words.forgetOpen.ar.one).waitFor()
  await page.keyboard.press('Escape')
  withdrawAll(office, must(person, 'one'))
  await forget(page)
  await page.getByText(ar(words.forgotten)).waitFor()
  // The form of the desk, in which he stood, has let him go.
  await desk.bringToFront()
  await desk.getByText(ar(intakeMessages.knownForgotten)).waitFor()
  expect(await desk.getByText('شهرزاد').count()).toBe(0)
  await page.bringToFront()
  await page
    .getByRole('searchbox')
    .or(page.getByLabel(ar(words.box)))
    .first()
    .fill('شهرزاد')
  await page.getByText(ar(words.none)).waitFor()
})

test('S19 L-16 of joined records all are forgotten, and the dialog says how many', async () => {
  const office = makeOffice()
  const [first, second] = registeredAs(office, 'ليلى', 'ليلا').map((id) => must(id, 'one'))
  office.calls([{ call: 'people.join', input: { id: first, other: second } }])
  withdrawAll(office, must(first, 'one'))
  const page = await pageOf(office, must(second, 'one'))
  await forget(page, words.forgetRecords.ar.two)
  await page.getByText(ar(words.forgotten)).waitFor()
  const left = office.calls([{ call: 'people.search', input: { text: 'الحسن', limit: 10 } }])
  expect(left).toEqual([[]])
})

/** Says why, and that he is sure; nothing is removed before both. */
async function forget(page: Page, told?: string): Promise<void> {
  await press(page, ar(words.forget))
  const dialog = page.getByRole('dialog', { name: ar(words.forgetTitle) })
  const remove = dialog.getByRole('button', { name: ar(words.forgetDo), exact: true })
  if (told !== undefined) await dialog.getByText(told).waitFor()
  await dialog.getByRole('combobox', { name: ar(words.forgetReason) }).click()
  await page.getByRole('option', { name: ar(words.forgetRequest) }).click()
  expect(await remove.isDisabled()).toBe(true)
  await dialog.getByRole('checkbox', { name: ar(words.forgetSure) }).check()
  await remove.click()
}
