import { expect, test } from 'vitest'
import type { UserSet } from '#shared/domain/access/events.ts'
import { adminUserMessages } from '#shared/i18n/admin-users.ts'
import { adminMessages } from '#shared/i18n/admin.ts'
import { startBrowserHost } from './support/browser-host.ts'
import { colleagues, makeOffice } from './support/office.ts'
import { windowOf } from './support/sign-in.ts'
import { visit } from './support/visit.ts'
import { ar } from './support/words.ts'

test('E-02 F-12: an administrator names the days of a leave and the deputy', async () => {
  const office = makeOffice()
  const { address } = await startBrowserHost(office.dataDir)
  const { page } = await windowOf(address, 'admin')
  await visit(page, '#/settings/users')
  await page.getByRole('button', { name: colleagues.salem.name }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(ar(adminUserMessages.leaveUntil)).fill('2099-01-09')
  await dialog.getByRole('combobox', { name: ar(adminUserMessages.deputy) }).fill(colleagues.huda.name)
  await page.getByRole('option', { name: colleagues.huda.name }).click()
  await dialog.getByRole('button', { name: ar(adminMessages.save), exact: true }).click()
  await dialog.getByText(ar(adminUserMessages.needLeaveFrom)).first().waitFor()
  await dialog.getByLabel(ar(adminUserMessages.leaveFrom)).fill('2020-01-05')
  await dialog.getByRole('button', { name: ar(adminMessages.save), exact: true }).click()
  await dialog.waitFor({ state: 'detached' })
  await page.getByText(/^في إجازة حتى/).waitFor()
  const [users] = office.calls([{ call: 'admin.users' }]) as readonly [readonly UserSet[]]
  expect(users.find(({ id }) => id === 'salem')?.leave).toEqual({
    from: '2020-01-05',
    until: '2099-01-09',
    deputy: 'huda',
  })
})
