import { describe, expect, it } from 'vitest'
import { noteDone, noteFailed } from '#core/store/blob-queue.ts'
import { readStream } from '#core/store/read-stream.ts'
import { changeMembership } from '#core/sync-client/membership.ts'
import { exchange } from '#core/sync-client/round.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { plainFeed } from '#test/support/sync/plain-server.ts'

import { one, proven, settled, tablesOf, two, twoMachines } from '#test/support/sync/two-machines.ts'

describe('what a machine may no longer hold', () => {
  it('SYNC-MERGE-6 what is withdrawn leaves no byte behind, its hashes prove on, and it may come back', async () => {
    const { server, a, b } = twoMachines()
    a.append({ stream: one, facts: { n: 'secret-word' }, private: { text: 'private-word' } })
    a.append({ stream: two, facts: { n: 2 } })
    await settled(a, b)
    server.append(plainFeed, { kind: 'withdrawn', stream: one, at: '2026-01-04T07:00:00.000Z' }, [])
    await settled(a, b)
    for (const replica of [a, b]) {
      expect(tablesOf(replica)).toEqual({ [two]: '2 ' })
      expect(replica.store.db.all('SELECT envelope, facts, private FROM events WHERE stream = ?', one)).toEqual([
        { envelope: Buffer.alloc(0), facts: Buffer.alloc(0), private: null },
      ])
      expect(replica.renewedBackups).toBe(1)
      proven(replica, server)
    }
    server.showFirstAgain()
    await settled(a, b)
    expect(tablesOf(b)).toEqual({ [one]: 'secret-word ', [two]: '2 ' })
    expect(tablesOf(a)).toEqual(tablesOf(b))
    proven(a, server)
  })

  it('SYNC-FEED-6 SYNC-MERGE-6 a case that becomes strict, and no longer is, stays where either feed shows it', async () => {
    const { server, a, b } = twoMachines()
    const own = one as FeedName
    const withdraw = (feed: FeedName) =>
      server.append(feed, { kind: 'withdrawn', stream: one, at: '2026-01-04T07:00:00.000Z' }, [])
    a.append({ stream: one, facts: { n: 1 } })
    await settled(a, b)
    withdraw(plainFeed)
    server.showFirstAgain(own)
    await settled(a, b)
    expect(tablesOf(a)).toEqual({ [one]: '1 ' })
    withdraw(own)
    server.showFirstAgain()
    await settled(a, b)
    expect(tablesOf(a)).toEqual({ [one]: '1 ' })
    expect(tablesOf(b)).toEqual({ [one]: '1 ' })
    withdraw(plainFeed)
    await settled(a, b)
    expect(tablesOf(a)).toEqual({})
    proven(a, server)
  })

  it('SYNC-RECOVER-3 a case with a file that the server does not hold yet stays until it does', async () => {
    const { server, a, b } = twoMachines()
    const file = 'cd'.repeat(32)
    const facts = { n: 'with-file', file, size: 5 }
    a.append({ stream: one, type: 'file_added', facts, private: { name: 'n', key: 'k' } })
    await settled(a, b)
    server.append(plainFeed, { kind: 'withdrawn', stream: one, at: '2026-01-04T07:00:00.000Z' }, [])
    await settled(a, b)
    // The other machine only has what the server has: it takes it away at once.
    expect([tablesOf(a), tablesOf(b)]).toEqual([{ [one]: 'with-file ' }, {}])
    expect([a.removedFiles, b.removedFiles]).toEqual([[], [file]])
    noteDone(a.store.db, file)
    await settled(a)
    expect([tablesOf(a), a.removedFiles]).toEqual([{}, [file]])
  })

  it('SYNC-BLOB-2 a file that is not here either keeps no withdrawn case back (R-09)', async () => {
    const { server, a } = twoMachines()
    const file = 'cd'.repeat(32)
    const facts = { n: 'with-file', file, size: 5 }
    a.append({ stream: one, type: 'file_added', facts, private: { name: 'n', key: 'k' } })
    await settled(a)
    server.append(plainFeed, { kind: 'withdrawn', stream: one, at: '2026-01-04T07:00:00.000Z' }, [])
    const failed = (code: string) => noteFailed(a.store.db, file, { notBefore: 0, reason: { code, params: {} } })
    failed('sync-unreachable')
    await settled(a)
    expect(tablesOf(a)).toEqual({ [one]: 'with-file ' })
    failed('attachment-missing')
    await settled(a)
    expect([tablesOf(a), a.removedFiles]).toEqual([{}, [file]])
  })

  it('SYNC-MERGE-6 a withdrawn case in which somebody wrote meanwhile stays until that has an outcome, and what was written has arrived', async () => {
    const { server, a, b } = twoMachines()
    for (const stream of [one, two]) a.append({ stream, facts: { n: 1 } })
    await settled(a, b)
    for (const stream of [one, two])
      server.append(plainFeed, { kind: 'withdrawn', stream, at: '2026-01-04T07:00:00.000Z' }, [])
    const { wire } = b.client
    const written: string[] = []
    const pull: typeof wire.pull = (asked) => {
      if (written.length === 0) written.push(b.append({ stream: one, facts: { n: 'meanwhile' } }))
      return wire.pull(asked)
    }
    expect(await exchange({ ...b.client, wire: { ...wire, pull } }, 'pull')).toMatchObject({ ok: true })
    expect(tablesOf(b)).toEqual({ [one]: '1 meanwhile ' })
    expect(server.outcomes.has(written[0] ?? '')).toBe(false)
    // As the real one: a feed that the case has left shows nothing of it any more.
    server.show = () => {}
    await settled(b)
    expect(server.outcomes.get(written[0] ?? '')).toMatchObject({ kind: 'accepted' })
    expect(tablesOf(b)).toEqual({})
    proven(b, server)
  })

  it('SYNC-MERGE-6 a machine that died when the case was gone and its files were not removes them when it is there again', async () => {
    const { server, a, b } = twoMachines()
    const file = 'cd'.repeat(32)
    const facts = { n: 'with-file', file, size: 5 }
    a.append({ stream: one, type: 'file_added', facts, private: { name: 'n', key: 'k' } })
    await settled(a, b)
    server.append(plainFeed, { kind: 'withdrawn', stream: one, at: '2026-01-04T07:00:00.000Z' }, [])
    const { removeFiles } = b.client.effects
    Object.assign(b.client.effects, { removeFiles: () => Promise.reject(new Error('died')) })
    await expect(exchange(b.client, 'all')).rejects.toThrow('died')
    expect(tablesOf(b)).toEqual({})
    Object.assign(b.client.effects, { removeFiles })
    await settled(b)
    expect(b.removedFiles).toEqual([file])
    expect(b.renewedBackups).toBe(1)
  })

  it('SYNC-MERGE-7 what would hide many cases waits for a person, and goes on at his word', async () => {
    const { server, a } = twoMachines()
    const streams = Array.from({ length: 21 }, (_, n) => `case:018f0000-0000-7000-8000-0000000001${n + 10}`)
    a.append(...streams.map((stream) => ({ stream, facts: { n: 1 } })))
    await settled(a)
    for (const stream of streams)
      server.append(plainFeed, { kind: 'withdrawn', stream, at: '2026-01-04T07:00:00.000Z' }, [])
    expect(await exchange(a.client, 'all')).toMatchObject({
      refusal: { code: 'sync-would-hide', params: { count: 21, of: 21 } },
    })
    expect(Object.keys(tablesOf(a))).toHaveLength(21)
    a.store.db.transaction(() => changeMembership(a.store.db, { mayHide: true }))
    await settled(a)
    expect(tablesOf(a)).toEqual({})
  })

  it('SYNC-FEED-7 a forgotten private part goes everywhere, and all still verifies', async () => {
    const { server, a, b } = twoMachines()
    a.append({ stream: one, facts: { n: 1 }, private: { name: 'سعاد' } })
    await settled(a, b)
    server.append(plainFeed, { kind: 'forgotten', stream: one, at: '2026-01-04T07:00:00.000Z' }, [])
    await settled(a, b)
    for (const replica of [a, b]) {
      expect(readStream(replica.store.db, one).map((event) => event.private)).toEqual([null])
      proven(replica, server)
    }
  })

  it('SYNC-FEED-7 S19 whoever is heard to be forgotten by a feed that did not hold him then is forgotten here too; seeds 210 and 1167', async () => {
    const { server, a, b } = twoMachines()
    const person = 'person:018f0000-0000-7000-8000-000000000009'
    a.append({ stream: person, facts: { n: 1 }, private: { name: 'سعاد' } })
    await settled(a)
    b.append({ stream: person, type: 'person.forgotten', facts: { reason: 'request' } })
    await settled(b, a)
    expect(readStream(a.store.db, person).map((event) => event.private)).toEqual([null, null])
    proven(a, server)
  })
})
