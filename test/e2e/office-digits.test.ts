import { expect, test } from 'vitest'
import { frameMessages } from '#shared/i18n/frame.ts'
import { queueLabels } from '#shared/i18n/queues.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { complaint } from './support/made-cases.ts'
import { makeOffice } from './support/office.ts'
import { colleagueOf, windowOf } from './support/sign-in.ts'
import { ar } from './support/words.ts'

test('UI-10: the digits that an office sets are those of every open window, without a new sign-in', async () => {
  const office = makeOffice()
  office.calls([complaint(), complaint(), complaint()])
  const { address } = await startBrowserHost(office.dataDir)
  const first = await windowOf(address, 'salem')
  const second = await colleagueOf(first, 'huda')
  const windows = [first, second]
  const counts = async () =>
    await Promise.all(
      windows.map(async ({ page }) =>
        (await page.getByRole('link', { name: queueLabels.to_triage.ar }).first().textContent())?.replace(
          /[^\d٠-٩]/g,
          '',
        ),
      ),
    )
  await expect.poll(counts, { timeout: 15_000 }).toEqual(['3', '3'])
  const [kept] = office.calls([{ call: 'admin.settings' }]) as [object]
  office.calls([{ call: 'admin.setSettings', input: { ...kept, digits: 'arabic' } }])
  await expect.poll(counts, { timeout: 15_000 }).toEqual(['٣', '٣'])

  // Who chose otherwise at his machine keeps his choice.
  await first.page.getByRole('button', { name: 'سالم الحربي' }).click()
  await first.page.getByRole('menuitem', { name: ar(frameMessages.latinDigits) }).click()
  await expect.poll(counts).toEqual(['3', '٣'])
  office.calls([{ call: 'admin.setSettings', input: kept }])
  await expect.poll(counts, { timeout: 15_000 }).toEqual(['3', '3'])
  office.calls([{ call: 'admin.setSettings', input: { ...kept, digits: 'arabic' } }])
  await expect.poll(counts, { timeout: 15_000 }).toEqual(['3', '٣'])
})
