import { expect, test } from 'vitest'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { requestStanding } from '#renderer/features/case/body/request-standing.ts'

const at = '2026-03-10T08:00:00.000Z' as Instant

test('F-05 a request waits at its directorate only as long as the referral waits for an answer', () => {
  const open = { endedAt: null }
  const answered = { endedAt: at }
  expect(requestStanding(open, { answered: null })).toBe('asked')
  expect(requestStanding(answered, { answered: null })).toBe('unanswered')
  expect(requestStanding(answered, { answered: { at, neededUntil: null } })).toBe('answered')
  expect(requestStanding(open, { answered: { at, neededUntil: at } })).toBe('needs')
})
