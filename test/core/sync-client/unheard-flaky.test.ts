import { expect, it } from 'vitest'
import { countByStanding } from '#core/store/own-commits.ts'
import { exchange } from '#core/sync-client/round.ts'
import { refuse } from '#shared/lib/result.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import type { Outcome } from '#shared/sync/outcome.ts'
import { PlainServer } from '#test/support/sync/plain-server.ts'
import { testReplica } from '#test/support/sync/test-replica.ts'

const caseOf = (n: number) => `case:018f0000-0000-7000-8000-${n.toString(16).padStart(12, '0')}`
const ground = caseOf(0xabc)
const held: Outcome = { kind: 'held', reason: { code: 'sync-ground-lacking', params: { stream: ground, event: '' } } }
const refused: Outcome = { kind: 'refused', reason: { code: 'sync-not-your-unit', params: {} } }

it('S10 a machine whose line breaks again and again gets its work through, however many were judged again before', async () => {
  const server = new PlainServer()
  const { client, append, store } = testReplica(server, { device: 'machine-a', projections: [] })
  const other = testReplica(server, { device: 'machine-b', projections: [] })
  server.judge = () => held
  const many = 300
  for (let n = 1; n <= many; n += 1) append({ stream: caseOf(n), facts: { n } })
  expect(await exchange(client, 'all')).toMatchObject({ ok: true })
  expect(countByStanding(store.db)).toMatchObject({ held: many })
  server.judge = () => ({ kind: 'accepted', moved: [] })
  other.append({ stream: ground, facts: { n: 0 } })
  await exchange(other.client, 'all')
  // As the real one: what is judged anew its own feed says.
  const { wire } = client
  const { retry } = wire
  wire.retry = (commit) => {
    if (server.outcomes.get(commit)?.kind === 'held') {
      server.outcomes.set(commit, refused)
      const header = { kind: 'outcome', commit, outcome: refused, at: '2026-01-04T07:00:00.000Z' } as const
      server.append('device:machine-a' as FeedName, header, [])
    }
    return retry(commit)
  }
  expect(await exchange(client, 'all')).toMatchObject({ ok: true })
  expect(countByStanding(store.db)).toMatchObject({ held: 0, refused: many })
  // A poor line breaks behind each hundred calls.
  let left = 0
  const onLine =
    <Asked extends readonly unknown[], Told>(call: (...asked: Asked) => Promise<Told>) =>
    (...asked: Asked): Promise<Told> => {
      left -= 1
      return left < 0 ? Promise.resolve(refuse('sync-unreachable', { detail: 'cut' }) as Told) : call(...asked)
    }
  const { hello, push, pull, retry: judge } = wire
  Object.assign(wire, { hello: onLine(hello), push: onLine(push), pull: onLine(pull), retry: onLine(judge) })
  append({ stream: caseOf(many + 1), facts: { n: many + 1 } })
  for (let round = 0; round < 3; round += 1) {
    left = 100
    await exchange(client, 'all')
  }
  expect(countByStanding(store.db)).toMatchObject({ pending: 0, sent: 0 })
})
