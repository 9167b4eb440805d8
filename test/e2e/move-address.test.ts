import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { syncMessages as words } from '#shared/i18n/sync.ts'
import { cuttingProxy } from '#test/support/cutting-proxy.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { joinedFolder, makeJoinedOffice } from './support/joined-machines.ts'
import { emptyFolder, password } from './support/office.ts'
import { windowOf } from './support/sign-in.ts'
import { visit } from './support/visit.ts'
import { ar } from './support/words.ts'

test('SYNC-ENROL-6 UI-7 the address of the server is changed in the window: nobody there changes nothing, the server itself is followed', async () => {
  const server = await makeJoinedOffice()
  const secret = join(emptyFolder(), 'password')
  writeFileSync(secret, password)
  const owner = ['--name', 'منى العتيبي', '--password-file', secret, '--group', 'office_owner']
  server.admin('user', 'add', 'admin', ...owner, '--office', 'RYD')
  const proxy = await cuttingProxy(server.address)
  const { address } = await startBrowserHost(joinedFolder(server, '--office', 'RYD'))
  const { page } = await windowOf(address, 'admin')
  await visit(page, '#/settings/sync')
  const open = () =>
    page
      .getByRole('main')
      .getByRole('button', { name: ar(words.move) })
      .click()
  const dialog = page.getByRole('dialog', { name: ar(words.moveTitle) })
  const moveTo = async (url: string) => {
    await dialog.getByRole('textbox', { name: ar(words.moveAddress) }).fill(url)
    await dialog.getByRole('button', { name: ar(words.move) }).click()
  }
  await open()
  await moveTo('http://127.0.0.1:9')
  await dialog.getByText(ar(words.moveSilent)).waitFor()
  await page.keyboard.press('Escape')
  await page.getByText(server.address).waitFor()
  await open()
  expect(await dialog.getByText(ar(words.moveSilent)).count()).toBe(0)
  const moved = proxy.address
  await moveTo(moved)
  await page.getByText(ar(words.moveDone)).waitFor({ timeout: 60_000 })
  await page.getByRole('main').getByText(moved).waitFor()
})
