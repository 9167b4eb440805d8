import { expect, test } from 'vitest'
import type { UserSet } from '#shared/domain/access/events.ts'
import { must } from '#shared/lib/assert.ts'
import { staffed } from '#test/support/staffed-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'

/* When a user is away, as the administrator sets it (E-02, F-12). */

async function userNamed(office: TestOffice, username: string): Promise<UserSet> {
  const users = await office.call<readonly UserSet[]>('admin.users')
  return must(
    users.find((user) => user.username === username),
    'the staffed office has the user',
  )
}

const days = { from: '2026-01-05', until: '2026-01-09' }

test('E-02 F-12 a leave is kept with its deputy, and goes with a change that names none', async () => {
  const { office } = await staffed()
  const [salma, nadia] = [await userNamed(office, 'salma'), await userNamed(office, 'nadia')]
  const leave = { ...days, deputy: nadia.id }
  await office.call('admin.setUser', { ...salma, leave })
  expect((await userNamed(office, 'salma')).leave).toEqual(leave)
  await office.call('admin.setUser', salma)
  expect((await userNamed(office, 'salma')).leave).toBeNull()
})

test('E-02 N-05 a leave that ends before it begins is refused, and a deputy who cannot stand in', async () => {
  const { office } = await staffed()
  const salma = await userNamed(office, 'salma')
  const early = { from: days.until, until: days.from, deputy: null }
  expect(await office.refused('admin.setUser', { ...salma, leave: early })).toBe('leave-ends-early')
  const ofDepartment = (await userNamed(office, 'ali')).id
  for (const deputy of [salma.id, 'nobody', ofDepartment])
    expect(await office.refused('admin.setUser', { ...salma, leave: { ...days, deputy } })).toBe('deputy-unfit')
})

test('E-02 S14 a leave whose deputy has gone since keeps nothing else from being saved', async () => {
  const { office } = await staffed()
  const [salma, nadia] = [await userNamed(office, 'salma'), await userNamed(office, 'nadia')]
  const onLeave = { ...nadia, leave: { ...days, deputy: salma.id } }
  await office.call('admin.setUser', onLeave)
  await office.call('admin.setUser', { ...salma, active: false })
  await office.call('admin.setUser', { ...onLeave, language: 'en' })
  expect((await userNamed(office, 'nadia')).language).toBe('en')
  const other = { ...onLeave, leave: { ...days, until: '2026-02-01', deputy: salma.id } }
  expect(await office.refused('admin.setUser', other)).toBe('deputy-unfit')
  await office.call('admin.setUser', { ...other, active: false, atOnce: true })
  expect((await userNamed(office, 'nadia')).active).toBe(false)
})
