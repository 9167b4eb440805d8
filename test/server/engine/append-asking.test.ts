import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { instantFromMs } from '#shared/domain/clock/instant.ts'
import { must } from '#shared/lib/assert.ts'
import { ok } from '#shared/lib/result.ts'
import { appendAsking } from '#server/engine/append-push.ts'
import type { Opening } from '#server/engine/append-push.ts'
import { createMemoryLog } from '#server/log/memory-log.ts'
import type { ServerLog } from '#server/log/server-log.ts'
import { office } from '#test/support/case-world.ts'
import { machineBeside, registration } from '#test/support/sync/engine-steps.ts'
import { nextUuid, sha256 } from '#test/support/sync/test-device.ts'
import type { TestDevice, TestEvent } from '#test/support/sync/test-device.ts'
import { SyncedCase, joinedOffice, testServer } from '#test/support/sync/test-office.ts'

/* When a push is read, and when it asks what of the log. */

/** One commit with so much of text. */
function recordPerson(device: TestDevice, length: number): void {
  const facts = { kind: 'individual', complainantKind: 'beneficiary', language: 'ar' }
  const details = { ...facts, name: { given: 'x'.repeat(length) } }
  device.write([
    { stream: `person:${nextUuid()}`, type: 'person.recorded', facts, private: { details }, actor: 'rana' },
  ])
}

test.for([
  ['is small is read while its first questions are on their way', 50_000, false],
  ['may be large is read before it stands in the line of all writers', 70_000, true],
] as const)('SYNC-LINK-7 SYNC-APPEND-1 a push that %s', async ([, length, isReadBefore]) => {
  const server = testServer()
  const device = await joinedOffice(server)
  recordPerson(device, length)
  let hashed = 0
  const hash = (bytes: Uint8Array): Uint8Array => {
    hashed += 1
    return sha256(bytes)
  }
  const engine = { ...server.engine, ports: { ...server.engine.ports, hash } }
  const judging = { device: device.enrolled, now: instantFromMs(server.now), confirmed: device.confirmed }
  let wasRead: boolean | null = null
  const write: Opening['write'] = (work) => {
    wasRead = hashed > 0
    return server.log.write((log) => work(log, { device: device.id, judging: () => Promise.resolve(ok(judging)) }))
  }
  const pushed = await appendAsking(engine, { write }, device.page(1))
  expect(pushed).toMatchObject({ ok: true })
  expect([wasRead, hashed > 0]).toEqual([isReadBefore, true])
})

/** A log of which one transaction can be kept from its commit, all it holds held. */
function heldLog() {
  const log = createMemoryLog()
  let next: Promise<void> | null = null
  const held: ServerLog = {
    ...log,
    write: (work) =>
      log.write(async (writer) => {
        const answer = await work(writer)
        const mine = next
        next = null
        await mine
        return answer
      }),
  }
  /** The next transaction waits before its commit. Out: lets it go. */
  const holdNext = (): (() => void) => {
    let letGo = (): void => {}
    next = new Promise((go) => (letGo = go))
    return letGo
  }
  return { log: held, holdNext }
}

const soon = (): Promise<void> => sleep(20)

test('SYNC-PUSH-3 SYNC-APPEND-1 what is known of a device’s chain is asked once its row is held: the push before it has ended by then', async () => {
  const { log, holdNext } = heldLog()
  const server = testServer(log)
  const device = await joinedOffice(server)
  const world = new SyncedCase()
  registration(world, device)
  world.on(device, 'accept', { input: {}, user: 'salma' })
  const letGo = holdNext()
  const first = server.push(device, 1, 2)
  await soon()
  const second = server.tryPush(device, 2, 3)
  await soon()
  letGo()
  expect((await first).map(({ outcome }) => outcome.kind)).toEqual(['accepted'])
  expect(await second).toMatchObject([{ outcome: { kind: 'accepted' } }])
})

/** A user whom the administrator makes. */
const userSet = (id: string): TestEvent => {
  const names = { id, username: id, name: { ar: id, en: id }, staffId: null, language: 'ar' }
  return {
    stream: `user:${id}`,
    type: 'user.set',
    facts: { ...names, unit: office, groups: ['reception'], active: true },
    actor: 'admin',
  }
}

test('SYNC-APPEND-1 SYNC-APPEND-4 a push follows the reference data that another changed before it held them', async () => {
  const { log, holdNext } = heldLog()
  const server = testServer(log)
  const device = await joinedOffice(server)
  const beside = machineBeside(device, 'another-machine', office)
  device.write([userSet('muna')])
  beside.write([userSet('zaid')])
  const letGo = holdNext()
  const first = server.push(device, 1)
  await soon()
  const second = server.push(beside)
  await soon()
  letGo()
  const answers = [...(await first), ...(await second)]
  expect(answers.map(({ outcome }) => outcome.kind)).toEqual(['accepted', 'accepted'])
  // What the second knew when it ended is what the server goes on with.
  const known = must(server.engine.reference, 'kept').now.users
  expect([known.has('muna'), known.has('zaid')]).toEqual([true, true])
})
