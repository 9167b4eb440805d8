import { expect, test } from 'vitest'
import { everyScreen } from './support/screens.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { intakeForm, shownNumber } from './support/intake-form.ts'
import { makeBusyOffice } from './support/practice.ts'
import { windowOf } from './support/sign-in.ts'
import { visit } from './support/visit.ts'

const isHere = (address: string): boolean =>
  /^(data|blob):/.test(address) || ['127.0.0.1', 'localhost'].includes(new URL(address).hostname)

test('S12 C-02: a whole tour of the window and a registration ask nothing of any network', async () => {
  const office = makeBusyOffice(40)
  const host = await startBrowserHost(office.dataDir)
  const { page, requests, messages } = await windowOf(host.address, 'admin')
  for (const { address } of everyScreen(office)) await visit(page, address)
  const form = intakeForm(page)
  await form.open()
  await form.given.fill('سارة')
  await form.mobile.fill('0551231231')
  await form.chooseType('praise')
  await form.subject.fill('شكر لموظفي الاستقبال')
  await form.text.fill('أشكر موظفي الاستقبال على حسن التعامل.')
  await form.save()
  await shownNumber(page)
  expect(requests.length).toBeGreaterThan(5)
  expect(requests.filter((address) => !isHere(address))).toEqual([])
  expect(messages.filter((message) => /uncaught|Content Security Policy/.test(message))).toEqual([])
})
