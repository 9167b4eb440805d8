import { readSetting, writeSetting } from '#core/store/settings.ts'
import { NumberBlocks } from '#shared/domain/numbering/number-blocks.ts'
import { describe, expect, it } from 'vitest'
import type { Projection } from '#core/store/projection.ts'
import { allProjections } from '#core/projections/all-projections.ts'
import { readCase } from '#core/projections/case-store.ts'
import { listOwnCommits } from '#core/store/list-own-commits.ts'
import { countByStanding, countWaiting } from '#core/store/own-commits.ts'
import { readFeeds } from '#core/store/feeds.ts'
import { buildTables, nextTablesFile } from '#core/store/tables.ts'
import { exchange } from '#core/sync-client/round.ts'
import { CaseWorld } from '#test/support/case-world.ts'
import { must } from '#shared/lib/assert.ts'
import { FeedName } from '#shared/sync/feed-entry.ts'
import { type FeedPage, readFeedPage } from '#shared/sync/feed-page.ts'
import { plainFeed } from '#test/support/sync/plain-server.ts'
import { type TestReplica, testReplica } from '#test/support/sync/test-replica.ts'

import { one, orders, proven, settled, tablesOf, two, twoMachines } from '#test/support/sync/two-machines.ts'

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

  it('SYNC-PULL-2 a feed that is broken stops alone: the others are taken to their ends, and it is named', async () => {
    const { server, a, b } = twoMachines()
    a.append({ stream: one, facts: { n: 1 } })
    await settled(a)
    const other: FeedName = FeedName.parse(one)
    server.showFirstAgain(other)
    const whole = server.page.bind(server)
    server.page = (asked) => {
      const page = Buffer.from(whole(asked))
      if (asked.feed === plainFeed) page[page.indexOf('{"n":') + 5] = 57
      return page
    }
    expect(await exchange(b.client, 'all')).toMatchObject({
      refusal: { code: 'sync-feed-broken', params: { feed: plainFeed } },
    })
    expect(readFeeds(b.store.db).map(({ feed, cursor }) => [feed, cursor])).toEqual([
      [plainFeed, 0],
      [other, 1],
    ])
    expect(tablesOf(b)).toEqual({ [one]: '1 ' })
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
})
