import { describe, expect, it } from 'vitest'
import { linkStamp, peopleProjection } from '#core/projections/people-projection.ts'
import { saidOf } from '#core/services/human-records.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import type { RecordedEvent } from '#shared/sync/recorded-event.ts'
import { openSimStore } from '#test/simulation/sim-store.ts'

/* Two machines say of two records whether they are one human, each on the side that it had open (L-16, S13). */

const [first, second] = ['0190aaaa-0000-7000-8000-000000000001', '0190aaaa-0000-7000-8000-000000000002']

interface Saying {
  readonly id: string
  readonly by: 'first' | 'second'
  readonly type: 'person.linked' | 'person.unlinked'
  readonly at: string
  readonly seen?: string
}

const eventOf = ({ id, by, type, at, seen }: Saying): RecordedEvent =>
  ({
    id,
    stream: `person:${by === 'first' ? first : second}`,
    type,
    facts: { other: by === 'first' ? second : first },
    private: null,
    at,
    expects: seen === undefined ? {} : { [linkStamp]: seen },
  }) as unknown as RecordedEvent

function standingAfter(...said: readonly Saying[]): readonly (string | undefined)[] {
  const { db } = openSimStore()
  for (const each of said) peopleProjection.apply(db, [eventOf(each)], new Map())
  const from = (reader: ReadableDb, id: string, other: string) => saidOf(reader, id).get(other)
  return [from(db, first, second), from(db, second, first)]
}

const joined: Saying = {
  id: 'a1',
  by: 'first',
  type: 'person.linked',
  at: '2036-01-01T00:00:00.000Z',
  seen: 'unset',
}
const parted: Saying = { ...joined, id: 'b1', by: 'second', type: 'person.unlinked', at: '2026-01-01T00:00:00.000Z' }

describe('what was said last of two records', () => {
  it('S13 L-16 an old join of a clock ten years ahead does not win over the parting that had seen it', () => {
    expect(standingAfter(joined, { ...parted, seen: 'a1' })).toEqual(['parted', 'parted'])
    expect(standingAfter({ ...parted, seen: 'a1' }, joined)).toEqual(['parted', 'parted'])
    const again: Saying = { ...joined, id: 'a2', at: '2016-01-01T00:00:00.000Z', seen: 'b1' }
    expect(standingAfter(joined, { ...parted, seen: 'a1' }, again)).toEqual(['joined', 'joined'])
  })

  it('S9 L-16 what was said at once from both sides and not alike leaves two records', () => {
    expect(standingAfter(joined, parted)).toEqual(['parted', 'parted'])
    expect(standingAfter(parted, joined)).toEqual(['parted', 'parted'])
    expect(standingAfter(joined, { ...parted, type: 'person.linked' })).toEqual(['joined', 'joined'])
  })

  it('L-16 of a program that did not note what it had seen the later one stands, as it always did', () => {
    const { seen: _, ...old } = joined
    const { seen: __, ...older } = parted
    expect(standingAfter(older, old)).toEqual(['joined', 'joined'])
  })
})
