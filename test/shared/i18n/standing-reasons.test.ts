import { expect, test } from 'vitest'
import { standingReasons } from '#shared/i18n/standing-reasons.ts'
import { standings } from '#shared/sync/outcome.ts'

test('S2 every standing of a commit says in plain words why it stands so, in both languages', () => {
  expect(Object.keys(standingReasons).toSorted()).toEqual([...standings].toSorted())
  for (const { ar, en } of Object.values(standingReasons)) {
    expect(ar).toMatch(/[\u0621-\u064A]{2}/)
    expect(en).toMatch(/[a-z]{2}/)
  }
})
