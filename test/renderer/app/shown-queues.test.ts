import { expect, test } from 'vitest'
import { shownQueues } from '#renderer/app/shown-queues.ts'

test('UI-7 N-06 red in the side list calls to work: what is held at another’s machine is to be known and shows calm', () => {
  const shown = shownQueues({ kind: 'office' }, { conflicts: 1, held_work: 2 })
  const urgent = ['conflicts', 'held_work'].map((name) => shown.find((queue) => queue.name === name)?.urgent ?? false)
  expect(urgent).toEqual([true, false])
  expect(shownQueues({ kind: 'office' }, { held_work: 0 }).map(({ name }) => name)).not.toContain('held_work')
})
