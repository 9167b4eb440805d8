import { expect, test } from 'vitest'
import type { CommitItem, SyncStatus } from '#shared/contract/desktop/sync.ts'
import { countOfOthers, listCommitsOf } from '#core/store/list-own-commits.ts'
import { countByStanding } from '#core/store/own-commits.ts'
import { exchange } from '#core/sync-client/round.ts'
import type { Outcome } from '#shared/sync/outcome.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { staffed } from '#test/support/staffed-office.ts'
import { PlainServer } from '#test/support/sync/plain-server.ts'
import { testReplica } from '#test/support/sync/test-replica.ts'

test('UI-7 S2 whoever sees his own waiting work alone is told how much more waits here, and no word of it; who keeps the store sees all', async () => {
  const { office } = await staffed()
  const { reference } = await office.call<{ reference: string }>('intake.register', phoneForm(), 'rana')
  await office.call('triage.accept', { case: reference }, 'salma')
  const { counts } = await office.call<SyncStatus>('sync.status')
  const told = async (user: string) => {
    const unshown = await office.call<number>('sync.unshown', {}, user)
    const items = await office.call<readonly CommitItem[]>('sync.items', {}, user)
    return { listed: items.length, unshown, names: new Set(items.map(({ actor }) => actor.name.en)) }
  }
  for (const user of ['rana', 'salma']) {
    const { listed, unshown, names } = await told(user)
    expect([...names]).toEqual([user])
    expect(unshown).toBeGreaterThan(0)
    expect(listed + unshown).toBe((await office.call<SyncStatus>('sync.status')).counts.pending)
  }
  expect(await told('admin')).toMatchObject({ unshown: 0 })
  expect((await told('admin')).listed).toBeGreaterThanOrEqual(counts.pending)
  expect(await office.refused('sync.unshown', {}, '')).toBe('not-signed-in')
})

test('UI-7 S2 others’ work counts while it waits, is held or was refused; a clash is shown elsewhere, what was taken nowhere', async () => {
  const server = new PlainServer()
  const { store, client, append } = testReplica(server, { device: 'machine-a', projections: [] })
  const reason = { code: 'sync-fenced', params: {} }
  const outcomes: Outcome[] = [
    { kind: 'held', reason },
    { kind: 'refused', reason },
    { kind: 'conflict', facts: [] },
    { kind: 'accepted', moved: [] },
  ]
  const streams = ['1', '2', '3', '4', '5'].map((n) => `case:018f0000-0000-7000-8000-00000000000${n}`)
  const commits = streams.slice(0, 4).map((stream) => append({ stream, facts: {} }))
  server.judge = (commit) => outcomes[commits.indexOf(commit)] ?? { kind: 'accepted', moved: [] }
  expect(countOfOthers(store.db, 'somebody')).toBe(4)
  expect(await exchange(client, 'all')).toMatchObject({ ok: true })
  append({ stream: streams[4] ?? '', facts: {} })
  expect(countByStanding(store.db)).toMatchObject({ pending: 1, held: 1, refused: 1, conflict: 1, accepted: 1 })
  expect(countOfOthers(store.db, 'somebody')).toBe(3)
  const own = store.db.value<string>("SELECT json_extract(CAST(envelope AS TEXT), '$.actor') FROM events LIMIT 1") ?? ''
  expect(countOfOthers(store.db, own)).toBe(0)
  // Asked for one person's, what is newer of others takes no place.
  const of = (actor: string | null) =>
    listCommitsOf(store.db, { standing: null, limit: 1, actor }).map(({ firstSeq }) => firstSeq)
  const [latest] = of(null)
  append({ stream: streams[4] ?? '', facts: {}, actor: 'somebody' })
  expect(of(null)).toEqual(of('somebody'))
  expect([of(own), of('nobody')]).toEqual([[latest], []])
})
