import { expect, test } from 'vitest'
import { emptyUser, isHoldOffered, userForm, userInput } from '#renderer/features/admin/user-form.ts'

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
