import { rmSync } from 'node:fs'
import { expect, it } from 'vitest'
import { FeedName } from '#shared/sync/feed-entry.ts'
import type { Outcome } from '#shared/sync/outcome.ts'
import { openWritable } from '#core/store/driver.ts'
import type { ReadableDb } from '#core/store/driver.ts'
import { beginFeed, dropFeed, rewindFeed } from '#core/store/feeds.ts'
import { dropHeldActs, heldActsOn, noteHeldAct } from '#core/store/held-acts.ts'
import { allMigrations } from '#core/store/migrations/all-migrations.ts'
import { migrate } from '#core/store/open-store.ts'
import { storeFile } from '#core/store/store-file.ts'
import { temporaryStore } from '#test/support/temporary-store.ts'

const unit = FeedName.parse('central')
const strict = FeedName.parse('case:one')
const own = FeedName.parse('device:own')
const act = { stream: 'case:one', actor: 'badr', at: '2026-01-05T07:00:00.000Z', types: ['resolved'] }

const held: Outcome = { kind: 'held', reason: { code: 'case-status', params: {} }, act }

const heldNote = (commit: string) => ({ commit, outcome: held })

const accepted: Outcome = { kind: 'accepted', moved: [] }

const taken = (commit: string) => ({ commit, outcome: accepted })

const heldOn = (db: ReadableDb): readonly string[] => heldActsOn(db, 'one').map(({ commit }) => commit)

it('0004 work of other machines that is held: told once, and gone when it is taken or its case leaves', () => {
  const { db } = temporaryStore().store
  for (const commit of ['first', 'first', 'second'])
    expect(noteHeldAct(db, unit, heldNote(commit))).toEqual(['case:one'])
  expect(heldOn(db)).toEqual(['first', 'second'])
  expect(noteHeldAct(db, unit, taken('first'))).toEqual(['case:one'])
  expect(heldOn(db)).toEqual(['second'])
  dropHeldActs(db, 'case:one')
  expect(heldOn(db)).toEqual([])
  expect(noteHeldAct(db, unit, taken('second'))).toEqual([])
})

it('0005 SYNC-APPEND-14 a feed that is read anew unsays what it said itself of held work, and nothing that another said', () => {
  const { db } = temporaryStore().store
  noteHeldAct(db, unit, heldNote('open'))
  noteHeldAct(db, strict, heldNote('strict'))
  rewindFeed(db, strict, 1)
  expect(heldOn(db)).toEqual(['open'])
  noteHeldAct(db, strict, heldNote('strict'))
  rewindFeed(db, own, 1)
  rewindFeed(db, unit, 1)
  expect(heldOn(db)).toEqual(['strict'])
})

it('0005 SYNC-APPEND-14 R-08 what one feed told of and another ended is over in whatever order they are read', () => {
  const { db } = temporaryStore().store
  noteHeldAct(db, unit, heldNote('raised'))
  expect(noteHeldAct(db, strict, taken('raised'))).toEqual(['case:one'])
  rewindFeed(db, unit, 1)
  expect(noteHeldAct(db, unit, heldNote('raised'))).toEqual([])
  for (const feed of [unit, strict]) rewindFeed(db, feed, 1)
  noteHeldAct(db, strict, taken('raised'))
  noteHeldAct(db, unit, heldNote('raised'))
  expect(heldOn(db)).toEqual([])
})

it('0005 SYNC-APPEND-14 R-08 a case that is strictly confidential no more keeps what its own feed said, until the unit’s ends it', () => {
  const { db } = temporaryStore().store
  noteHeldAct(db, strict, heldNote('lowered'))
  noteHeldAct(db, unit, heldNote('raised'))
  noteHeldAct(db, strict, taken('raised'))
  dropFeed(db, strict)
  expect(heldOn(db)).toEqual(['lowered'])
  rewindFeed(db, unit, 1)
  noteHeldAct(db, unit, heldNote('raised'))
  expect(heldOn(db)).toEqual(['lowered'])
  noteHeldAct(db, unit, taken('lowered'))
  expect(heldOn(db)).toEqual([])
})

it('0005 which feed told of held work: what is known of before is the case’s own feed’s or the unit’s', () => {
  const made = temporaryStore()
  made.store.close()
  for (const suffix of ['', '-wal', '-shm']) rmSync(storeFile(made.folder) + suffix, { force: true })
  const before = openWritable({ file: storeFile(made.folder), key: made.key, create: true })
  migrate(before, allMigrations.slice(0, 4), 0)
  for (const feed of ['device:own', 'office:AMM', 'case:strict']) beginFeed(before, FeedName.parse(feed), 1)
  for (const of of ['open', 'strict'])
    before.run("INSERT INTO held_acts (commit_id, case_id, actor, at, types) VALUES (?, ?, 'badr', '', '[]')", of, of)
  before.close()
  const { db } = made.reopen()
  expect(db.all('SELECT case_id AS id, feed FROM held_acts ORDER BY id')).toEqual([
    { id: 'open', feed: 'office:AMM' },
    { id: 'strict', feed: 'case:strict' },
  ])
})
