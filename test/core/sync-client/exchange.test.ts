import { readSetting, writeSetting } from '#core/store/settings.ts'
import { NumberBlocks } from '#shared/domain/numbering/number-blocks.ts'
import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import type { Projection } from '#core/store/projection.ts'
import { allProjections } from '#core/projections/all-projections.ts'
import { readCase } from '#core/projections/case-store.ts'
import { noteDone, noteFailed } from '#core/store/blob-queue.ts'
import { countByStanding, countWaiting, listOwnCommits } from '#core/store/own-commits.ts'
import { readFeeds } from '#core/store/feeds.ts'
import { readStream } from '#core/store/read-stream.ts'
import { buildTables, nextTablesFile } from '#core/store/tables.ts'
import { verifyFeeds } from '#core/store/verify-feeds.ts'
import { verifyStore } from '#core/store/verify.ts'
import { changeMembership } from '#core/sync-client/membership.ts'
import { exchange } from '#core/sync-client/round.ts'
import { CaseWorld } from '#test/support/case-world.ts'
import { runs } from '#test/support/effort.ts'
import { must } from '#shared/lib/assert.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { type FeedPage, readFeedPage } from '#shared/sync/feed-page.ts'
import { PlainServer, plainFeed } from '#test/support/sync/plain-server.ts'
import { type TestReplica, testReplica } from '#test/support/sync/test-replica.ts'

/** The order of a stream's events is its fold. */
const orders: Projection = {
  name: 'orders',
  version: 1,
  create: ['CREATE TABLE orders (stream TEXT PRIMARY KEY, told TEXT NOT NULL)'],
  apply: (db, recorded, anew) => {
    const write = (stream: string, told: string) =>
      db.run('INSERT INTO orders VALUES (?, ?) ON CONFLICT (stream) DO UPDATE SET told = excluded.told', stream, told)
    for (const { stream, facts, verdict } of recorded) {
      const before = db.value<string>('SELECT told FROM orders WHERE stream = ?', stream) ?? ''
      write(stream, before + told({ facts, verdict }))
    }
    for (const [stream, events] of anew) {
      if (events.length === 0) db.run('DELETE FROM orders WHERE stream = ?', stream)
      else write(stream, events.map(told).join(''))
    }
  },
}

const told = ({ facts, verdict }: { facts: Readonly<Record<string, unknown>>; verdict: string }): string =>
  `${verdict === 'conflict' || verdict === 'void' ? '!' : ''}${String(facts['n'])} `

const one = 'case:018f0000-0000-7000-8000-000000000001'
const two = 'case:018f0000-0000-7000-8000-000000000002'

const tablesOf = ({ store }: TestReplica) =>
  Object.fromEntries(
    store.db
      .all<{ stream: string; told: string }>('SELECT stream, told FROM orders ORDER BY stream')
      .map((row) => [row.stream, row.told]),
  )

const foldedIn = ({ store }: TestReplica, streams: readonly string[]) =>
  Object.fromEntries(
    streams
      .map((stream): [string, string] => [stream, readStream(store.db, stream).map(told).join('')])
      .filter(([, text]) => text !== ''),
  )

function twoMachines() {
  const server = new PlainServer()
  const a = testReplica(server, { device: 'machine-a', projections: [orders] })
  const b = testReplica(server, { device: 'machine-b', projections: [orders] })
  return { server, a, b }
}

/** The wire of a machine, and the pages that came by it. */
function pagesTo({ client: { wire } }: TestReplica) {
  const pages: FeedPage[] = []
  const pull: typeof wire.pull = async (asked) => {
    const bytes = await wire.pull(asked)
    if (bytes.ok) pages.push(must(readFeedPage(bytes.value), 'a page'))
    return bytes
  }
  return { pages, wire: { ...wire, pull } }
}

async function settled(...replicas: readonly TestReplica[]) {
  for (const replica of [...replicas, ...replicas])
    expect(await exchange(replica.client, 'all')).toMatchObject({ ok: true })
}

const proven = ({ store }: TestReplica, server: PlainServer) => {
  expect(verifyStore(store.db).findings).toEqual([])
  expect(verifyFeeds(store.db, { id: server.id, publicKey: Buffer.from(server.publicKey, 'hex') }).findings).toEqual([])
}

describe('an exchange', () => {
  it('SYNC-MERGE-1 two machines come to one order, given by the server, whoever wrote first', async () => {
    const { server, a, b } = twoMachines()
    a.append({ stream: one, facts: { n: 'a1' } }, { stream: two, facts: { n: 'a2' } })
    b.append({ stream: one, facts: { n: 'b1' } })
    await settled(b)
    expect(tablesOf(a)).toEqual({ [one]: 'a1 ', [two]: 'a2 ' })
    await settled(a, b)
    expect(tablesOf(a)).toEqual({ [one]: 'b1 a1 ', [two]: 'a2 ' })
    expect(tablesOf(b)).toEqual(tablesOf(a))
    expect(countByStanding(a.store.db)).toMatchObject({ accepted: 1, pending: 0, sent: 0 })
    proven(a, server)
    proven(b, server)
  })

  it('SYNC-PUSH-4 an answer that was lost is given again, and nothing is stored twice', async () => {
    const { server, a, b } = twoMachines()
    a.append({ stream: one, facts: { n: 1 } })
    server.losesAnswers = true
    expect(await exchange(a.client, 'all')).toMatchObject({ refusal: { code: 'sync-unreachable' } })
    expect(countByStanding(a.store.db)).toMatchObject({ sent: 1, accepted: 0 })
    server.losesAnswers = false
    a.append({ stream: one, facts: { n: 2 } })
    await settled(a, b)
    expect(tablesOf(b)).toEqual({ [one]: '1 2 ' })
    expect(countByStanding(a.store.db)).toMatchObject({ accepted: 2, sent: 0 })
  })

  it('SYNC-MERGE-3 held, refused and void commits stay in the log and out of the fold, with their reason (S8)', async () => {
    const { server, a } = twoMachines()
    const reason = { code: 'sync-newer', params: {} }
    server.judge = (_, types) =>
      types[0] === 'held'
        ? { kind: 'held', reason }
        : types[0] === 'refused'
          ? { kind: 'refused', reason }
          : types[0] === 'duty'
            ? { kind: 'void' }
            : { kind: 'accepted', moved: [] }
    a.append({ stream: one, type: 'held', facts: { n: 'held' } })
    a.append({ stream: one, type: 'refused', facts: { n: 'refused' } })
    // A rung that the server's own duty climbed first.
    a.append({ stream: one, type: 'duty', facts: { n: 'duty' } })
    a.append({ stream: one, facts: { n: 'kept' } })
    expect(tablesOf(a)).toEqual({ [one]: 'held refused duty kept ' })
    await settled(a)
    expect(tablesOf(a)).toEqual({ [one]: 'kept ' })
    expect(listOwnCommits(a.store.db, null, 10).map(({ standing, outcome }) => [standing, outcome])).toEqual([
      ['refused', { kind: 'refused', reason }],
      ['held', { kind: 'held', reason }],
    ])
    expect(listOwnCommits(a.store.db, 'void', 10)).toHaveLength(1)
    proven(a, server)
  })

  it('SYNC-LINK-5 what is held or refused blocks nothing: all is sent, answered and shown, and the queue goes on', async () => {
    const { server, a, b } = twoMachines()
    const reason = { code: 'sync-fenced', params: {} }
    server.judge = (_, [type]) =>
      type === 'held' || type === 'refused' ? { kind: type, reason } : { kind: 'accepted', moved: [] }
    for (const type of ['held', 'refused', 'plain'])
      for (const stream of [one, two]) a.append({ stream, type, facts: { n: `${type}` } })
    await settled(a)
    expect(countWaiting(a.store.db)).toBe(0)
    expect(countByStanding(a.store.db)).toMatchObject({ accepted: 2, held: 2, refused: 2, pending: 0, sent: 0 })
    expect(listOwnCommits(a.store.db, null, 10).map(({ outcome }) => outcome)).toEqual(
      ['refused', 'refused', 'held', 'held'].map((kind) => ({ kind, reason })),
    )
    a.append({ stream: one, facts: { n: 'later' } })
    await settled(a, b)
    expect(tablesOf(b)).toEqual({ [one]: 'plain later ', [two]: 'plain ' })
  })

  it('SYNC-MERGE-8 an event of a newer version is kept as it came, marked on its case, and is there after a rebuild', async () => {
    const { server, a, b } = twoMachines()
    const c = testReplica(server, { device: 'machine-c', projections: allProjections })
    const world = new CaseWorld()
    const stream = `case:${world.id}`
    world.register()
    for (const { type, facts } of world.events) a.append({ stream, type, facts })
    a.append({ stream, type: 'note_added', version: 99, facts: { n: 'new', mood: 'calm' } })
    await settled(a, b, c)
    const kept = c.store.db.get<{ facts: Buffer }>("SELECT facts FROM events WHERE type = 'note_added'")
    expect(kept?.facts.toString()).toBe('{"mood":"calm","n":"new"}')
    // Readable, and the case says that something of it is of a newer version.
    const before = readCase(c.store.db, world.id)
    expect(before).toMatchObject({ kind: 'case', reference: world.case.reference })
    expect(before?.unapplied).toHaveLength(1)
    proven(c, server)
    // The update: a program that knows it reads the same log anew.
    const { store } = b
    const file = nextTablesFile(store.folder)
    const log = store.openReader()
    const updated: Projection = { ...orders, apply: (db, recorded, anew) => orders.apply(db, recorded, anew) }
    buildTables(log, { ...store, projections: [updated] }, { file })
    log.close()
    store.adoptTables(file)
    expect(tablesOf(b)[stream]).toContain('new ')
  })

  it('SYNC-APPEND-11 a held commit that is taken later comes by the feed and is folded at its place', async () => {
    const { server, a, b } = twoMachines()
    server.judge = (_, types) =>
      types[0] === 'held'
        ? { kind: 'held', reason: { code: 'sync-newer', params: {} } }
        : { kind: 'accepted', moved: [] }
    const held = a.append({ stream: one, type: 'held', facts: { n: 'late' } })
    await settled(a)
    b.append({ stream: one, facts: { n: 'b' } })
    await settled(b, a)
    expect(tablesOf(a)).toEqual({ [one]: 'b ' })
    const bytes = a.store.db.all<{ envelope: Buffer; facts: Buffer; private: null }>(
      'SELECT envelope, facts, private FROM events WHERE type = ?',
      'held',
    )
    const envelopes = bytes.map(({ envelope }) => JSON.parse(envelope.toString()))
    server.show({
      commit: held,
      events: bytes,
      envelopes,
      device: 'machine-a',
      epoch: 1,
      sequence: 1,
      verdict: 'accepted',
    })
    server.append(
      'device:machine-a' as typeof plainFeed,
      { kind: 'outcome', commit: held, outcome: { kind: 'accepted', moved: [] }, at: '2026-01-04T07:00:00.000Z' },
      [],
    )
    await settled(a, b)
    expect(tablesOf(a)).toEqual({ [one]: 'b late ' })
    expect(tablesOf(b)).toEqual({ [one]: 'b late ' })
    expect(countByStanding(a.store.db)).toMatchObject({ accepted: 1, held: 0 })
    proven(a, server)
  })

  it.each([
    ['an altered event', (page: Buffer) => void (page[page.indexOf('{"n":') + 5] = 57)],
    [
      'another signature',
      (page: Buffer) => {
        const at = page.indexOf('"signature":"') + 13
        page[at] = page[at] === 48 ? 49 : 48
      },
    ],
  ])('SYNC-PULL-2 a page with %s stops its feed, and nothing of it is applied', async (_, damage) => {
    const { server, a, b } = twoMachines()
    a.append({ stream: one, facts: { n: 1 } })
    await settled(a)
    const whole = server.page.bind(server)
    server.page = (asked) => {
      const page = Buffer.from(whole(asked))
      damage(page)
      return page
    }
    expect(await exchange(b.client, 'all')).toMatchObject({ refusal: { code: 'sync-feed-broken' } })
    expect(tablesOf(b)).toEqual({})
    expect(readFeeds(b.store.db).map(({ cursor }) => cursor)).toEqual([0])
  })

  it('SYNC-PULL-5 its own commits come back without their bytes', async () => {
    const { server, a, b } = twoMachines()
    const pulled = pagesTo(a)
    a.append({ stream: one, facts: { n: 'own' } })
    b.append({ stream: one, facts: { n: 'other' } })
    await settled(b)
    expect(await exchange({ ...a.client, wire: pulled.wire }, 'all')).toMatchObject({ ok: true })
    const shown = pulled.pages.flatMap(({ entries }) => entries.map(({ events }) => events === null))
    expect(shown).toEqual([false, true])
    expect(tablesOf(a)).toEqual({ [one]: 'other own ' })
    proven(a, server)
  })

  it('SYNC-PULL-5 where the log lacks one of them the page is asked for whole', async () => {
    const { server, a, b } = twoMachines()
    // What its twin wrote looks like its own.
    const twin = testReplica(server, { device: 'machine-a', projections: [orders] })
    await settled(twin)
    a.append({ stream: one, facts: { n: 'a1' } })
    a.append({ stream: two, facts: { n: 'a2' } })
    await settled(a)
    const pulled = pagesTo(twin)
    expect(await exchange({ ...twin.client, wire: pulled.wire }, 'pull')).toMatchObject({ ok: true })
    expect(pulled.pages.map(({ entries }) => entries.map(({ events }) => events?.length ?? 0))).toEqual([
      [0, 0],
      [1, 1],
    ])
    await settled(b)
    expect(tablesOf(twin)).toEqual(tablesOf(b))
    proven(twin, server)
  })

  it('SYNC-PUSH-5 of two clones one goes on under a new epoch and sends again', async () => {
    const { server, a, b } = twoMachines()
    a.append({ stream: one, facts: { n: 1 } })
    await settled(a)
    // The twin wrote at the same place of the chain.
    server.ends.set('machine-a 1', { epoch: 1, sequence: 2, link: 'ab'.repeat(32) })
    const block = { from: 1, to: 1000, next: 7 }
    const numbers = { kind: 'shared', year: 2026, blocks: [block], reserve: null }
    a.store.db.transaction(() => writeSetting(a.store.db, 'numbers:2026', numbers))
    a.append({ stream: one, facts: { n: 2 } }, { stream: two, facts: { n: 3 } })
    await settled(a, b)
    expect(a.client.chain().epoch).toBe(2)
    // Its twin gives out of the same block.
    expect(readSetting(a.store.db, 'numbers:2026', NumberBlocks)?.blocks).toEqual([])
    expect(tablesOf(b)).toEqual({ [one]: '1 2 ', [two]: '3 ' })
    a.append({ stream: two, facts: { n: 4 } })
    await settled(a, b)
    expect(tablesOf(b)).toEqual({ [one]: '1 2 ', [two]: '3 4 ' })
    proven(a, server)
  })

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

  it('SYNC-RECOVER-2 after the server was restored each machine sends again what it lacks', async () => {
    const { server, a, b } = twoMachines()
    a.append({ stream: one, facts: { n: 1 } })
    await settled(a, b)
    const end = { ...server.ends.get('machine-a 1') } as { epoch: number; sequence: number; link: string }
    const outcomes = [...server.outcomes.keys()]
    a.append({ stream: one, facts: { n: 2 } })
    b.append({ stream: two, facts: { n: 3 } })
    await settled(a, b)
    // Back to the backup.
    server.logEpoch = 2
    server.feeds.get(plainFeed)?.splice(1)
    for (const commit of server.outcomes.keys()) if (!outcomes.includes(commit)) server.outcomes.delete(commit)
    server.ends.clear()
    server.ends.set('machine-a 1', end)
    server.seen.clear()
    server.positions.set(one, 1)
    server.positions.set(two, 0)
    await settled(b, a, b)
    expect(tablesOf(a)).toEqual({ [one]: '1 2 ', [two]: '3 ' })
    expect(tablesOf(b)).toEqual(tablesOf(a))
    proven(a, server)
  })

  it('SYNC-PULL-4 SYNC-MERGE-5 however pages are cut and whoever is offline, tables equal the fold, and a rebuild gives the same', async () => {
    const streams = [one, two]
    const step = fc.record({
      who: fc.integer({ min: 0, max: 1 }),
      what: fc.constantFrom('write', 'write', 'sync'),
      stream: fc.constantFrom(...streams),
      kind: fc.constantFrom('note', 'note', 'conflict', 'held'),
    })
    const story = fc.record({ steps: fc.array(step, { maxLength: 25 }), pageSize: fc.integer({ min: 1, max: 5 }) })
    await fc.assert(
      fc.asyncProperty(story, async ({ steps, pageSize }) => {
        const { server, a, b } = twoMachines()
        server.pageSize = pageSize
        server.judge = (_, [type]) =>
          type === 'held'
            ? { kind: 'held', reason: { code: 'sync-newer', params: {} } }
            : type === 'conflict'
              ? { kind: 'conflict', facts: [] }
              : { kind: 'accepted', moved: [] }
        let n = 0
        for (const { who, what, stream, kind } of steps) {
          const replica = who === 0 ? a : b
          if (what === 'write') replica.append({ stream, type: kind, facts: { n: (n += 1) } })
          else await settled(replica)
          expect(tablesOf(replica)).toEqual(foldedIn(replica, streams))
        }
        await settled(a, b)
        expect(foldedIn(a, streams)).toEqual(foldedIn(b, streams))
        for (const replica of [a, b]) {
          expect(tablesOf(replica)).toEqual(foldedIn(replica, streams))
          const { store } = replica
          const file = nextTablesFile(store.folder)
          const before = tablesOf(replica)
          const log = store.openReader()
          buildTables(log, store, { file })
          log.close()
          store.adoptTables(file)
          expect(tablesOf(replica)).toEqual(before)
          proven(replica, server)
          store.close()
        }
      }),
      runs(15),
    )
  }, 60_000)
})
