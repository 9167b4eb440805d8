import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { countByStanding } from '#core/store/own-commits.ts'
import { readStream } from '#core/store/read-stream.ts'
import { verifyStore } from '#core/store/verify.ts'
import { exchange } from '#core/sync-client/round.ts'
import { PlainServer } from '#test/support/sync/plain-server.ts'
import { testReplica } from '#test/support/sync/test-replica.ts'

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
