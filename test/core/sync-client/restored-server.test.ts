import { describe, expect, it } from 'vitest'
import { allProjections } from '#core/projections/all-projections.ts'
import { countPutAside } from '#core/store/put-aside.ts'
import { listOwnCommits } from '#core/store/list-own-commits.ts'
import { countByStanding, findOwnCommit, readEventBytes } from '#core/store/own-commits.ts'
import { readStream } from '#core/store/read-stream.ts'
import { writeSetting } from '#core/store/settings.ts'
import { verifyFeeds } from '#core/store/verify-feeds.ts'
import { verifyStore } from '#core/store/verify.ts'
import { Driver } from '#core/sync-client/driver.ts'
import { exchange } from '#core/sync-client/round.ts'
import { must } from '#shared/lib/assert.ts'
import { refuse } from '#shared/lib/result.ts'
import { toHex } from '#shared/sync/bytes.ts'
import { parseCanonical } from '#shared/sync/canonical-json.ts'
import type { EnvelopeContent } from '#shared/sync/envelope.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { noLink } from '#shared/sync/link.ts'
import { PlainServer, plainFeed } from '#test/support/sync/plain-server.ts'
import { type TestReplica, testReplica } from '#test/support/sync/test-replica.ts'

const one = 'case:018f0000-0000-7000-8000-000000000001'
const two = 'case:018f0000-0000-7000-8000-000000000002'
const reason = { code: 'sync-ground-lacking', params: { stream: one, event: '' } }

function joined() {
  const server = new PlainServer()
  const a = testReplica(server, { device: 'machine-a', projections: [] })
  const b = testReplica(server, { device: 'machine-b', projections: [] })
  return { server, a, b }
}

async function settled(...replicas: readonly TestReplica[]) {
  for (const replica of [...replicas, ...replicas])
    expect(await exchange(replica.client, 'all')).toMatchObject({ ok: true })
}

const foldedIn = ({ store }: TestReplica, stream: string) => readStream(store.db, stream).map(({ facts }) => facts['n'])

function proven({ store }: TestReplica, server: PlainServer) {
  expect(verifyStore(store.db).findings).toEqual([])
  expect(verifyFeeds(store.db, { id: server.id, publicKey: Buffer.from(server.publicKey, 'hex') }).findings).toEqual([])
}

/** Back to a backup that shows nothing; what the machines sent again meanwhile is as the test says. */
function restore(server: PlainServer) {
  server.logEpoch += 1
  server.feeds.set(plainFeed, [])
  server.seen.clear()
  server.positions.clear()
}

describe('a server that was restored', () => {
  it('SYNC-RECOVER-7 a commit that another life of the machine, or an unnoticed twin, sent again has the outcome that it got then (S2, S8)', async () => {
    const { server, a } = joined()
    const commit = a.append({ stream: one, facts: { n: 1 } })
    a.append({ stream: two, facts: { n: 2 } })
    await settled(a)
    restore(server)
    for (const each of server.outcomes.keys()) server.outcomes.set(each, { kind: 'held', reason })
    await settled(a)
    expect(listOwnCommits(a.store.db, 'held', 9).map((own) => own.commit)).toContain(commit)
    expect(countByStanding(a.store.db)).toMatchObject({ held: 2, accepted: 0 })
    expect([foldedIn(a, one), foldedIn(a, two)]).toEqual([[], []])
    expect(a.client.chain().epoch).toBe(1)
    proven(a, server)
  })

  it('SYNC-RECOVER-2 what its author took back and the server holds as it was is taken back there too, before anything is sent, also where the line broke (S2)', async () => {
    const { server, a } = joined()
    const taken = { code: 'sync-withdrawn', params: { reason: 'خطأ' } }
    server.judge = () => ({ kind: 'refused', reason: taken })
    const [commit, behind] = [1, 2].map((n) => a.append({ stream: one, facts: { n } })) as [string, string]
    await settled(a)
    restore(server)
    for (const each of [commit, behind]) server.outcomes.set(each, { kind: 'held', reason })
    server.judge = () => ({ kind: 'accepted', moved: [] })
    a.append({ stream: two, facts: { n: 3 } })
    const asked: string[] = []
    const { withdraw, push, retry } = a.client.wire
    a.client.wire.push = (page) => (asked.push('push'), push(page))
    a.client.wire.retry = (id) => (asked.push('retry'), retry(id))
    a.client.wire.withdraw = () => (asked.push('lost'), Promise.resolve(refuse('sync-unreachable')))
    expect((await exchange(a.client, 'all')).ok).toBe(false)
    // The newest goes with what was taken back before it: no withdrawal has the server judge another.
    a.client.wire.withdraw = (back) => (asked.push(`withdraw and ${back.others?.length}`), withdraw(back))
    await settled(a)
    expect(asked).toEqual(['lost', 'withdraw and 1', 'withdraw and 0', 'push'])
    for (const each of [commit, behind]) expect(server.outcomes.get(each)).toEqual({ kind: 'refused', reason: taken })
    expect(countByStanding(a.store.db)).toMatchObject({ held: 0, refused: 2, accepted: 1 })
  })

  it('SYNC-RECOVER-2 however much its author took back, and with however long a reason, it goes in bounded questions, the newest first, each once (S2, S10)', async () => {
    const { server, a } = joined()
    const reasonOf = (n: number) => (n === 0 ? '' : 'خ'.repeat(2000))
    const commits = Array.from({ length: 40 }, (_, n) => a.append({ stream: one, facts: { n } }))
    const taken = (n: number) => ({
      kind: 'refused' as const,
      reason: { code: 'sync-withdrawn', params: { reason: reasonOf(n) } },
    })
    server.judge = (commit) => taken(commits.indexOf(commit))
    await settled(a)
    restore(server)
    const asked: {
      commit: string
      reason: string
      others?: readonly { commit: string; reason: string }[] | undefined
    }[] = []
    a.client.wire.withdraw = async (back) => (asked.push(back), refuse('sync-commit-unknown'))
    await settled(a)
    for (const back of asked) {
      expect(Buffer.byteLength(JSON.stringify(back))).toBeLessThan(80 * 1024)
      for (const { reason: why } of [back, ...(back.others ?? [])]) expect(why).not.toBe('')
    }
    const told = asked
      .filter(({ others = [] }) => others.length > 0)
      .flatMap(({ commit, others = [] }) => [commit, ...others.map((each) => each.commit)])
    expect(told).toEqual(commits.toReversed())
    expect(asked.map(({ commit }) => commit)).toEqual(commits.toReversed())
    expect(countByStanding(a.store.db)).toMatchObject({ refused: 40 })
  })

  it('SYNC-RECOVER-2 what its author took back and the server judged before he came is as the server says (S2)', async () => {
    const { server, a } = joined()
    server.judge = () => ({ kind: 'refused', reason: { code: 'sync-withdrawn', params: { reason: '' } } })
    const commit = a.append({ stream: one, facts: { n: 1 } })
    await settled(a)
    restore(server)
    server.outcomes.set(commit, { kind: 'conflict', facts: [] })
    await settled(a)
    expect(countByStanding(a.store.db)).toMatchObject({ conflict: 1, refused: 0 })
  })

  it('SYNC-RECOVER-2 what its author took back is not sent again: it stays taken back, and what came behind it goes on (S2)', async () => {
    const { server, a, b } = joined()
    a.append({ stream: two, facts: { n: 'before' } })
    await settled(a)
    const { judge } = server
    server.judge = () => ({ kind: 'refused', reason: { code: 'sync-withdrawn', params: { reason: 'خطأ' } } })
    const commit = a.append({ stream: one, facts: { n: 'taken back' } })
    await settled(a, b)
    server.judge = judge
    a.append({ stream: two, facts: { n: 'behind' } })
    await settled(a, b)
    for (const hasBefore of [true, false]) {
      const first = server.feeds.get(plainFeed)?.[0]
      restore(server)
      if (hasBefore && first !== undefined) server.append(plainFeed, first.header, first.events)
      server.ends.clear()
      server.outcomes.clear()
      await settled(a, b, a, b)
      expect([foldedIn(b, one), foldedIn(b, two)]).toEqual([[], ['before', 'behind']])
      expect(server.outcomes.has(commit)).toBe(false)
      expect(findOwnCommit(a.store.db, commit)).toMatchObject({
        standing: 'refused',
        outcome: { reason: { code: 'sync-withdrawn', params: { reason: 'خطأ' } } },
      })
      expect(countByStanding(a.store.db)).toMatchObject({ pending: 0, sent: 0, accepted: 2, refused: 1 })
      proven(a, server)
    }
  })

  it('SYNC-RECOVER-7 what a feed says to be held there stands nowhere here, whatever place it had in the log that is lost (S8, S15); seed 1158', async () => {
    const { server, a } = joined()
    server.judge = () => ({ kind: 'conflict', facts: [] })
    const commit = a.append({ stream: one, facts: { n: 1 } })
    a.append({ stream: two, facts: { n: 2 } })
    await settled(a)
    expect(foldedIn(a, one)).toEqual([1])
    restore(server)
    const outcome = { kind: 'held' as const, reason: { code: 'case-status', params: { status: 'filed' } } }
    for (const each of server.outcomes.keys()) server.outcomes.set(each, outcome)
    const header = { kind: 'outcome', commit, outcome, at: '2026-01-04T07:00:00.000Z' } as const
    server.append('device:machine-a' as FeedName, header, [])
    await settled(a)
    expect(findOwnCommit(a.store.db, commit)?.standing).toBe('held')
    expect(foldedIn(a, one)).toEqual([])
    proven(a, server)
  })

  it('SYNC-RECOVER-7 a commit that it does not know, though the chain goes on behind it, goes again with all that follows (S2, S8)', async () => {
    const { server, a, b } = joined()
    const commit = a.append({ stream: one, facts: { n: 1 } })
    a.append({ stream: one, facts: { n: 2 } })
    await settled(a, b)
    restore(server)
    server.outcomes.delete(commit)
    await settled(a, b)
    expect(a.client.chain().epoch).toBe(2)
    expect(server.outcomes.has(commit)).toBe(true)
    expect(countByStanding(a.store.db)).toMatchObject({ accepted: 2, pending: 0, sent: 0 })
    proven(a, server)
  })

  it('SYNC-RECOVER-1 a feed that is as it was has its head signed anew in the new log epoch, and verifies (S15)', async () => {
    const { server, a, b } = joined()
    a.append({ stream: one, facts: { n: 1 } })
    await settled(a, b)
    server.logEpoch += 1
    await settled(a, b)
    proven(a, server)
    proven(b, server)
  })

  it('SYNC-RECOVER-2 a copy of what only another machine can send is set aside and offered, and all verifies (S12, S15)', async () => {
    const { server, a, b } = joined()
    a.append({ stream: one, facts: { n: 1 } })
    await settled(a, b)
    restore(server)
    server.outcomes.clear()
    await settled(b)
    expect(foldedIn(b, one)).toEqual([])
    expect(server.offered).toHaveLength(1)
    expect(countPutAside(b.store.db)).toBe(1)
    proven(b, server)
    // Its author sends it again: nothing is aside any more.
    await settled(a, b)
    expect(foldedIn(b, one)).toEqual([1])
    expect(countPutAside(b.store.db)).toBe(0)
  })

  it('SYNC-RECOVER-2 what is left of a commit that was withdrawn in part is offered to each restored server, never pending for ever (S2, S15)', async () => {
    const { server, a } = joined()
    a.append({ stream: two, facts: { n: 'before' } })
    a.append({ stream: one, facts: { n: 'gone' } }, { stream: two, facts: { n: 'left' } })
    await settled(a)
    server.append(plainFeed, { kind: 'withdrawn', stream: one, at: '2026-01-04T07:00:00.000Z' }, [])
    await settled(a)
    a.append({ stream: two, facts: { n: 'after' } })
    await settled(a)
    // Nobody has decided when that server is restored too: it knows of no offer.
    for (const times of [1, 2]) {
      restore(server)
      server.ends.clear()
      server.outcomes.clear()
      await settled(a)
      expect(foldedIn(a, two)).toEqual(['before', 'after'])
      expect(server.offered).toHaveLength(times)
    }
    expect(countByStanding(a.store.db)).toMatchObject({ accepted: 3, pending: 0, sent: 0 })
    proven(a, server)
  })

  it('SYNC-RECOVER-2 what is left of a held commit that was withdrawn in part is offered to no server: each holds it as it is (S2)', async () => {
    const { server, a } = joined()
    server.judge = (_, [type]) => (type === 'held' ? { kind: 'held', reason } : { kind: 'accepted', moved: [] })
    a.append({ stream: two, facts: { n: 'before' } })
    a.append({ stream: one, type: 'held', facts: { n: 'gone' } }, { stream: two, facts: { n: 'left' } })
    await settled(a)
    server.append(plainFeed, { kind: 'withdrawn', stream: one, at: '2026-01-04T07:00:00.000Z' }, [])
    await settled(a)
    restore(server)
    await settled(a)
    expect([server.offered, foldedIn(a, two)]).toEqual([[], ['before']])
  })

  it('SYNC-RECOVER-8 where a twin went on otherwise, the machine goes back until the server holds the place (S10, S12)', async () => {
    const { server, a, b } = joined()
    a.append({ stream: one, facts: { n: 1 } })
    await settled(a)
    a.client.startEpoch(2)
    a.append({ stream: one, facts: { n: 2 } })
    await settled(a, b)
    // Its twin's chain is longer than its own, and none of its links stand in it.
    restore(server)
    server.ends.clear()
    server.ends.set('machine-a 1', { epoch: 1, sequence: 5, link: 'ab'.repeat(32) })
    server.outcomes.clear()
    const asked: string[] = []
    server.holds = ({ epoch, link }) => asked.push(`${epoch} ${link === toHex(noLink)}`) > 99
    await settled(a, b, a)
    expect(asked).not.toEqual([])
    expect(countByStanding(a.store.db)).toMatchObject({ accepted: 2, pending: 0, sent: 0 })
    expect(foldedIn(b, one)).toEqual([1, 2])
    expect(foldedIn(a, one)).toEqual([1, 2])
    proven(a, server)
  })

  /** A commit is held in the second epoch; the one behind it was answered by a feed, in the first. */
  async function answeredBeforeItsTurn() {
    const { server, a } = joined()
    server.judge = (_, [type]) => (type === 'held' ? { kind: 'held', reason } : { kind: 'accepted', moved: [] })
    a.append({ stream: one, facts: { n: 1 } })
    await settled(a)
    server.losesAnswers = true
    a.append({ stream: one, type: 'held', facts: { n: 2 } })
    a.append({ stream: two, facts: { n: 3 } })
    expect((await exchange(a.client, 'push')).ok).toBe(false)
    expect((await exchange(a.client, 'pull')).ok).toBe(true)
    expect(countByStanding(a.store.db)).toMatchObject({ sent: 1, accepted: 2 })
    server.losesAnswers = false
    a.client.startEpoch(2)
    return { server, a }
  }

  it('SYNC-RECOVER-4 SYNC-PUSH-3 what a feed answered before its turn stays in its chain when the rest goes on in a new one, and verifies; seed 3682 (S10, S15)', async () => {
    const { server, a } = await answeredBeforeItsTurn()
    await settled(a, a)
    expect(countByStanding(a.store.db)).toMatchObject({ held: 1, accepted: 2, sent: 0 })
    expect(a.client.chain().epoch).toBe(2)
    proven(a, server)
  })

  it('SYNC-RECOVER-4 where it must be sent again after all, all goes on in one new chain (S10, S15)', async () => {
    const { server, a } = await answeredBeforeItsTurn()
    await settled(a)
    server.ends.set('machine-a 2', { epoch: 2, sequence: 0, link: toHex(noLink) })
    await settled(a)
    expect(countByStanding(a.store.db)).toMatchObject({ held: 1, accepted: 2, pending: 0, sent: 0 })
    expect(a.client.chain().epoch).toBe(3)
    proven(a, server)
  })

  it('SYNC-RECOVER-2 SYNC-PUSH-3 withdrawn work of an earlier chain is no gap of the present one; seed 604 (S10)', async () => {
    const { server, a } = joined()
    server.judge = (_, [type]) => (type === 'held' ? { kind: 'held', reason } : { kind: 'accepted', moved: [] })
    await settled(a)
    server.losesAnswers = true
    const commit = a.append({ stream: two, type: 'held', facts: { n: 1 } })
    a.append({ stream: one, facts: { n: 2 } })
    expect((await exchange(a.client, 'push')).ok).toBe(false)
    server.append(plainFeed, { kind: 'withdrawn', stream: one, at: '2026-01-04T07:00:00.000Z' }, [])
    expect((await exchange(a.client, 'pull')).ok).toBe(true)
    server.losesAnswers = false
    a.append({ stream: two, facts: { n: 3 } })
    // What was held is taken, and heard of before this machine goes on in a new chain.
    const { firstSeq, lastSeq } = must(findOwnCommit(a.store.db, commit), 'it waits')
    const events = readEventBytes(a.store.db, firstSeq, lastSeq)
    const envelopes = events.map(({ envelope }) => parseCanonical(envelope) as EnvelopeContent)
    server.outcomes.set(commit, { kind: 'accepted', moved: [] })
    server.show({ commit, events, envelopes, device: 'machine-a', epoch: 1, sequence: 1, verdict: 'accepted' })
    a.client.startEpoch(2)
    await settled(a)
    expect(countByStanding(a.store.db)).toMatchObject({ pending: 0, sent: 0, held: 0 })
    expect(a.client.chain().epoch).toBe(2)
    proven(a, server)
  })

  it('SYNC-RECOVER-2 S19 once what a restored server lacks is set aside, whoever the ledger names is forgotten again', async () => {
    const { server, a, b } = joined()
    a.append({ stream: one, facts: { n: 1 } })
    await settled(a, b)
    restore(server)
    server.outcomes.clear()
    const left: number[] = []
    const effects = { ...b.client.effects, forgetHeard: () => void left.push(foldedIn(b, one).length) }
    expect(await exchange({ ...b.client, effects }, 'all')).toMatchObject({ ok: true })
    expect(left).toEqual([0])
  })

  it('SYNC-RECOVER-5 it hears from each machine what is given of its office’s numbers, again where the answer was lost (R-01)', async () => {
    const server = new PlainServer()
    const a = testReplica(server, { device: 'machine-a', projections: allProjections })
    const at = (from: number) => ({ from, to: from + 999, next: from })
    const numbers = { kind: 'shared', year: 2026, blocks: [at(2001), at(100_000_001)], reserve: at(101_001) }
    a.store.db.transaction(() => writeSetting(a.store.db, 'numbers:2026', numbers))
    await settled(a)
    expect(server.toldNumbers).toEqual([])
    restore(server)
    const { hello } = a.client.wire
    a.client.wire.hello = async (asked) => {
      const answer = await hello(asked)
      server.isReachable = false
      return answer
    }
    expect((await exchange(a.client, 'all')).ok).toBe(false)
    a.client.wire.hello = hello
    server.isReachable = true
    await settled(a)
    expect(server.toldNumbers).toEqual([{ year: 2026, highest: 102_000 }])
  })

  it('SYNC-RECOVER-9 a page of its new log epoch stops nothing: it is greeted anew, without anybody’s word (S10)', async () => {
    const { server, a, b } = joined()
    a.append({ stream: one, facts: { n: 1 } })
    await settled(a, b)
    const armed: (() => void)[] = []
    const rounds: string[] = []
    const driver = new Driver({
      client: a.client,
      round: async (work) => {
        const done = await exchange(a.client, work)
        rounds.push(done.ok ? 'ok' : done.refusal.code)
        return done
      },
      after: (_, work) => (armed.push(work), () => {}),
      jitter: () => 0,
      openLive: () => ({ follow: () => {}, close: () => {} }),
      onState: () => {},
    })
    driver.tell({ kind: 'join' })
    await expect.poll(() => driver.state.kind).toBe('resting')
    restore(server)
    driver.tell({ kind: 'told' })
    await expect.poll(() => driver.state.kind).toBe('waiting')
    armed.at(-1)?.()
    await expect.poll(() => driver.state.kind).toBe('resting')
    expect(rounds).toEqual(['ok', 'sync-server-restored', 'ok'])
    expect(foldedIn(a, one)).toEqual([1])
    driver.tell({ kind: 'leave' })
  })

  it('SYNC-ENROL-2 a revoked machine tells its stop once, whatever happens there, and again when somebody asks', async () => {
    const { a } = joined()
    const told: string[] = []
    const driver = new Driver({
      client: a.client,
      round: () => Promise.resolve(refuse('sync-device-revoked')),
      after: () => () => {},
      jitter: () => 0,
      openLive: () => ({ follow: () => {}, close: () => {} }),
      onState: ({ kind }) => told.push(kind),
    })
    driver.tell({ kind: 'join' })
    await expect.poll(() => driver.state.kind).toBe('stopped')
    for (const kind of ['written', 'told', 'timer', 'network', 'written'] as const) driver.tell({ kind })
    expect(told).toEqual(['working', 'stopped'])
    expect((await driver.now()).ok).toBe(false)
    expect(told).toEqual(['working', 'stopped', 'working', 'stopped'])
  })
})
