import { describe, expect, test } from 'vitest'
import { serverDevice, ownPush } from '#server/devices/own-push.ts'
import { runDuties } from '#server/duties/run-duties.ts'
import type { DutyRun } from '#server/duties/run-duties.ts'
import { appendPush } from '#server/engine/append-push.ts'
import type { OwnEvent } from '#server/ports.ts'
import { shippedLadder } from '#shared/domain/lists/ladder.ts'
import { must } from '#shared/lib/assert.ts'
import { ok } from '#shared/lib/result.ts'
import { parseCanonical } from '#shared/sync/canonical-json.ts'
import { readPushPage } from '#shared/sync/push-page.ts'
import { departmentA, office } from '#test/support/case-world.ts'
import { entriesOf, machineBeside, referred } from '#test/support/sync/engine-steps.ts'
import type { TestDevice } from '#test/support/sync/test-device.ts'
import { SyncedCase, joinedOffice, testServer } from '#test/support/sync/test-office.ts'
import type { TestServer } from '#test/support/sync/test-office.ts'

/* Duties of the server, on its engine over a memory log; its clock is moved by hand. */

function runOf(server: TestServer): DutyRun {
  const { engine } = server
  const device = serverDevice(engine.ports)
  const write = async (event: OwnEvent) => {
    const page = must(readPushPage(await ownPush(engine.log, engine.ports, [event])), 'its own page')
    const pushed = await appendPush(engine, { device, now: engine.ports.clock.now(), confirmed: '' }, page)
    return pushed.ok ? ok(must(pushed.value.outcomes[0], 'one commit').outcome) : pushed
  }
  return { engine, timetable: new Map(), rules: null, write }
}

const moveTo = (server: TestServer, world: SyncedCase, text: string): void =>
  server.setNow(Date.parse(world.local(text)))

interface Told {
  readonly type: string
  readonly rung: unknown
  readonly users: unknown
}

/** What a feed shows of duties, in order. */
async function toldIn(server: TestServer, feed: string): Promise<readonly Told[]> {
  const rows = await entriesOf(server, feed)
  return rows.flatMap(({ events }) =>
    events.flatMap(({ envelope, facts }) => {
      const { type, via } = parseCanonical(envelope) as { type: string; via: string }
      const { rung, users } = parseCanonical(facts) as { rung?: number; users?: readonly string[] }
      return via === 'duty' ? [{ type, rung, users }] : []
    }),
  )
}

async function lateCase(): Promise<{ server: TestServer; device: TestDevice; world: SyncedCase }> {
  const server = testServer()
  const device = await joinedOffice(server)
  const world = new SyncedCase()
  referred(world, device)
  await server.push(device, 1)
  return { server, device, world }
}

describe('E-01 duties of the server', () => {
  test('E-01 E-03 a late referral rises though no desktop is open, and every member of the case is told once', async () => {
    const { server, world } = await lateCase()
    const run = runOf(server)
    expect(await runDuties(run)).toBe(0)
    moveTo(server, world, '2026-01-07 11:00')
    expect(await runDuties(run)).toBe(1)
    expect(await runDuties(run)).toBe(0)
    moveTo(server, world, '2026-01-11 15:00')
    expect(await runDuties(run)).toBe(2)
    const told = [
      { type: 'reminder_sent', rung: 1, users: ['ali'] },
      { type: 'escalated', rung: 2, users: ['nadia'] },
      { type: 'escalated', rung: 3, users: ['nadia'] },
    ]
    for (const feed of ['central', `office:${office}`, `department:${departmentA}`])
      expect(await toldIn(server, feed)).toEqual(told)
  })

  test('SYNC-APPEND-9 SYNC-DUTY-2 what a desktop wrote while it was offline is void when the server was first, and the other way about', async () => {
    const { server, device, world } = await lateCase()
    const rung = { referral: world.referralId, automatic: true, recipients: 1, users: ['ali'] }
    const onDesktop = (type: string, facts: object) =>
      device.write([
        {
          stream: world.stream,
          type,
          facts,
          private: type === 'escalated' ? null : { text: '' },
          actor: 'duty',
          via: 'duty',
          at: world.local('2026-01-07 15:00'),
        },
      ])
    onDesktop('reminder_sent', { ...rung, rung: 1 })
    expect(await server.push(device, device.commits.length - 1)).toMatchObject([{ outcome: { kind: 'accepted' } }])
    moveTo(server, world, '2026-01-07 15:00')
    expect(await runDuties(runOf(server))).toBe(1)
    onDesktop('escalated', { ...rung, rung: 2 })
    expect(await server.push(device, device.commits.length - 1)).toMatchObject([{ outcome: { kind: 'void' } }])
    expect((await toldIn(server, 'central')).map((told) => told.rung)).toEqual([1, 2])
  })

  test('E-03 R-08 an office’s own ladder is followed; a strictly confidential case rises too, in its own feed', async () => {
    const { server, device, world } = await lateCase()
    const last = must(shippedLadder.rungs.at(-1), 'the shipped ladder has rungs')
    const ladder = { rungs: [{ ...last, moment: { kind: 'due', workingDays: 1 } }] }
    device.write([{ stream: `ladder:${office}`, type: 'ladder.set', facts: { office, ladder }, actor: 'nadia' }])
    world.on(device, 'set_confidentiality', {
      input: { level: 'strict', users: ['salma', 'nadia'] as never, note: '' },
      user: 'nadia',
    })
    const answers = await server.push(device, device.commits.length - 2)
    expect(answers.map(({ outcome }) => outcome.kind)).toEqual(['accepted', 'accepted'])
    moveTo(server, world, '2026-01-08 15:00')
    expect(await runDuties(runOf(server))).toBe(1)
    expect(await toldIn(server, `case:${world.id}`)).toEqual([{ type: 'escalated', rung: 5, users: ['nadia'] }])
    expect(await toldIn(server, 'central')).toEqual([])
  })

  test('B-10 E-01 a case that cannot be written is told of at every turn, and the others have their duties; where none can be, the turn ends', async () => {
    const server = testServer()
    const device = await joinedOffice(server)
    const worlds = Array.from({ length: 3 }, () => new SyncedCase())
    for (const world of worlds) referred(world, device)
    await server.push(device, 1)
    const run = runOf(server)
    const [bad] = worlds.map(({ stream }) => stream).toSorted()
    const failing: DutyRun = {
      ...run,
      write: (event) => (event.stream === bad ? Promise.reject(new Error('cannot be written')) : run.write(event)),
    }
    moveTo(server, must(worlds[0], 'a case'), '2026-01-11 15:00')
    expect(await runDuties(failing)).toBe(6)
    expect(await runDuties(failing)).toBe(0)
    // It was not forgotten: mended, it is told too.
    expect(await runDuties({ ...failing, write: run.write })).toBe(3)
    const broken: DutyRun = { ...runOf(server), write: () => Promise.reject(new Error('no store')) }
    for (let more = 0; more < 25; more += 1) referred(new SyncedCase(), device)
    await server.push(device, worlds.length * 4 + 1)
    moveTo(server, must(worlds[0], 'a case'), '2026-03-01 09:00')
    await expect(runDuties(broken)).rejects.toThrow('no store')
  })

  test('E-04 nothing rises on the server once the department has answered', async () => {
    const { server, device, world } = await lateCase()
    const liaison = machineBeside(device, 'department-machine', departmentA)
    world.on(liaison, 'reply_to_referral', {
      input: { referral: world.referralId, text: 'صدرت', files: [] } as never,
      user: 'ali',
    })
    expect(await server.push(liaison)).toMatchObject([{ outcome: { kind: 'accepted' } }])
    moveTo(server, world, '2026-03-01 09:00')
    expect(await runDuties(runOf(server))).toBe(0)
  })
})
