import { expect, test } from 'vitest'
import type { UserSet } from '#shared/domain/access/events.ts'
import type { Case } from '#shared/domain/case/state.ts'
import type { LocalDate } from '#shared/domain/clock/local-date.ts'
import { liaisonsOf } from '#shared/domain/duties/recipients.ts'
import { classified } from '#test/support/case-steps.ts'
import { departmentA, departmentB } from '#test/support/case-world.ts'
import { accessOf, posts, tree, user } from '#test/support/duty-world.ts'

/* Whom a department is told by that a new referral is there. */

const told = (state: Case, users: readonly UserSet[], department: string = departmentA): readonly string[] =>
  liaisonsOf({ state, department, access: accessOf(tree, users), today: '2026-01-05' as LocalDate })

const dana = user('dana', departmentA, ['liaison'])
const without = (...ids: readonly string[]) => posts.filter(({ id }) => !ids.includes(id))

test('F-03 every liaison officer of the department is told, and nobody of another one or of those above him', () => {
  const state = classified().case
  expect(told(state, posts)).toEqual(['ali'])
  expect(told(state, [...posts, dana])).toEqual(['ali', 'dana'])
  expect(told(state, [...posts, { ...dana, active: false }])).toEqual(['ali'])
  expect(told(state, posts, departmentB)).toEqual(['badr'])
})

test('F-03 F-12 for an officer who is away his deputy is told; where he has none he is told all the same', () => {
  const state = classified().case
  const away = (deputy: string) =>
    posts.map((each) =>
      each.id === 'ali'
        ? { ...each, leave: { from: '2026-01-01' as never, until: '2026-01-31' as never, deputy: deputy as never } }
        : each,
    )
  expect(told(state, away('amal'))).toEqual(['amal'])
  expect(told(state, away('nobody'))).toEqual(['ali'])
})

test('F-03 where a department has no liaison officer whoever else answers for it is told; a department without users goes on paper', () => {
  const state = classified().case
  expect(told(state, without('ali'))).toEqual(['adel', 'amal'])
  expect(told(state, without('ali', 'adel', 'amal'))).toEqual([])
})

test('F-03 R-08 of a case that they may not open they are told nothing', () => {
  const world = classified()
  world.do('set_confidentiality', { level: 'strict', users: ['nadia', 'ali'] as never, note: '' }, 'nadia')
  expect(told(world.case, [...posts, dana])).toEqual(['ali'])
  const confidential = classified()
  confidential.do('set_confidentiality', { level: 'confidential', users: [], note: '' }, 'nadia')
  expect(told(confidential.case, posts)).toEqual([])
})
