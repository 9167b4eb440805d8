import { expect, test } from 'vitest'
import { shownStage } from '#renderer/features/case/head/shown-stage.ts'

test('L-01 a case that somebody took stands in classification, in the bar of stages as in its badge; one that waits does not', () => {
  expect(shownStage({ stage: 'registration', status: 'triage' })).toBe('classification')
  expect(shownStage({ stage: 'registration', status: 'registered' })).toBe('registration')
  expect(shownStage({ stage: 'processing', status: 'referred' })).toBe('processing')
})
