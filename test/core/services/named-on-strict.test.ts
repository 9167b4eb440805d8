import { expect, test } from 'vitest'
import type { CaseView } from '#shared/contract/desktop/views.ts'
import { registerCase } from '#test/support/strict-case.ts'
import { addUser, testOffice } from '#test/support/test-office.ts'

test('R-08 UI-4 whoever is named for a strict case stands on its page by name, also before he has done anything on it', async () => {
  const office = await testOffice()
  const named = await addUser(office, { username: 'amal', groups: ['office_owner'] })
  const { user } = await office.call<{ user: { id: string } }>('session.me')
  const { reference } = await registerCase(office, {
    confidentiality: 'strict',
    namedUsers: [user.id, named],
  })
  const view = await office.call<CaseView>('cases.get', { case: reference })
  expect(view.state.namedUsers).toContain(named)
  const names = new Map(view.users.map(({ id, name }) => [id, name.ar]))
  for (const id of view.state.namedUsers) {
    expect(names.has(id)).toBe(true)
    expect(names.get(id)).not.toBe(id)
  }
})
