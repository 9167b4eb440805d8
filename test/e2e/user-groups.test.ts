import { expect, test } from 'vitest'
import type { UserSet } from '#shared/domain/access/events.ts'
import { shippedGroupNames } from '#shared/domain/access/group-names.ts'
import { adminUserMessages as words } from '#shared/i18n/admin-users.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { colleagues, makeOffice } from './support/office.ts'
import { windowOf } from './support/sign-in.ts'
import { visit } from './support/visit.ts'
import { ar } from './support/words.ts'

test('G-01 G-02: whoever goes to a department is offered its groups alone, and keeps none of the office’s unseen', async () => {
  const office = makeOffice()
  const { address } = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(address, 'admin')
  await visit(page, '#/settings/users')
  await page.getByRole('button', { name: colleagues.salem.name }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText(ar(words.groupsOfOffice)).waitFor()
  const [units] = office.calls([{ call: 'admin.units' }]) as readonly [readonly { id: string; name: { ar: string } }[]]
  const finance = units.find(({ id }) => id === 'finance')?.name.ar ?? ''
  await dialog.getByRole('combobox', { name: ar(words.unit), exact: true }).fill(finance)
  await page.getByRole('option', { name: finance }).click()
  await dialog.getByText(ar(words.groupsOfDepartment)).waitFor()
  const save = dialog.getByRole('button', { name: ar(adminMessages.save), exact: true })
  await save.click()
  await dialog.getByText(ar(words.needFittingGroups)).first().waitFor()
  const groups = dialog.getByRole('combobox', { name: ar(words.memberOf) })
  await groups.click()
  const offered = await page.getByRole('option').allTextContents()
  expect(offered).toContain(shippedGroupNames.liaison.ar)
  expect(offered).not.toContain(shippedGroupNames.reception.ar)
  await groups.press('Backspace')
  await groups.fill(shippedGroupNames.liaison.ar)
  await page.getByRole('option', { name: shippedGroupNames.liaison.ar }).click()
  await save.click()
  await dialog.waitFor({ state: 'detached' })
  const [users] = office.calls([{ call: 'admin.users' }]) as readonly [readonly UserSet[]]
  expect(users.find(({ id }) => id === 'salem')).toMatchObject({ unit: 'finance', groups: ['liaison'] })
})
