import { expect, test } from 'vitest'
import type { SyncStatus } from '#shared/contract/desktop/sync.ts'
import { nextMessages } from '#shared/i18n/case-next.ts'
import { caseMessages } from '#shared/i18n/case.ts'
import { frameMessages } from '#shared/i18n/frame.ts'
import { syncMessages as words } from '#shared/i18n/sync.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { callMany } from './support/command-line.ts'
import { joinedFolder, makeJoinedOffice } from './support/joined-machines.ts'
import { complaint } from './support/made-cases.ts'
import { departments, makeOffice, password } from './support/office.ts'
import { registerAndRefer } from './support/register-and-refer.ts'
import { windowOf } from './support/sign-in.ts'
import { visit } from './support/visit.ts'
import { ar } from './support/words.ts'

/* Rule 7 of the window: how the office stands to its server is in sight everywhere, and the reason is a click away. */

const screens = ['#/queues/all', '#/register', '#/search', '#/settings/sync']

test('UI-7 a joined office sees on every screen that it is offline, since when and what waits, and one click says why', async () => {
  const server = await makeJoinedOffice()
  const dataDir = joinedFolder(server, '--office', 'RYD')
  const { address } = await startBrowserHost(dataDir)
  const { page } = await windowOf(address, 'salem')
  const line = (word: string) => page.getByRole('banner').getByRole('link', { name: new RegExp(word) })
  await line(ar(words.online)).waitFor({ timeout: 60_000 })
  await server.stop()
  callMany(dataDir, { user: 'salem', password }, [complaint()])
  await line(ar(words.offline)).waitFor({ timeout: 60_000 })
  const [status] = callMany(dataDir, { user: 'salem', password }, [{ call: 'sync.status', input: {} }]) as [SyncStatus]
  expect(status.counts.pending).toBeGreaterThan(0)
  for (const screen of screens) {
    await visit(page, screen)
    // Asking has signed in, which waits to be sent too: the line is told of it.
    const waiting = ar(words.lineWaiting, { waiting: String(status.counts.pending + status.counts.sent) })
    await line(ar(words.offline)).filter({ hasText: waiting }).waitFor()
    expect(await line(ar(words.offline)).textContent()).toMatch(/\d{1,2}:\d{2}/)
  }
  await visit(page, '#/queues/all')
  await line(ar(words.offline)).click()
  await page.waitForURL(/#\/settings\/sync/)
  const reason = status.link.kind === 'offline' ? status.link.reason.ar : 'not offline'
  await page.getByRole('main').getByText(reason).first().waitFor()
})

test('UI-4 UI-7 S2 a referral that was made without the server says that it has not left, until it has', async () => {
  const server = await makeJoinedOffice()
  const { address } = await startBrowserHost(joinedFolder(server, '--office', 'RYD'))
  const { page } = await windowOf(address, 'salem')
  const line = (word: string) => page.getByRole('banner').getByRole('link', { name: new RegExp(word) })
  await line(ar(words.online)).waitFor({ timeout: 60_000 })
  await server.stop()
  await line(ar(words.offline)).waitFor({ timeout: 60_000 })
  await registerAndRefer(page)
  const unsent = page.getByRole('article', { name: departments.permits.ar }).getByText(ar(caseMessages.referralUnsent))
  await unsent.waitFor()
  await page.getByText(ar(nextMessages.departmentsUnsent)).waitFor()
  await server.start()
  await unsent.waitFor({ state: 'detached', timeout: 60_000 })
  await page.getByText(ar(nextMessages.departmentsAnswer)).waitFor()
})

test('S10 S12 UI-7 a machine that was revoked says on every screen that what is done there reaches nobody, and where to go on', async () => {
  const server = await makeJoinedOffice()
  const { address } = await startBrowserHost(joinedFolder(server, '--office', 'RYD'))
  const { page } = await windowOf(address, 'salem')
  const band = page.getByRole('main').getByText(ar(frameMessages.stoppedLink))
  await page
    .getByRole('banner')
    .getByRole('link', { name: new RegExp(ar(words.online)) })
    .waitFor({ timeout: 60_000 })
  expect(await band.count()).toBe(0)
  const [machine] = Object.values(server.admin('device', 'list')) as readonly { readonly device: string }[]
  server.admin('device', 'revoke', String(machine?.device), '--anyway')
  await band.waitFor({ timeout: 60_000 })
  for (const screen of screens) {
    await visit(page, screen)
    await band.waitFor()
  }
  await visit(page, '#/register')
  await page.getByRole('link', { name: ar(frameMessages.stoppedLinkOpen) }).click()
  await page.waitForURL(/#\/settings\/sync/)
})

test('UI-7 an office that stands alone says so on every screen, and one click says what that means', async () => {
  const office = makeOffice()
  const { address } = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(address, 'salem')
  const state = page.getByRole('banner').getByRole('button', { name: ar(frameMessages.standAlone) })
  for (const screen of screens) {
    await visit(page, screen)
    expect(await state.isVisible()).toBe(true)
  }
  await state.click()
  await page
    .getByRole('dialog', { name: ar(frameMessages.stateTitle) })
    .getByText(ar(frameMessages.stateStandAlone))
    .waitFor()
})
