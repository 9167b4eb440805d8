import { expect, it } from 'vitest'
import { FeedName } from '#shared/sync/feed-entry.ts'
import type { EntryHeader } from '#shared/sync/feed-entry.ts'
import { rewindFeed } from '#core/store/feeds.ts'
import { noteMoved } from '#core/store/moved-cases.ts'
import { noteNames, readNames } from '#core/store/names-elsewhere.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import { plainFeed } from '#test/support/sync/plain-server.ts'
import { testReplica } from '#test/support/sync/test-replica.ts'
import { temporaryStore } from '#test/support/temporary-store.ts'
import { one, orders, proven, settled, tablesOf, two, twoMachines } from '#test/support/sync/two-machines.ts'

type Said = Extract<EntryHeader, { kind: 'names' }>

const unit = FeedName.parse('office:ryd')
const strict = FeedName.parse('case:one')
const at = '2026-01-05T07:00:00.000Z'

const moved = (to: string | null, stream = 'case:one') => {
  const place = { reference: 'RYD-26-000123-4', registeredAt: at, movedAt: at }
  const trail = to === null ? null : { ...place, unit: to, name: { ar: `مكتب ${to}`, en: `Office ${to}` } }
  return { kind: 'moved', stream, trail, at } as const
}

const unitsIn = (db: ReadableDb): readonly string[] =>
  db.all<{ unit: string }>('SELECT unit FROM moved_cases ORDER BY case_id, feed').map((row) => row.unit)

it('0006 SYNC-FEED-11 where a moved case is: the feed’s last word stands, and goes with what it unsays', () => {
  const { db } = temporaryStore().store
  noteMoved(db, unit, moved('central'))
  noteMoved(db, unit, moved('jed'))
  noteMoved(db, unit, moved('dmm', 'case:two'))
  expect(unitsIn(db)).toEqual(['jed', 'dmm'])
  // Of another feed nothing is unsaid.
  noteMoved(db, strict, moved(null))
  rewindFeed(db, strict, 1)
  expect(unitsIn(db)).toEqual(['jed', 'dmm'])
  noteMoved(db, unit, moved(null))
  expect(unitsIn(db)).toEqual(['dmm'])
  rewindFeed(db, unit, 1)
  expect(unitsIn(db)).toEqual([])
})

it('SYNC-FEED-11 every machine of the unit knows where a case went, one that joins later too, and the feed proves it', async () => {
  const { server, a, b } = twoMachines()
  a.append({ stream: one, facts: { n: 1 } })
  a.append({ stream: two, facts: { n: 2 } })
  await settled(a, b)
  server.append(plainFeed, { kind: 'withdrawn', stream: one, at }, [])
  server.append(plainFeed, moved('jed', one), [])
  await settled(a, b)
  const later = testReplica(server, { device: 'machine-c', projections: [orders] })
  const filled = testReplica(server, { device: 'machine-d', projections: [orders] })
  Object.assign(filled.client, { snapshotFrom: 0 })
  await settled(later, filled)
  for (const replica of [a, b, later, filled]) {
    expect([unitsIn(replica.store.db), tablesOf(replica)]).toEqual([['jed'], { [two]: '2 ' }])
    proven(replica, server)
  }
  server.showFirstAgain()
  server.append(plainFeed, moved(null, one), [])
  await settled(a, later)
  for (const replica of [a, later]) expect(unitsIn(replica.store.db)).toEqual([])
})

it('0007 SYNC-FEED-12 how people and units of elsewhere are called: the last word stands, and reference data is read anew for it', () => {
  const { db } = temporaryStore().store
  const called = (id: string, name: string) => ({ id, name: { ar: name, en: name } })
  const said = (name: string): Said => ({
    kind: 'names',
    users: [called('badr', name)],
    units: [called('water', 'المياه')],
    at,
  })
  noteNames(db, said('بدر'))
  expect(noteNames(db, said('بدر العلي'))).toEqual(['user:badr', 'unit:water'])
  expect([...readNames(db)]).toEqual([
    ['badr', { ar: 'بدر العلي', en: 'بدر العلي' }],
    ['water', { ar: 'المياه', en: 'المياه' }],
  ])
})
