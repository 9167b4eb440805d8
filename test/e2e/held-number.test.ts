import type { Page } from 'playwright'
import { expect, test } from 'vitest'
import { searchMessages } from '#shared/i18n/search.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { makeOffice } from './support/office.ts'
import { windowOf } from './support/sign-in.ts'
import { visit } from './support/visit.ts'
import { ar } from './support/words.ts'

const reference = 'RYD-26-000123-4'
const held = {
  reference,
  actor: { id: 'someone', name: { ar: 'نورة', en: 'Nura' } },
  at: '2026-01-05T07:00:00.000Z',
  reason: { code: 'sync-actor-revoked', params: {}, ar: 'حساب نورة موقوف.', en: 'Nura’s account is inactive.' },
  isHere: true,
}

/** As a joined machine answers whose server holds a registration, and a department’s whose words stand in many cases. */
async function answerSearches(page: Page): Promise<void> {
  await page.routeWebSocket(/\/rpc/, (socket) => {
    const core = socket.connectToServer()
    core.onMessage((message) => {
      const said = message.toString()
      socket.send(
        said.replace('"held":null', `"held":${JSON.stringify(held)}`).replace('"readOnly":null', '"readOnly":500'),
      )
    })
  })
  await page.reload()
}

test('S2 L-13: the search and the palette say where a held registration is, and the search that not all cases were read', async () => {
  const { dataDir } = makeOffice()
  const { address } = await startBrowserHost(dataDir)
  const { page } = await windowOf(address, 'salem')
  await answerSearches(page)
  await visit(page, '#/search')
  await page.getByRole('textbox', { name: ar(searchMessages.box) }).fill(reference)
  const main = page.getByRole('main')
  const title = /سُجّل \u2068RYD-26-000123-4\u2069 على هذا الجهاز/u
  await main.getByText(title).waitFor()
  const text = await main.getByText('حساب نورة موقوف.').innerText()
  expect(text).toContain('نورة')
  expect(await main.getByText(ar(searchMessages.none)).count()).toBe(0)
  await main.getByText(/لم يُقرأ إلا أحدث 500 طلب/u).waitFor()
  if (process.env['SHOT'] !== undefined) await page.screenshot({ path: process.env['SHOT'] })

  await page.keyboard.press('Control+KeyK')
  const palette = page.getByRole('dialog')
  await palette.getByRole('textbox').fill(reference)
  await palette.getByText(title).waitFor()
  await page.keyboard.press('Escape')
  await main.getByRole('link', { name: /المزامنة/ }).click()
  expect(new URL(page.url()).hash).toBe('#/settings/sync')
})
