import { expect, test } from 'vitest'
import { nameOfLook, plainLookOf } from '#renderer/features/queues/queue-store.ts'

test('UI-6 the look of a queue that is kept under a name is called by it, however its conditions were chosen', () => {
  const look = { ...plainLookOf('all_open'), filter: { late: true as const, text: 'رخصة' } }
  const views = [{ ...look, name: 'رخص متأخرة', queue: 'all_open' as const }]
  const chosen = { ...plainLookOf('all_open'), filter: { text: 'رخصة', late: true as const } }
  expect(nameOfLook(views, 'all_open', chosen)).toBe('رخص متأخرة')
  expect(nameOfLook(views, 'overdue', chosen)).toBeNull()
  expect(nameOfLook(views, 'all_open', { ...chosen, descending: true })).toBeNull()
  expect(nameOfLook(views, 'all_open', plainLookOf('all_open'))).toBeNull()
})
