import { expect, test } from 'vitest'
import { attemptResults, contactChannels } from '#shared/domain/case/codes.ts'
import { fits, reachedAfter, resultsBy } from '#renderer/features/case/steps/attempt-results.ts'

test('Z-03 what was written to somebody has no busy line and nobody who picks up; a call may have every result', () => {
  expect(resultsBy('phone').results).toEqual(attemptResults)
  for (const channel of ['sms', 'email', 'post']) {
    const { results, labels } = resultsBy(channel)
    expect(results).toEqual(['reached', 'no_answer', 'wrong_number'])
    expect(results.every((code) => code in labels)).toBe(true)
    expect(fits('busy', channel)).toBe(false)
  }
  for (const channel of contactChannels) expect(fits('reached', channel)).toBe(true)
})

test('Z-03 whoever was reached is owed no further attempt: it is told after how many', () => {
  const made = (...results: readonly (typeof attemptResults)[number][]) => results.map((result) => ({ result }))
  expect(reachedAfter(made('no_answer', 'busy'))).toBeNull()
  expect(reachedAfter(made('no_answer', 'reached', 'no_answer'))).toBe(2)
  expect(reachedAfter([])).toBeNull()
})
