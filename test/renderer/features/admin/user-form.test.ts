import { expect, test } from 'vitest'
import {
  emptyUser,
  groupsHint,
  isHoldOffered,
  lacksOfUser,
  offeredGroups,
  unfitIn,
  userForm,
  userInput,
} from '#renderer/features/admin/user-form.ts'
import type { UserForm } from '#renderer/features/admin/user-form.ts'
import { adminUserMessages as words } from '#shared/i18n/admin-users.ts'
import { unit } from '#test/support/duty-world.ts'

const salem = { ...emptyUser('office'), id: 'salem', active: false, atOnce: true }

test('S14 what a user did that has not arrived can be held where a server gives work on, and only when he goes', () => {
  const offered = (active: boolean, isJoined: boolean) => isHoldOffered({ ...salem, active }, isJoined)
  expect([offered(false, true), offered(true, true), offered(false, false)]).toEqual([true, false, false])
})

test('S14 the mark goes to the core with a user who goes, never with one who stays, and is seen again in the form', () => {
  expect(userInput(salem)).toMatchObject({ active: false, atOnce: true })
  expect(userInput({ ...salem, active: true })).not.toHaveProperty('atOnce')
  expect(userInput({ ...salem, atOnce: false })).not.toHaveProperty('atOnce')
  const kept = { ...userInput(salem), id: 'salem', staffId: null } as never
  expect(userForm(kept).atOnce).toBe(true)
})

const units = [unit('north', 'office', null), unit('roads', 'department', 'north')]
const groups = ['reception', 'liaison', 'administrator', 'night_desk'].map((code) => ({
  code,
  name: { ar: code, en: code },
  rights: [],
  active: true,
}))

test('G-01 the form offers the groups that fit the chosen unit, what he has already, and says which they are', () => {
  const offered = (form: UserForm) => offeredGroups(groups, units, form).map(({ code }) => code)
  expect(offered(emptyUser('roads'))).toEqual(['liaison', 'administrator', 'night_desk'])
  expect(offered(emptyUser('north'))).toEqual(['reception', 'administrator', 'night_desk'])
  expect(offered({ ...emptyUser('roads'), groups: ['reception'] })).toContain('reception')
  expect(groupsHint(units, emptyUser('roads'))).toBe(words.groupsOfDepartment)
  expect(groupsHint(units, emptyUser('north'))).toBe(words.groupsOfOffice)
  expect(groupsHint(units, emptyUser(null))).toBeNull()
})

test('G-01 groups that do not fit another unit are named before it is saved; what he had before is left to him', () => {
  const start = { ...emptyUser('north'), groups: ['reception', 'night_desk'] }
  const moved = { ...start, unit: 'roads' }
  const lacks = (form: UserForm) =>
    lacksOfUser(form, { isJoined: false, unfit: unfitIn(units, form, start) }).map((lack) => lack.words)
  expect(unfitIn(units, moved, start)).toEqual(['reception'])
  expect(lacks(moved)).toContain(words.needFittingGroups)
  expect(lacks(start)).not.toContain(words.needFittingGroups)
  const odd = { ...emptyUser('north'), groups: ['liaison'] }
  expect(unfitIn(units, { ...odd, staffId: '7' }, odd)).toEqual([])
})
