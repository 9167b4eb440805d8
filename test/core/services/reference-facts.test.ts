import { expect, test } from 'vitest'
import { GroupSet } from '#shared/domain/access/events.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import { latestIn } from '#core/services/latest-in.ts'

const name = { ar: 'الاستقبال', en: 'Reception' }
const group = (version: number, right: string): RecordedEvent =>
  ({
    id: `${version} ${right}`,
    type: 'group.set',
    stream: 'group:office/reception',
    verdict: 'accepted',
    version,
    facts: { code: 'reception', name, rights: [right], active: true },
  }) as unknown as RecordedEvent

const groupsIn = (...events: readonly RecordedEvent[]) =>
  latestIn(events)({ type: 'group.set', schema: GroupSet, keyOf: ({ code }) => code })

test('S11 what a newer program set and this one cannot read leaves what stood before it', () => {
  const { values, last } = groupsIn(group(1, 'register'), group(2, 'fly'))
  expect(values.get('reception')?.rights).toEqual(['register'])
  expect(last).toBe('1 register')
})

test('S11 an event of a known version that is not what it should be is a fault, and is not passed over', () => {
  expect(() => groupsIn(group(1, 'fly'))).toThrow()
})
