import { expect, it } from 'vitest'
import { heldActsOn } from '#core/store/held-acts.ts'
import { countByStanding } from '#core/store/own-commits.ts'
import { readStream } from '#core/store/read-stream.ts'
import { changeMembership, readMembership } from '#core/sync-client/membership.ts'
import { exchange } from '#core/sync-client/round.ts'
import type { Wire } from '#core/sync-client/wire.ts'
import { refuse } from '#shared/lib/result.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import type { Outcome } from '#shared/sync/outcome.ts'
import { plainFeed, type PlainServer } from '#test/support/sync/plain-server.ts'
import { foldedIn, one, settled, tablesOf, two, twoMachines } from '#test/support/sync/two-machines.ts'

const at = '2026-01-04T07:00:00.000Z'
const withdraw = (server: PlainServer, stream: string): void =>
  server.append(plainFeed, { kind: 'withdrawn', stream, at }, [])

const casesFrom = (first: number): readonly string[] =>
  Array.from({ length: 21 }, (_, n) => `case:018f0000-0000-7000-8000-0000000001${first + n}`)

it('SYNC-MERGE-7 a person’s word is for what it was said of: what would hide many cases later is asked for anew (S18)', async () => {
  const { server, a } = twoMachines()
  const hide = async (streams: readonly string[]) => {
    a.append(...streams.map((stream) => ({ stream, facts: { n: 1 } })))
    await settled(a)
    for (const stream of streams) withdraw(server, stream)
    return exchange(a.client, 'all')
  }
  const refused = { refusal: { code: 'sync-would-hide', params: { count: 21, of: 21 } } }
  expect(await hide(casesFrom(10))).toMatchObject(refused)
  a.store.db.transaction(() => changeMembership(a.store.db, { mayHide: true }))
  await settled(a)
  expect(tablesOf(a)).toEqual({})
  expect(readMembership(a.store.db)?.mayHide).toBe(false)
  expect(await hide(casesFrom(50))).toMatchObject(refused)
  expect(Object.keys(tablesOf(a))).toHaveLength(21)
})

it('SYNC-MERGE-7 a person’s word ends with the round that it was given for, also where nothing is left to hide; one that is cut does not end it (S18)', async () => {
  const { a } = twoMachines()
  await settled(a)
  const { db } = a.store
  db.transaction(() => changeMembership(db, { mayHide: true }))
  const { wire } = a.client
  const pull: Wire['pull'] = () => Promise.resolve(refuse('sync-unreachable'))
  expect(await exchange({ ...a.client, wire: { ...wire, pull } }, 'all')).toMatchObject({ ok: false })
  expect(readMembership(db)?.mayHide).toBe(true)
  await settled(a)
  expect(readMembership(db)?.mayHide).toBe(false)
})

it('SYNC-MERGE-6 SYNC-APPEND-14 with a case that leaves this machine goes what its colleagues’ machines have held on it (N-06)', async () => {
  const { server, a } = twoMachines()
  for (const stream of [one, two]) a.append({ stream, facts: { n: 1 } })
  await settled(a)
  const reason = { code: 'case-status', params: {} }
  for (const [index, stream] of [one, two].entries()) {
    const act = { stream, actor: 'badr', at, types: ['resolved'] }
    const commit = `018f0000-0000-7000-8000-00000000010${index}`
    server.append(plainFeed, { kind: 'outcome', commit, outcome: { kind: 'held', reason, act }, at }, [])
  }
  await settled(a)
  const heldOn = (stream: string): number => heldActsOn(a.store.db, stream.slice('case:'.length)).length
  expect([heldOn(one), heldOn(two)]).toEqual([1, 1])
  withdraw(server, one)
  await settled(a)
  expect(readStream(a.store.db, one)).toEqual([])
  expect([heldOn(one), heldOn(two)]).toEqual([0, 1])
})

it.each([
  ['SYNC-APPEND-13 for what a server lacked', 'sync-ground-lacking'],
  ['SYNC-APPEND-3 for the record of whom it names', 'sync-person-elsewhere'],
])(
  '%s: what waits is judged again when that has come by a feed, not before, and nobody asks for it',
  async (_, code) => {
    const { server, a, b } = twoMachines()
    await settled(a, b)
    const reason = { code, params: { stream: one, event: '' } }
    server.judge = () => ({ kind: 'held', reason })
    const commit = b.append({ stream: two, facts: { n: 'waits' } })
    const asked: string[] = []
    const { wire } = b.client
    const retry: Wire['retry'] = (each) => {
      asked.push(each)
      const outcome: Outcome = { kind: 'accepted', moved: [] }
      server.append('device:machine-b' as FeedName, { kind: 'outcome', commit: each, outcome, at }, [])
      return Promise.resolve({ ok: true, value: { commit: each, outcome } })
    }
    const go = () => exchange({ ...b.client, wire: { ...wire, retry } }, 'all')
    for (let n = 0; n < 2; n += 1) expect(await go()).toMatchObject({ ok: true })
    expect(asked).toEqual([])
    expect(countByStanding(b.store.db)).toMatchObject({ held: 1 })
    server.judge = () => ({ kind: 'accepted', moved: [] })
    a.append({ stream: one, facts: { n: 'ground' } })
    await settled(a)
    for (let n = 0; n < 3; n += 1) expect(await go()).toMatchObject({ ok: true })
    // What its feed says of it is not asked for once more.
    expect(asked).toEqual([commit])
    expect(countByStanding(b.store.db)).toMatchObject({ held: 0, accepted: 1 })
    expect(foldedIn(b, [one, two])).toEqual({ [one]: 'ground ', [two]: 'waits ' })
  },
)
