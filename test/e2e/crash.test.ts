import { expect, test } from 'vitest'
import { frameMessages } from '#shared/i18n/frame.ts'
import { intakeMessages } from '#shared/i18n/intake.ts'
import { must } from '#shared/lib/assert.ts'
import type { BrowserHost } from './support/browser-host.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { insaf } from './support/command-line.ts'
import { intakeForm, shownNumber } from './support/intake-form.ts'
import { makeOffice } from './support/office.ts'
import { windowOf } from './support/sign-in.ts'
import { ar } from './support/words.ts'

/** SIGKILL, as a power cut or the system short of memory would; waits for the core that the host starts after it. */
async function killCore(host: BrowserHost): Promise<void> {
  const before = must(host.corePid(), 'a core runs')
  process.kill(before, 'SIGKILL')
  await expect.poll(() => host.corePid(), { timeout: 10_000 }).not.toSatisfy((pid) => pid === before || pid === null)
}

test('S1 ui-1: the core is killed while the form is half filled; what was typed stays, the window comes back, the draft survives a reload', async () => {
  const office = makeOffice()
  const host = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(host.address, 'desk')
  const form = intakeForm(page)
  await form.open()
  await form.given.fill('ليلى')
  await form.mobile.fill('0509876543')
  await form.chooseType('complaint')
  await form.subject.fill('انقطاع الماء عن الحي')
  await form.chooseSubject('service_result')
  await form.text.fill('انقطع الماء منذ أسبوع.')
  await expect
    .poll(() => JSON.stringify(office.calls([{ call: 'intake.drafts' }], 'desk')), { timeout: 10_000 })
    .toContain('انقطع الماء منذ أسبوع.')

  await killCore(host)
  expect(await form.text.inputValue()).toBe('انقطع الماء منذ أسبوع.')
  await page.getByRole('button', { name: ar(frameMessages.standAlone) }).waitFor()

  // The window goes before its two seconds of rest are over.
  await form.text.fill('انقطع الماء منذ أسبوعين.')
  await page.reload()
  await page.getByRole('button', { name: ar(intakeMessages.draftOpen) }).click()
  await expect.poll(() => form.subject.inputValue()).toBe('انقطاع الماء عن الحي')
  expect(await form.text.inputValue()).toBe('انقطع الماء منذ أسبوعين.')
  expect(await form.given.inputValue()).toBe('ليلى')
  await form.save()
  const reference = await shownNumber(page)
  await page.getByRole('button', { name: ar(intakeMessages.registeredNext) }).click()
  await form.given.waitFor()
  await expect
    .poll(() => page.getByRole('button', { name: ar(intakeMessages.draftOpen) }).count(), { timeout: 5000 })
    .toBe(0)

  await killCore(host)
  const found = office.calls([{ call: 'cases.get', input: { case: reference } }])
  expect(found[0]).toMatchObject({ line: { reference } })
  await host.stop()
  expect(JSON.parse(insaf(office.dataDir, ['verify', '--as', 'admin']))).toMatchObject({ ok: true })
})
