import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { caseMessages } from '#shared/i18n/case.ts'
import { dashboardMessages } from '#shared/i18n/dashboard.ts'
import { peopleMessages } from '#shared/i18n/people.ts'
import { queuesMessages } from '#shared/i18n/queues.ts'
import { searchMessages } from '#shared/i18n/search.ts'
import { must } from '#shared/lib/assert.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { complaint } from './support/made-cases.ts'
import { makeOffice } from './support/office.ts'
import { windowOf } from './support/sign-in.ts'
import { visit } from './support/visit.ts'
import { ar } from './support/words.ts'

const reference = 'RYD-26-000123-4'
const moved = {
  reference,
  registeredAt: '2026-01-05T07:00:00.000Z',
  movedAt: '2026-01-12T07:00:00.000Z',
  unit: { id: 'office-jed', name: { ar: 'مكتب جدة', en: 'Jeddah office' } },
}

/** As a joined machine answers whose office lost a case by a move. */
async function answerMoved(page: Page): Promise<void> {
  const lists = new Set<string>()
  await page.routeWebSocket(/\/rpc/, (socket) => {
    const core = socket.connectToServer()
    socket.onMessage((message) => {
      const text = message.toString()
      const id = /"i":"(\w+)"/.exec(text)?.[1]
      if (id !== undefined && text.includes('movedAway')) lists.add(id)
      core.send(message)
    })
    core.onMessage((message) => {
      const said = message.toString()
      const isList = lists.has(/"i":"(\w+)"/.exec(said)?.[1] ?? '')
      const answer = JSON.stringify({ total: 1, lines: [moved] })
      socket.send(
        isList
          ? said.replace('{"total":0,"lines":[]}', answer)
          : said.replace('"moved":null', `"moved":${JSON.stringify(moved)}`).replace('"movedAway":0', '"movedAway":1'),
      )
    })
  })
  await page.reload()
}

test('G-07: search, palette and a list say where a case is that was moved away', async () => {
  const { dataDir } = makeOffice()
  const { address } = await startBrowserHost(dataDir)
  const { page } = await windowOf(address, 'salem')
  await visit(page, '#/moved')
  const main = page.getByRole('main')
  await main.getByText(ar(queuesMessages.movedNone)).waitFor()
  await answerMoved(page)

  await page
    .getByRole('navigation')
    .getByRole('link', { name: ar(queuesMessages.movedAway) })
    .waitFor()
  const row = main.getByRole('row').filter({ hasText: reference })
  expect(await row.innerText()).toContain('مكتب جدة')
  const shot = process.env['SHOT']
  if (shot !== undefined) await page.screenshot({ path: `${shot}-list.png` })
  await row.click()
  const title = /نُقل \u2068RYD-26-000123-4\u2069 من هنا، وهو الآن لدى \u2068مكتب جدة\u2069/u
  await main.getByText(title).waitFor()
  await main
    .getByText(/12 يناير/u)
    .or(main.getByText(/12\/1/u))
    .first()
    .waitFor()
  expect(await main.getByText(ar(searchMessages.none)).count()).toBe(0)
  if (shot !== undefined) await page.screenshot({ path: `${shot}-search.png` })

  await page.keyboard.press('Control+KeyK')
  const palette = page.getByRole('dialog')
  await palette.getByRole('textbox').fill(reference)
  await palette.getByText(title).waitFor()

  // Its address says it too.
  await page.keyboard.press('Escape')
  await visit(page, `#/cases/${reference}`)
  await main.getByText(title).waitFor()
  expect(await main.getByText(ar(caseMessages.notFoundTitle)).count()).toBe(0)
})

test('G-07 R-10: the page of a person says where the cases are that were moved away, where there are any', async () => {
  const office = makeOffice()
  const [made] = office.calls(
    [complaint({ person: { kind: 'new', details: { given: 'ليلى', family: 'الحسن', mobile: '0551234567' } } })],
    'desk',
  ) as [{ reference: string }]
  const [view] = office.calls([{ call: 'cases.get', input: { case: made.reference } }]) as [CaseView]
  const { address } = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(address, 'salem')
  await visit(page, `#/people/${must(view.person, 'she gave her name').id}`)
  const main = page.getByRole('main')
  await main.getByText(made.reference).waitFor()
  const note = main.getByText(ar(peopleMessages.movedNotHere))
  expect(await note.count()).toBe(0)
  await answerMoved(page)

  await note.waitFor()
  await main.getByRole('link', { name: ar(queuesMessages.movedAway) }).click()
  await main.getByRole('row').filter({ hasText: reference }).waitFor()
})

test('G-07 K-06: under the cards of the dashboard it is said how many cases were moved away', async () => {
  const office = makeOffice()
  office.calls([complaint()], 'desk')
  const { address } = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(address, 'admin')
  const main = page.getByRole('main')
  const note = main.getByText(/نُقلت إلى وحدات أخرى: \S*1/u)
  await visit(page, '#/dashboard')
  await main.getByText(ar(dashboardMessages.queues)).first().waitFor()
  expect(await note.count()).toBe(0)
  await answerMoved(page)
  await note.waitFor()
})
