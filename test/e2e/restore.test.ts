import { join } from 'node:path'
import { expect, test } from 'vitest'
import { formatReference } from '#shared/domain/numbering/reference-number.ts'
import { setupMessages as words } from '#shared/i18n/setup.ts'
import { must } from '#shared/lib/assert.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { intakeForm, shownNumber } from './support/intake-form.ts'
import { complaint } from './support/made-cases.ts'
import { emptyFolder, makeOffice } from './support/office.ts'
import { signIn } from './support/sign-in.ts'
import { openWindow } from './support/window.ts'
import { ar } from './support/words.ts'

const serialOf = (reference: string): number => Number(must(reference.split('-')[2], 'a reference has a serial'))

test('R-01 bug 20: a backup is restored on another machine, which goes on beyond the highest number that anybody has seen', async () => {
  const office = makeOffice()
  const folder = emptyFolder()
  const copy = join(folder, 'office.insaf-backup')
  office.calls([complaint()], 'desk')
  office.calls([{ call: 'system.backup', input: { path: copy } }])
  const [after] = office.calls([complaint()], 'desk') as { reference: string }[]
  const shown = must(after, 'it was registered after the copy').reference

  const host = await startBrowserHost(join(folder, 'data'))
  const { page } = await openWindow(host.address)
  await page.getByRole('radio', { name: ar(words.startRestore) }).check()
  await page.getByRole('button', { name: ar(words.next) }).click()
  // The only copy that lies about is taken for the wanted one.
  const path = page.getByRole('textbox', { name: ar(words.restorePath) })
  await expect.poll(() => path.inputValue()).toBe(copy)
  await page.getByRole('textbox', { name: ar(words.restoreSecret) }).fill(office.recoveryCode)
  const highest = page.getByRole('textbox', { name: ar(words.restoreHighest) })
  const restore = page.getByRole('button', { name: ar(words.restore), exact: true })
  const year = 2000 + Number(shown.split('-')[1])
  const elsewhere = formatReference({ office: 'JED', year, serial: 7 })
  await highest.fill(elsewhere)
  await restore.click()
  await page.getByRole('alert').getByText(elsewhere).waitFor()
  await highest.fill(shown)
  await restore.click()
  await page.getByText(ar(words.restored, { count: 1 })).waitFor()
  await page.getByText(ar(words.restoredNumbers)).waitFor()
  await page.getByRole('button', { name: ar(words.restoredGoOn) }).click()

  await signIn(page, 'desk')
  const form = intakeForm(page)
  await form.open()
  await form.chooseChannel('walk_in')
  await form.given.fill('فهد')
  await form.mobile.fill('0551234567')
  await form.chooseType('inquiry')
  await form.subject.fill('موعد إصدار رخصة البناء')
  await form.text.fill('يسأل عن المدة المتبقية.')
  await form.save()
  const first = serialOf(await shownNumber(page))
  expect(first).toBeGreaterThan(serialOf(shown) + 1000)
  expect(first).toBeLessThan(1_000_000)
})

test('UI-8: a restore shows that it is under way, and whoever stops it is told that nothing has changed', async () => {
  const office = makeOffice()
  const folder = emptyFolder()
  const copy = join(folder, 'office.insaf-backup')
  office.calls([{ call: 'system.backup', input: { path: copy } }])
  const host = await startBrowserHost(join(folder, 'data'))
  const { page } = await openWindow(host.address)
  // Small as it is, it would be over before a hand is at the button.
  let isHeld = true
  await page.routeWebSocket(/\/rpc/, (socket) => {
    const core = socket.connectToServer()
    socket.onMessage((message) => {
      if (!isHeld || !message.toString().includes('/setup/restore')) core.send(message)
    })
  })
  await page.reload()
  await page.getByRole('radio', { name: ar(words.startRestore) }).check()
  await page.getByRole('button', { name: ar(words.next) }).click()
  await page.getByRole('textbox', { name: ar(words.restoreSecret) }).fill(office.recoveryCode)
  const restore = page.getByRole('button', { name: ar(words.restore), exact: true })
  await restore.click()
  await page.getByText(ar(words.restoring)).first().waitFor()
  await page.getByRole('button', { name: ar(words.restoreStop), exact: true }).click()
  await page.getByText(ar(words.restoreStopped)).waitFor()
  isHeld = false
  await restore.click()
  await page.getByText(ar(words.restored, { count: 0 })).waitFor()
})
