import { describe, expect, it } from 'vitest'
import { allProjections } from '#core/projections/all-projections.ts'
import type { WritableDb } from '#core/store/driver.ts'
import { readFeeds, rewindFeed } from '#core/store/feeds.ts'
import { listOwnCommits } from '#core/store/list-own-commits.ts'
import { readStream } from '#core/store/read-stream.ts'
import { readSetting, writeSetting } from '#core/store/settings.ts'
import { changeMembership, readMembership } from '#core/sync-client/membership.ts'
import { renewEpoch } from '#core/sync-client/renew-epoch.ts'
import { retryGrounded } from '#core/sync-client/retry-grounded.ts'
import { exchange } from '#core/sync-client/round.ts'
import { takePage } from '#core/sync-client/take-page.ts'
import { tellNumbers } from '#core/sync-client/tell-numbers.ts'
import { NumberBlocks } from '#shared/domain/numbering/number-blocks.ts'
import { must } from '#shared/lib/assert.ts'
import { ok, refuse } from '#shared/lib/result.ts'
import { readFeedPage } from '#shared/sync/feed-page.ts'
import { PlainServer, plainFeed } from '#test/support/sync/plain-server.ts'
import { type TestReplica, testReplica } from '#test/support/sync/test-replica.ts'

const one = 'case:018f0000-0000-7000-8000-000000000001'
const blocksOf2026 = {
  kind: 'shared',
  year: 2026,
  blocks: [{ from: 2001, to: 3000, next: 2001 }],
  reserve: { from: 4001, to: 5000, next: 4001 },
}

const membershipOf = ({ store }: TestReplica) => must(readMembership(store.db), 'joined')

const keep = ({ store: { db } }: TestReplica) => db.transaction(() => writeSetting(db, 'numbers:2026', blocksOf2026))

/** A row of the list of cases of which nothing but its number is of interest. */
function addCase(db: WritableDb, reference: string): void {
  const columns = db.all<{ name: string; type: string; must: number }>(
    `SELECT name, type, "notnull" AS must FROM pragma_table_info('case_rows') WHERE name <> 'key'`,
  )
  const values = columns.map(({ name, type, must: isNeeded }) => {
    if (name === 'reference' || name === 'id') return reference
    if (isNeeded === 0) return null
    return type === 'TEXT' ? '' : 0
  })
  db.run(
    `INSERT INTO case_rows (${columns.map(({ name }) => name).join(', ')}) VALUES (${values.map(() => '?').join(', ')})`,
    ...values,
  )
}

describe('what a machine looks at before it goes on', () => {
  it('SYNC-RECOVER-5 a restored server is told the numbers of the office’s cases too, whoever gave them, but no place that a restore drew (R-01)', async () => {
    const server = new PlainServer()
    const a = testReplica(server, { device: 'machine-a', projections: allProjections })
    const told = async () => {
      server.toldNumbers.splice(0)
      const client = { ...a.client, numberYears: () => [2025, 2026] }
      expect(await tellNumbers(client, membershipOf(a))).toEqual(ok(null))
      return server.toldNumbers
    }
    keep(a)
    expect(await told()).toEqual([{ year: 2026, highest: 5000 }])
    for (const reference of ['AMM-26-103456-1', 'AMM-26-100000001-2', 'AMM-25-000077-3', 'IRB-26-200000-4'])
      a.store.db.transaction(() => addCase(a.store.db, reference))
    expect(await told()).toEqual([
      { year: 2025, highest: 77 },
      { year: 2026, highest: 103_456 },
    ])
  })

  it('SYNC-PUSH-5 an epoch that its twin has taken is stepped over, and the numbers that both have are given up (R-01)', async () => {
    const server = new PlainServer()
    const a = testReplica(server, { device: 'machine-a', projections: [] })
    keep(a)
    const { renew } = a.client.wire
    a.client.wire.renew = (asked) =>
      asked.epoch === 2 ? Promise.resolve(refuse('sync-epoch-known', { epoch: 2 })) : renew(asked)
    expect(await renewEpoch(a.client)).toEqual(ok(null))
    expect([a.client.chain().epoch, membershipOf(a).epoch]).toEqual([3, 3])
    expect(readSetting(a.store.db, 'numbers:2026', NumberBlocks)).toMatchObject({ blocks: [], reserve: null })
  })

  it('SYNC-APPEND-13 SYNC-RECOVER-2 while a restored server is read anew, what lacks its ground waits: what is held here proves nothing', async () => {
    const server = new PlainServer()
    const [a, b] = ['a', 'b'].map((name) => testReplica(server, { device: `machine-${name}`, projections: [] }))
    const [author, other] = [must(a, 'a'), must(b, 'b')]
    other.append({ stream: one, facts: { n: 'ground' } })
    await exchange(other.client, 'all')
    const reason = { code: 'sync-ground-lacking', params: { stream: one, event: '' } }
    server.judge = () => ({ kind: 'held', reason })
    const commit = author.append({ stream: one, facts: { n: 'behind' } })
    const { retry } = author.client.wire
    author.client.wire.retry = () => Promise.resolve(ok({ commit, outcome: { kind: 'held', reason } }))
    await exchange(author.client, 'all')
    expect(listOwnCommits(author.store.db, 'held', 9)).toHaveLength(1)
    let asked = 0
    author.client.wire.retry = (each) => ((asked += 1), retry(each))
    author.store.db.transaction(() => changeMembership(author.store.db, { recovering: true }))
    expect(await retryGrounded(author.client)).toEqual(ok(null))
    expect(asked).toBe(0)
    author.store.db.transaction(() => changeMembership(author.store.db, { recovering: false }))
    expect(await retryGrounded(author.client)).toEqual(ok(null))
    expect(asked).toBe(1)
  })

  it('SYNC-PULL-3 between the slices of a page its feed is looked at again: one that was begun anew meanwhile takes nothing more of it', async () => {
    const server = new PlainServer()
    const [a, b] = ['a', 'b'].map((name) => testReplica(server, { device: `machine-${name}`, projections: [] }))
    const [author, reader] = [must(a, 'a'), must(b, 'b')]
    for (let n = 1; n <= 250; n += 1) author.append({ stream: one, facts: { n } })
    await exchange(author.client, 'all')
    const { db } = reader.store
    expect(
      await exchange(
        { ...reader.client, wire: { ...reader.client.wire, pull: () => Promise.resolve(refuse('sync-unreachable')) } },
        'all',
      ),
    ).toMatchObject({ ok: false })
    const page = must(readFeedPage(server.page({ feed: plainFeed, after: 0 })), 'a page')
    expect(page.entries).toHaveLength(250)
    const breathe = () => Promise.resolve(db.transaction(() => rewindFeed(db, plainFeed, 1)))
    expect(await takePage({ ...reader.client, breathe }, page)).toEqual(ok({ applied: 100, isBehind: true }))
    expect(readFeeds(db).map(({ cursor }) => cursor)).toEqual([0])
    expect(readStream(db, one)).toHaveLength(100)
    // From the beginning, it comes whole.
    expect(await exchange(reader.client, 'all')).toEqual(ok(null))
    expect(readStream(db, one)).toHaveLength(250)
  })
})
