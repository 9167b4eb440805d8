import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { countByStanding } from '#core/store/own-commits.ts'
import { readStream } from '#core/store/read-stream.ts'
import { readMembership } from '#core/sync-client/membership.ts'
import { exchange } from '#core/sync-client/round.ts'
import type { JoinedServer, SyncStatus } from '#shared/contract/desktop/sync.ts'
import { cuttingProxy } from '#test/support/cutting-proxy.ts'
import type { CuttingProxy } from '#test/support/cutting-proxy.ts'
import { phoneForm } from '#test/support/phone-form.ts'
import { PlainServer, plainFeed } from '#test/support/sync/plain-server.ts'
import { type TestReplica, testReplica } from '#test/support/sync/test-replica.ts'
import { openOfficeFolder, testPassword } from '#test/support/test-office.ts'
import type { TestOffice } from '#test/support/test-office.ts'
import { administer, serverPatience, startTestServer } from '#test/support/test-server.ts'
import type { TestServer } from '#test/support/test-server.ts'

const unit = { kind: 'office', code: 'AMM' } as const

describe('a server whose data was put back by its own means', () => {
  let root = ''
  let server: TestServer
  let line: CuttingProxy

  beforeEach(async () => {
    root = mkdtempSync(join(tmpdir(), 'insaf-server-'))
    server = await startTestServer(mkdtempSync(join(root, 'server-')))
    line = await cuttingProxy(server.address)
    await administer(server, 'office add', { code: 'AMM', name: 'مكتب عمّان', country: 'JO' })
    const user = { username: 'clerk', name: 'clerk', unit, groups: ['office_owner'], language: 'ar' }
    await administer(server, 'user add', { ...user, password: testPassword })
  }, serverPatience)

  afterEach(async () => {
    await server.stop()
    rmSync(root, { recursive: true, force: true })
  })

  async function joined(): Promise<TestOffice> {
    const { code } = await administer<{ code: string }>(server, 'device invite', { unit })
    const machine = await openOfficeFolder()
    await machine.call<JoinedServer>('sync.join', { url: line.address, code }, '')
    return machine
  }
  const register = async (machine: TestOffice) =>
    (await machine.call<{ reference: string }>('intake.register', phoneForm(), 'clerk')).reference
  const now = (machine: TestOffice) => machine.call<SyncStatus>('sync.now', {}, '')
  const hashOf = (machine: TestOffice) => machine.call<object>('system.stateHash', {}, '')

  /** The folder as it is now; out: puts it back, the server stopped before and started behind it. */
  async function snapshot(): Promise<() => Promise<void>> {
    const { folder } = server.server
    const startAgain = async (): Promise<void> => {
      server = await startTestServer(folder)
      line.aimAt(server.address)
    }
    await server.stop()
    const copy = mkdtempSync(join(root, 'copy-'))
    cpSync(folder, copy, { recursive: true })
    await startAgain()
    return async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true })
      cpSync(copy, folder, { recursive: true })
      await startAgain()
    }
  }

  it.each([0, 5])(
    'SYNC-RECOVER-10 SYNC-RECOVER-2 learns it from the first machine that greets: %i cases were written on it meanwhile (S12, S8)',
    async (meanwhile) => {
      const [a, b, c] = [await joined(), await joined(), await joined()]
      await register(a)
      for (const machine of [a, b, c]) await now(machine)
      const putBack = await snapshot()
      const lost = await register(a)
      for (const machine of [a, b]) await now(machine)
      await putBack()
      for (let count = 0; count < meanwhile; count += 1) await register(c)
      if (meanwhile > 0) await now(c)
      expect(await now(b)).toMatchObject({ link: { kind: 'online' } })
      expect(server.server.identity.logEpoch).toBeGreaterThan(1)
      expect(await administer(server, 'status', {})).toMatchObject({
        alarms: 1,
        offers: 1,
        putBack: { ar: expect.stringContaining('حالة سابقة'), en: expect.stringContaining('put back') },
      })
      // Whatever the lost server gave, it gives to nobody again.
      const d = await joined()
      const made = await register(d)
      expect(Number(made.slice(7, 13)) - Number(lost.slice(7, 13))).toBeGreaterThan(100_000)
      // Its author has it: what was lost is there again, and everyone holds the same.
      for (const machine of [a, b, c, d, a, b, c, d]) await now(machine)
      expect(await administer(server, 'status', {})).toMatchObject({ alarms: 1, offers: 0 })
      // Until somebody says that he has seen it.
      const [alarm, ...more] = await administer<readonly { alarm: string }[]>(server, 'alarm list', {})
      const at = expect.stringMatching(/^\d{4}-\d\d-\d\dT/)
      expect(alarm).toMatchObject({
        code: 'sync-log-put-back',
        times: 1,
        since: at,
        at,
        en: expect.stringContaining('put back'),
      })
      expect(more).toEqual([])
      await administer(server, 'alarm settle', alarm as object)
      const settled = await administer<object>(server, 'status', {})
      expect([settled, await administer(server, 'alarm list', {})]).toEqual([
        expect.objectContaining({ alarms: 0 }),
        [],
      ])
      expect(settled).not.toHaveProperty('putBack')
      const held = await administer<object>(server, 'state-hash', { unit })
      expect(held).toMatchObject({ cases: 3 + meanwhile })
      for (const machine of [a, b, c, d]) expect(await hashOf(machine)).toEqual(held)
    },
    serverPatience,
  )
})

const one = 'case:018f0000-0000-7000-8000-000000000001'
const two = 'case:018f0000-0000-7000-8000-000000000002'

describe('a server that says nothing of its being put back', () => {
  const shown = ({ store }: TestReplica) => readStream(store.db, one).map(({ facts }) => facts['n'])

  function joined() {
    const server = new PlainServer()
    const [a, b, c] = ['a', 'b', 'c'].map((name) => testReplica(server, { device: `machine-${name}`, projections: [] }))
    return { server, a: a as TestReplica, b: b as TestReplica, c: c as TestReplica }
  }

  async function settled(...replicas: readonly TestReplica[]) {
    for (const replica of replicas) expect(await exchange(replica.client, 'all')).toMatchObject({ ok: true })
  }

  it.each([
    ['a feed that ends before its cursor', 0],
    ['another hash at its cursor', 1],
  ])(
    'SYNC-RECOVER-1 SYNC-RECOVER-2 %s begins recovery, also in the same log epoch: what it lacks is offered and set aside (S12)',
    async (_, meanwhile) => {
      const { server, a, b, c } = joined()
      a.append({ stream: one, facts: { n: 1 } })
      a.append({ stream: one, facts: { n: 2 } })
      await settled(a, b, c, b)
      server.feeds.get(plainFeed)?.splice(1)
      server.positions.set(one, 1)
      for (let count = 0; count < meanwhile; count += 1) c.append({ stream: two, facts: { n: 10 } })
      if (meanwhile > 0) await exchange(c.client, 'push')
      await settled(b)
      expect(shown(b)).toEqual([1])
      expect(server.offered).toHaveLength(1)
      expect(readMembership(b.store.db)?.recovering).toBe(false)
      // Once: it has been greeted as it is.
      await settled(b)
      expect(server.offered).toHaveLength(1)
    },
  )

  it('SYNC-RECOVER-1 what a live page brings while the hello is on its way is behind what the hello says: nothing is recovered from', async () => {
    const { a, b } = joined()
    a.append({ stream: one, facts: { n: 1 } })
    await settled(a, b, b)
    const { hello } = b.client.wire
    b.client.wire.hello = async (asked) => {
      const answer = await hello(asked)
      b.client.wire.hello = hello
      a.append({ stream: one, facts: { n: 2 } })
      await settled(a)
      await exchange(b.client, 'pull')
      expect(shown(b)).toEqual([1, 2])
      return answer
    }
    const pulled: unknown[] = []
    const { pull } = b.client.wire
    b.client.wire.pull = (asked) => {
      pulled.push([asked.after, readMembership(b.store.db)?.recovering ?? false])
      return pull(asked)
    }
    await settled(b)
    expect(new Set(pulled.map(String))).toEqual(new Set(['1,false', '2,false']))
    expect(countByStanding(b.store.db)).toMatchObject({ pending: 0 })
  })

  it('SYNC-RECOVER-9 a page that the server signed and that does not follow what it signed before stops nothing: it is greeted anew (S10)', async () => {
    const { server, a, b, c } = joined()
    a.append({ stream: one, facts: { n: 1 } })
    a.append({ stream: one, facts: { n: 2 } })
    await settled(a, b, b)
    server.feeds.get(plainFeed)?.splice(1)
    for (const n of [10, 11]) c.append({ stream: two, facts: { n } })
    await exchange(c.client, 'push')
    expect(await exchange(b.client, 'pull')).toMatchObject({ refusal: { code: 'sync-server-restored' } })
    expect(shown(b)).toEqual([1, 2])
  })
})
