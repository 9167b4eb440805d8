import { expect, test } from 'vitest'
import { UserSet } from '#shared/domain/access/events.ts'
import { userAfter } from '#shared/domain/access/user-after.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import { latestIn } from '#core/services/latest-in.ts'

/* What stands of a user after machines of several programs have saved him. */

const saved = (change: object): RecordedEvent =>
  ({
    id: JSON.stringify(change),
    stream: 'user:huda',
    type: 'user.set',
    version: 1,
    verdict: 'accepted',
    facts: {
      id: 'huda',
      username: 'huda',
      name: { ar: 'هدى', en: 'Huda' },
      unit: 'office',
      groups: [],
      active: true,
      staffId: null,
      language: 'ar',
      ...change,
    },
  }) as unknown as RecordedEvent

const leaveAfter = (...changes: readonly object[]) =>
  latestIn(changes.map(saved))({
    type: 'user.set',
    schema: UserSet,
    keyOf: ({ id }) => id,
    after: userAfter,
  }).values.get('huda')?.leave

test('S11 E-02 a machine keeps the leave of a user whom an older program saved, until one that knows of leaves ends it', () => {
  const leave = { from: '2026-01-05', until: '2026-01-09', deputy: null }
  expect(leaveAfter({ leave }, { language: 'en' })).toEqual(leave)
  expect(leaveAfter({ leave }, { leave: null }, { language: 'en' })).toBeNull()
})
