import { expect, it } from 'vitest'
import { readStream } from '#core/store/read-stream.ts'
import { exchange } from '#core/sync-client/round.ts'
import { readPushPage } from '#shared/sync/push-page.ts'
import { must } from '#shared/lib/assert.ts'
import { PlainServer, plainFeed } from '#test/support/sync/plain-server.ts'
import { testReplica } from '#test/support/sync/test-replica.ts'
import type { TestReplica } from '#test/support/sync/test-replica.ts'

const one = 'case:018f0000-0000-7000-8000-000000000001'
const two = 'case:018f0000-0000-7000-8000-000000000002'

/** The machine's exchange, and the private parts that it sent in it. */
async function sentBy({ client }: TestReplica): Promise<readonly string[]> {
  const sent: string[] = []
  const push: typeof client.wire.push = (page) => {
    const { events } = must(readPushPage(page), 'a push')
    sent.push(...events.flatMap(({ private: secret }) => (secret === null ? [] : [Buffer.from(secret).toString()])))
    return client.wire.push(page)
  }
  expect(await exchange({ ...client, wire: { ...client.wire, push } }, 'all')).toMatchObject({ ok: true })
  return sent
}

/** A machine with two commits that its server has not answered, of one of whom it forgot meanwhile. */
function waiting() {
  const server = new PlainServer()
  const machine = testReplica(server, { device: 'machine-a', projections: [] })
  const other = testReplica(server, { device: 'machine-b', projections: [] })
  machine.append({ stream: one, facts: { n: 1 }, private: { name: 'سعاد' } })
  machine.append({ stream: two, facts: { n: 2 }, private: { name: 'ليلى' } })
  server.append(plainFeed, { kind: 'forgotten', stream: one, at: '2026-01-04T07:00:00.000Z' }, [])
  return { server, machine, other }
}

it('SYNC-RECOVER-4 S19 a machine that came back from a backup sends nothing of whoever was forgotten since', async () => {
  const { machine, other } = waiting()
  machine.client.startEpoch(2)
  expect((await sentBy(machine)).map((secret) => /سعاد|ليلى/u.exec(secret)?.[0])).toEqual(['ليلى'])
  await exchange(other.client, 'all')
  expect(readStream(other.store.db, one).map((event) => event.private)).toEqual([null])
})

it('SYNC-RECOVER-4 S19 where that round ends before it has heard, the next one hears first', async () => {
  const { server, machine } = waiting()
  machine.client.startEpoch(2)
  const whole = server.page.bind(server)
  server.page = () => {
    throw new Error('died')
  }
  await expect(sentBy(machine)).rejects.toThrow('died')
  server.page = whole
  expect((await sentBy(machine)).map((secret) => /سعاد|ليلى/u.exec(secret)?.[0])).toEqual(['ليلى'])
})

it('SYNC-PUSH-1 a machine that goes on as it was sends before it takes', async () => {
  const { machine } = waiting()
  expect(await sentBy(machine)).toHaveLength(2)
})
