import { expect, test } from 'vitest'
import { startBrowserHost } from './support/browser-host.ts'
import { openCase } from './support/case-page.ts'
import { importHistory } from './support/command-line.ts'
import { makeOffice, password } from './support/office.ts'
import { onlyCase } from './support/only-case.ts'
import { windowOf } from './support/sign-in.ts'
import { referredCase, toldCase } from './support/told-case.ts'

test('B-17 R-09: a department’s open page hides the complainant at the end of the disclosure, without anybody’s help', async () => {
  const office = makeOffice()
  office.calls([
    {
      call: 'admin.setUser',
      input: {
        id: 'liaison',
        username: 'liaison',
        name: { ar: 'ضابط الارتباط', en: 'Liaison' },
        unit: 'finance',
        groups: ['liaison'],
        active: true,
        staffId: null,
        language: 'ar',
        password,
      },
    },
  ])
  importHistory(office.dataDir, toldCase(referredCase, 2))
  const { line } = onlyCase(office)
  const until = new Date(Date.now() + 86_400_000).toISOString()
  const referral = { $: 'told.state.cycles.0.referrals.1.id' }
  office.calls(
    [
      { call: 'cases.get', input: { case: line.reference }, save: 'told' },
      { call: 'referral.disclose', input: { case: line.reference, referral, until, note: 'لتحديد موعد معها' } },
    ],
    'head',
  )
  const { address } = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(address, 'liaison')
  await page.clock.install()
  const asked: string[] = []
  page.on('websocket', (socket) => socket.on('framesent', ({ payload }) => asked.push(payload.toString())))
  await page.reload()
  await openCase(page, line.reference)
  const named = page.getByText('الغامدي')
  await named.first().waitFor()
  asked.length = 0
  await page.clock.fastForward('24:00:01')
  await named.first().waitFor({ state: 'detached' })
  // What was asked for before is asked anew: the core tells no more of him than the page shows.
  await expect.poll(() => asked.some((frame) => frame.includes('/cases/get'))).toBe(true)
  expect(await page.getByText('7654321').count()).toBe(0)
})
