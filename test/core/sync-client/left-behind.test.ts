import { describe, expect, it } from 'vitest'
import { dropFeed, noteFeedEnd } from '#core/store/feeds.ts'
import { noteWithdrawn, withdrawOnceDecided } from '#core/store/offered-copies.ts'
import { removeSetting } from '#core/store/settings.ts'
import { leavingOf, withdrawEvents } from '#core/store/withdraw.ts'
import { changeMembership } from '#core/sync-client/membership.ts'
import { exchange } from '#core/sync-client/round.ts'
import { withdrawLeftBehind } from '#core/sync-client/withdraw-left-behind.ts'
import { instantFromMs, msOf } from '#shared/domain/clock/instant.ts'
import { must } from '#shared/lib/assert.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import type { Outcome } from '#shared/sync/outcome.ts'
import { PlainServer, plainFeed } from '#test/support/sync/plain-server.ts'
import type { TestReplica } from '#test/support/sync/test-replica.ts'
import { one, orders, proven, settled, tablesOf, two, twoMachines } from '#test/support/sync/two-machines.ts'
import { testInstant } from '#test/support/temporary-store.ts'

/* Whom a strict case named stayed, in earlier programs, on a machine that the case had left. */

const strict = one as FeedName
const id = '018f0000-0000-7000-8000-0000000000aa'
const person = `person:${id}`
const naming = { stream: two, type: 'complainant_set', facts: { n: 'names', person: id } }

const keptOf = ({ store: { db } }: TestReplica): number =>
  db.value<number>('SELECT count(*) FROM events WHERE stream = ? AND length(facts) > 0', person) ?? 0

const isDone = ({ store: { db } }: TestReplica): boolean =>
  db.value<string>("SELECT value FROM settings WHERE key = 'left-behind-withdrawn'") === 'true'

const nextWeek = ({ client: { ports } }: TestReplica): void =>
  void Object.assign(ports, { clock: { now: () => instantFromMs(msOf(testInstant) + 7 * 86_400_000) } })

/** As an earlier program let the strict case leave, alone, and noted nothing of a later one. */
function leaveAsBefore({ store: { db } }: TestReplica, server: PlainServer): void {
  server.feeds.delete(strict)
  db.transaction(() => {
    noteWithdrawn(db, one, '')
    dropFeed(db, strict)
    withdrawEvents(db, [orders], leavingOf(db, [one]))
    removeSetting(db, 'left-behind-withdrawn')
  })
}

/** Machine b held a strict case of machine a's and whom it names; both also stand in the office's feed where that `shows` them. */
async function leftBehind({ shows = false } = {}) {
  const { server, a, b } = twoMachines()
  a.append(
    { stream: person, facts: { n: 'person' }, private: { details: 'a name that was found' } },
    { stream: one, facts: { n: 'strict' } },
  )
  await settled(a)
  server.showFirstAgain(strict)
  if (shows) server.append(plainFeed, { kind: 'withdrawn', stream: one, at: testInstant }, [])
  else server.feeds.set(plainFeed, [])
  await settled(b)
  expect(tablesOf(b)).toEqual({ [one]: 'strict ', [person]: 'person ' })
  leaveAsBefore(b, server)
  expect([tablesOf(b), isDone(b)]).toEqual([{ [person]: 'person ' }, false])
  return { server, b }
}

describe('whom a strict case left behind on a machine', () => {
  it('R-08 SYNC-FEED-6 SYNC-MERGE-6 leaves it with the next exchange, once: no byte stays, and its hashes prove on', async () => {
    const { server, b } = await leftBehind()
    const seen: string[] = []
    Object.assign(b.client.effects, { onReceived: (streams: ReadonlySet<string>) => seen.push(...streams) })
    await settled(b)
    expect([tablesOf(b), seen, isDone(b)]).toEqual([{}, [person], true])
    expect(b.store.db.all('SELECT envelope, facts, private FROM events WHERE stream = ?', person)).toEqual([
      { envelope: Buffer.alloc(0), facts: Buffer.alloc(0), private: null },
    ])
    expect(b.renewedBackups).toBe(1)
    proven(b, server)
  })

  it('R-08 SYNC-MERGE-6 also while the case itself is still to leave, as it was noted before', async () => {
    const { server, a, b } = twoMachines()
    a.append({ stream: person, facts: { n: 'person' } }, { stream: one, facts: { n: 'strict' } })
    await settled(a)
    server.showFirstAgain(strict)
    server.feeds.set(plainFeed, [])
    await settled(b)
    server.feeds.delete(strict)
    const { db } = b.store
    db.transaction(() => {
      noteWithdrawn(db, one, '')
      dropFeed(db, strict)
      removeSetting(db, 'left-behind-withdrawn')
    })
    await settled(b)
    expect([tablesOf(b), keptOf(b), isDone(b)]).toEqual([{}, 0, true])
  })

  it('SYNC-MERGE-2 comes back when a feed shows him again', async () => {
    const { server, b } = await leftBehind()
    const { server: other, a } = twoMachines()
    a.append({ stream: person, facts: { n: 'person' } })
    await settled(a)
    await settled(b)
    const { header, events } = must(other.feeds.get(plainFeed)?.[0], 'it is shown')
    server.append(plainFeed, header, events)
    await settled(b)
    expect([tablesOf(b), isDone(b)]).toEqual([{ [person]: 'person ' }, true])
  })

  it('R-08 G-07 SYNC-FEED-10 stays where another feed of the machine shows him: he has a plain case there', async () => {
    const { server, b } = await leftBehind({ shows: true })
    await settled(b)
    expect([tablesOf(b), keptOf(b), b.renewedBackups, isDone(b)]).toEqual([{ [person]: 'person ' }, 1, 0, true])
    proven(b, server)
  })

  const held: Outcome = { kind: 'held', reason: { code: 'sync-person-elsewhere', params: { stream: person } } }
  const refused: Outcome = { kind: 'refused', reason: { code: 'case-status', params: {} } }
  it.each([
    ['is held', held, naming],
    ['was refused', refused, naming],
    ['is held and is about him alone', held, { stream: person, facts: { n: 'corrected' } }],
  ])('S2 S5 R-08 stays while work of this machine %s', async (_, outcome, event) => {
    const { server, b } = await leftBehind()
    server.judge = () => outcome
    b.append(event)
    await settled(b)
    nextWeek(b)
    await settled(b)
    expect([tablesOf(b)[person], isDone(b)]).toEqual(['person ', false])
  })

  it('S2 R-08 stays while a registration that names him is not shown yet, and goes a week behind that', async () => {
    const { server, b } = await leftBehind()
    const unshown: (() => void)[] = []
    server.show = (asked) => void unshown.push(() => PlainServer.prototype.show.call(server, asked))
    b.append(naming)
    withdrawLeftBehind(b.client)
    expect(keptOf(b)).toBe(1)
    await settled(b)
    nextWeek(b)
    await settled(b)
    expect([keptOf(b), isDone(b)]).toEqual([1, false])
    for (const show of unshown) show()
    await settled(b)
    expect(keptOf(b)).toBe(1)
    Object.assign(b.client.ports, { clock: { now: () => instantFromMs(msOf(testInstant) + 14 * 86_400_000) } })
    await settled(b)
    expect([keptOf(b), tablesOf(b), isDone(b)]).toEqual([0, { [two]: 'names ' }, true])
  })

  it('S12 SYNC-RECOVER-2 stays where he waits for the central unit’s word, or a copy that waits names him', async () => {
    const [onOffer, copied] = [(await leftBehind()).b, (await leftBehind()).b]
    onOffer.store.db.transaction(() => withdrawOnceDecided(onOffer.store.db, person))
    copied.append(naming)
    copied.store.db.run("UPDATE events SET aside = 1, verdict = 'accepted' WHERE stream = ?", two)
    for (const { client } of [onOffer, copied]) withdrawLeftBehind(client)
    expect([keptOf(onOffer), keptOf(copied), isDone(copied)]).toEqual([1, 1, false])
  })

  it('S12 SYNC-RECOVER-2 is offered to a restored server that may lack him, not taken away', async () => {
    const { server, b } = await leftBehind()
    server.logEpoch += 1
    await settled(b)
    expect([server.offered.length, keptOf(b)]).toEqual([1, 1])
  })

  it('SYNC-RECOVER-2 SYNC-SNAP-2 is not looked for while a history is read anew or a feed is behind, and is then', async () => {
    const { b } = await leftBehind()
    const { db } = b.store
    const look = () => {
      withdrawLeftBehind(b.client)
      return [keptOf(b), isDone(b)]
    }
    db.transaction(() => changeMembership(db, { recovering: true }))
    expect(look()).toEqual([1, false])
    db.transaction(() => changeMembership(db, { recovering: false }))
    db.transaction(() => noteFeedEnd(db, plainFeed, 3))
    expect(look()).toEqual([1, false])
    db.transaction(() => noteFeedEnd(db, plainFeed, 0))
    expect(look()).toEqual([0, true])
  })

  it('S12 stays where a page of headers cannot be read that may show him', async () => {
    const { b } = await leftBehind({ shows: true })
    b.store.db.run("UPDATE feed_pages SET headers = x'00'")
    withdrawLeftBehind(b.client)
    expect([keptOf(b), isDone(b)]).toEqual([1, false])
  })

  it('S1 SYNC-MERGE-6 goes on where the machine died: before it was written, and before it was swept', async () => {
    const { b } = await leftBehind()
    const { projections } = b.store
    const dies = (): never => {
      throw new Error('died')
    }
    Object.assign(b.store, { projections: [{ ...orders, apply: dies }] })
    await expect(exchange(b.client, 'all')).rejects.toThrow('died')
    expect([keptOf(b), isDone(b)]).toEqual([1, false])
    Object.assign(b.store, { projections })
    const { sweepIndex } = b.client.effects
    Object.assign(b.client.effects, { sweepIndex: () => Promise.reject(new Error('died')) })
    await expect(exchange(b.client, 'all')).rejects.toThrow('died')
    expect([keptOf(b), b.renewedBackups]).toEqual([0, 0])
    Object.assign(b.client.effects, { sweepIndex })
    await settled(b)
    expect([tablesOf(b), b.renewedBackups]).toEqual([{}, 1])
  })
})
