import { expect, test } from 'vitest'
import { ruleChanges } from '#core/reports/changes/rule-changes.ts'
import type { RuleSet } from '#core/reports/changes/rule-changes.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'

/* A joined office: rules of the central unit, its own, its departments' and other offices' meet on one machine. */

const day = (number: number): Instant => `2026-01-0${number}T08:00:00.000Z` as Instant
const set = (owner: string, value: string, number: number): RuleSet => ({
  owner,
  rule: 'calendar',
  value,
  at: day(number),
  commit: `commit ${number}`,
})
const atSetUp = (made: RuleSet): RuleSet => ({ ...made, commit: 'set-up' })

const changed = (...sets: readonly RuleSet[]): readonly string[] =>
  ruleChanges(sets, {
    office: 'north',
    departments: new Set(['water']),
    setUp: 'set-up',
    period: { from: day(1), to: day(9) },
  }).map(({ set: { at }, unit, before }) => `${at.slice(9, 10)} ${unit}: not ${String(before)}`)

test('report 6.1.2 W1 the central unit’s change is an office’s only while it has no rule of its own', () => {
  expect(changed(set('central', 'A', 1), set('central', 'B', 2))).toEqual(['2 north: not A'])
  expect(changed(set('central', 'A', 1), atSetUp(set('north', 'C', 2)), set('central', 'B', 3))).toEqual([])
  expect(changed(set('central', 'A', 1), set('north', 'B', 2))).toEqual(['2 north: not A'])
})

test('report 6.1.2 the set-up of an office that joins changes nothing; other offices’ rules are not its own', () => {
  expect(changed(set('central', 'A', 1), atSetUp(set('north', 'B', 2)), set('south', 'A', 3))).toEqual([])
  expect(changed(atSetUp(set('north', 'A', 1)), set('south', 'A', 2), set('south', 'B', 3))).toEqual([])
})

test('report 6.1.2 each unit is compared with what held for it, in the order of their making', () => {
  const sets = [atSetUp(set('north', 'A', 1)), set('water', 'B', 5), set('north', 'B', 3), set('water', 'A', 6)]
  expect(changed(...sets)).toEqual(['3 north: not A', '5 water: not A', '6 water: not B'])
})
