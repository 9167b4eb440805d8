import { expect, test } from 'vitest'
import type { UserSet } from '#shared/domain/access/events.ts'
import { must } from '#shared/lib/assert.ts'
import { addDepartment, testOffice, testPassword } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

/* A group belongs into a unit or it does not, whoever gives it and wherever (G-01). */

const rana = {
  username: 'rana',
  name: { ar: 'رنا', en: 'Rana' },
  active: true,
  staffId: null,
  language: 'ar',
  password: testPassword,
}

const refusalOf = (office: TestOffice, unit: string, groups: readonly string[]) =>
  office.refused('admin.setUser', { ...rana, unit, groups })

test('G-01 the core gives no department’s group in an office, nor an office’s in a department; administrators anywhere', async () => {
  const office = await testOffice()
  const { id: water } = await addDepartment(office, 'W')
  for (const group of ['liaison', 'complaint_officer', 'department_head'])
    expect(await refusalOf(office, 'office-amm', ['reception', group]), group).toBe('group-unfit')
  for (const group of ['reception', 'team_head', 'office_owner'])
    expect(await refusalOf(office, water, ['liaison', group]), group).toBe('group-unfit')
  const { id } = await office.call<UserSet>('admin.setUser', {
    ...rana,
    unit: water,
    groups: ['liaison', 'administrator'],
  })
  expect(await office.refused('admin.setUser', { ...rana, id, unit: 'office-amm', groups: ['liaison'] })).toBe(
    'group-unfit',
  )
})

test('G-01 G-02 a group that the office made itself belongs wherever it puts it', async () => {
  const office = await testOffice()
  const { id: water } = await addDepartment(office, 'W')
  const own = { code: 'night_desk', name: { ar: 'المناوبة', en: 'Night desk' }, rights: ['register'], active: true }
  await office.call('admin.setGroup', own)
  const added = await office.call<UserSet>('admin.setUser', { ...rana, unit: water, groups: ['night_desk'] })
  const users = await office.call<readonly UserSet[]>('admin.users')
  const stored = must(
    users.find(({ id }) => id === added.id),
    'he was added',
  )
  expect(stored.groups).toEqual(['night_desk'])
})
