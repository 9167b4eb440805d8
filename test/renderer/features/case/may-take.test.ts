import { expect, test } from 'vitest'
import { assert } from '#shared/lib/assert.ts'
import { mayTake } from '#renderer/features/case/side/may-take.ts'
import { classified } from '#test/support/case-steps.ts'

test('UI-4 Z-06 a case that nobody works on is taken by whoever may answer it, and by none of an earlier cycle', () => {
  const world = classified()
  const may = (user: string, rights: readonly string[] = ['draft_reply'], allowed = ['assign'] as const) => {
    const { state } = world
    assert(state.kind === 'case', 'the world has registered its case')
    return mayTake({ state, allowed }, { user, has: (right) => rights.includes(right) })
  }
  expect(may('salma')).toBe(true)
  expect(may('salma', ['triage'])).toBe(false)
  expect(may('salma', ['draft_reply'], [] as never)).toBe(false)
  world.do('assign', { user: 'salma' }, 'salma')
  expect(may('salma')).toBe(false)
  expect(may('omar')).toBe(false)
})
