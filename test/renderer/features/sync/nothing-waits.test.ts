import { expect, test } from 'vitest'
import { syncMessages as words } from '#shared/i18n/sync.ts'
import { nothingWaits } from '#renderer/features/sync/nothing-waits.ts'

const counts = { pending: 0, sent: 0, accepted: 9, conflict: 0, held: 0, refused: 0, void: 1 }

test('UI-7 S2 that the server took all is said only where nothing clashes and nothing of others waits', () => {
  expect(nothingWaits(counts)).toBe(words.itemsEmptyText)
  expect(nothingWaits({ ...counts, conflict: 1 })).toBe(words.itemsButClashes)
  for (const standing of ['pending', 'sent', 'held', 'refused'])
    expect(nothingWaits({ ...counts, conflict: 1, [standing]: 1 }), standing).toBe(words.itemsOfOthers)
})
