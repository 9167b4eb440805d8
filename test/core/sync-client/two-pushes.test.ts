import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { countByStanding } from '#core/store/own-commits.ts'
import { readStream } from '#core/store/read-stream.ts'
import { verifyStore } from '#core/store/verify.ts'
import { exchange } from '#core/sync-client/round.ts'
import { must } from '#shared/lib/assert.ts'
import { refuse } from '#shared/lib/result.ts'
import { readPushPage } from '#shared/sync/push-page.ts'
import { PlainServer } from '#test/support/sync/plain-server.ts'
import { type TestReplica, testReplica } from '#test/support/sync/test-replica.ts'

const stream = 'case:018f0000-0000-7000-8000-000000000001'

it('SYNC-PUSH-1 SYNC-PUSH-3 two pushes are under way at a time; one that overtakes the other is sent again behind it', async () => {
  const machine = testReplica(new PlainServer(), { device: 'machine-a', projections: [] })
  const written = Array.from({ length: 9 }, (_, n) =>
    machine.append({ stream, facts: { n, text: 'x'.repeat(900) } }, { stream, facts: { n } }),
  )
  const { wire } = machine.client
  const answers: string[] = []
  let underWay = 0
  let most = 0
  /** The first of each two waits until the second was there. */
  let letGo: (() => void) | null = null
  const push: typeof wire.push = async (page) => {
    underWay += 1
    most = Math.max(most, underWay)
    const isFirst = letGo === null
    if (isFirst) await Promise.race([new Promise<void>((go) => (letGo = go)), sleep(50)])
    const pushed = await wire.push(page)
    letGo?.()
    letGo = isFirst ? null : letGo
    underWay -= 1
    answers.push(pushed.ok ? 'taken' : pushed.refusal.code)
    return pushed
  }
  const client = { ...machine.client, wire: { ...wire, push }, bytesAPush: 8 * 1024 }
  expect(await exchange(client, 'all')).toMatchObject({ ok: true })
  expect(most).toBe(2)
  expect(answers.slice(0, 2)).toEqual(['sync-chain-ahead', 'taken'])
  const { db } = machine.store
  expect(countByStanding(db)).toMatchObject({ accepted: written.length, pending: 0, sent: 0 })
  expect(readStream(db, stream).map(({ facts }) => facts['n'])).toEqual(written.flatMap((_, n) => [n, n]))
  expect(verifyStore(db).findings).toEqual([])
})

/** Commits enough for several pushes of one machine. */
function manyCommits(machine: TestReplica, from = 0): readonly string[] {
  return Array.from({ length: 9 }, (_, n) => machine.append({ stream, facts: { n: from + n, text: 'x'.repeat(1800) } }))
}

it('SYNC-PUSH-1 where the first of two fails the round ends with its failure, when the second is over; all goes again, once', async () => {
  const server = new PlainServer()
  const machine = testReplica(server, { device: 'machine-a', projections: [] })
  const written = manyCommits(machine)
  const { wire } = machine.client
  const ended: number[] = []
  let begun = 0
  const push: typeof wire.push = async (page) => {
    const own = (begun += 1)
    await sleep(own === 1 ? 5 : 60)
    const pushed = await wire.push(page)
    ended.push(own)
    return own === 1 ? refuse('sync-unreachable', { detail: 'lost' }) : pushed
  }
  const client = { ...machine.client, wire: { ...wire, push }, bytesAPush: 8 * 1024 }
  expect(await exchange(client, 'all')).toMatchObject({ refusal: { code: 'sync-unreachable' } })
  expect([begun, ended]).toEqual([2, [1, 2]])
  const { db } = machine.store
  expect(countByStanding(db).accepted).toBe(0)
  expect(await exchange(machine.client, 'all')).toMatchObject({ ok: true })
  expect(countByStanding(db)).toMatchObject({ accepted: written.length, pending: 0, sent: 0 })
  expect(readStream(db, stream).map(({ facts }) => facts['n'])).toEqual(written.map((_, n) => n))
  expect(verifyStore(db).findings).toEqual([])
})

it('SYNC-PUSH-1 SYNC-PUSH-3 where the chain changes between two pushes, the second waits for the answer to the first', async () => {
  const machine = testReplica(new PlainServer(), { device: 'machine-a', projections: [] })
  const before = manyCommits(machine)
  machine.client.startEpoch(2)
  const after = manyCommits(machine, before.length)
  const { wire } = machine.client
  const chainsUnderWay: number[] = []
  const together = new Set<string>()
  const push: typeof wire.push = async (page) => {
    const chains = queuedChains(machine, page)
    chainsUnderWay.push(...chains)
    together.add([...new Set(chainsUnderWay)].join(' '))
    await sleep(5)
    const pushed = await wire.push(page)
    for (const chain of chains) chainsUnderWay.splice(chainsUnderWay.indexOf(chain), 1)
    return pushed
  }
  const client = { ...machine.client, wire: { ...wire, push }, bytesAPush: 8 * 1024 }
  // Without a greeting, which would link them all anew.
  expect(await exchange(client, 'push')).toMatchObject({ ok: true })
  expect([...together]).toEqual(['1', '2'])
  expect(countByStanding(machine.store.db)).toMatchObject({ accepted: before.length + after.length, sent: 0 })
})

/** The chains of the commits of a push, a number each. */
const queuedChains = ({ store: { db } }: TestReplica, page: Uint8Array): readonly number[] =>
  must(readPushPage(page), 'a push').head.commits.map(({ commit }) =>
    must(
      db.value<number>('SELECT chain FROM events e JOIN commits c ON c.first_seq = e.seq WHERE c.id = ?', commit),
      'an own commit',
    ),
  )

it('SYNC-PUSH-1 one push that has overtaken another makes no later one do so', async () => {
  const machine = testReplica(new PlainServer(), { device: 'machine-b', projections: [] })
  for (let n = 0; n < 40; n += 1) machine.append({ stream, facts: { n, text: 'x'.repeat(900) } })
  const { wire } = machine.client
  const refused: string[] = []
  let pushes = 0
  const push: typeof wire.push = async (page) => {
    pushes += 1
    if (pushes === 1) await sleep(20)
    const pushed = await wire.push(page)
    if (!pushed.ok) refused.push(pushed.refusal.code)
    return pushed
  }
  const client = { ...machine.client, wire: { ...wire, push }, bytesAPush: 8 * 1024 }
  expect(await exchange(client, 'all')).toMatchObject({ ok: true })
  expect(pushes).toBeGreaterThan(5)
  expect(refused).toEqual(['sync-chain-ahead'])
  expect(countByStanding(machine.store.db)).toMatchObject({ accepted: 40, pending: 0, sent: 0 })
})

it('SYNC-PUSH-1 what a feed answered before its turn leaves a hole that no push goes over', async () => {
  const server = new PlainServer()
  const machine = testReplica(server, { device: 'machine-a', projections: [] })
  const { wire } = machine.client
  const sent: string[] = []
  const push: typeof wire.push = (page) => {
    const { first, commits } = must(readPushPage(page), 'a push').head
    sent.push(`${commits.length} from ${first}`)
    return wire.push(page)
  }
  const client = { ...machine.client, wire: { ...wire, push } }
  const reason = { code: 'sync-ground-lacking', params: { stream, event: '' } }
  server.judge = (_, [type]) => (type === 'held' ? { kind: 'held', reason } : { kind: 'accepted', moved: [] })
  expect((await exchange(client, 'all')).ok).toBe(true)
  server.losesAnswers = true
  machine.append({ stream, type: 'held', facts: { n: 1 } })
  machine.append({ stream, facts: { n: 2 } })
  expect((await exchange(client, 'push')).ok).toBe(false)
  expect((await exchange(client, 'pull')).ok).toBe(true)
  server.losesAnswers = false
  machine.append({ stream, facts: { n: 3 } })
  machine.append({ stream, facts: { n: 4 } })
  expect(await exchange(client, 'all')).toMatchObject({ ok: true })
  expect(sent).toEqual(['2 from 1', '1 from 1', '2 from 3'])
  expect(countByStanding(machine.store.db)).toMatchObject({ held: 1, accepted: 3, pending: 0, sent: 0 })
})

it('SYNC-PUSH-1 a push takes what fits, and not what the queue was read by', async () => {
  const machine = testReplica(new PlainServer(), { device: 'machine-c', projections: [] })
  for (let n = 0; n < 45; n += 1) machine.append({ stream, facts: { n } })
  const { wire } = machine.client
  const counts: number[] = []
  const push: typeof wire.push = (page) => {
    counts.push(must(readPushPage(page), 'a page').head.commits.length)
    return wire.push(page)
  }
  expect(await exchange({ ...machine.client, wire: { ...wire, push } }, 'all')).toMatchObject({ ok: true })
  expect(counts).toEqual([45])
})
