import { describe, expect, test } from 'vitest'
import { centralUnit, departmentA, office, otherOffice, registration } from '#test/support/case-world.ts'
import { machineBeside } from '#test/support/sync/engine-steps.ts'
import { everCarried } from '#test/support/sync/feed-contents.ts'
import type { TestDevice, TestEvent } from '#test/support/sync/test-device.ts'
import { nextUuid } from '#test/support/sync/test-device.ts'
import { SyncedCase, testServer } from '#test/support/sync/test-office.ts'
import type { TestServer } from '#test/support/sync/test-office.ts'
import { accepted, moveTo, twoOffices } from '#test/support/sync/two-offices.ts'
import { unitEvent } from '#test/support/sync/unit-event.ts'

/* Whose record a feed shows follows from the cases that name him: who may name whom (SYNC-APPEND-3). */

const there = `office:${otherOffice}`
const name = 'ليلى'

/** Two offices, a complainant of the first, and a machine of the second. */
async function offices() {
  const server = testServer()
  const made = await twoOffices(server)
  return { server, ...made, foreign: machineBeside(made.device, 'foreign-machine', otherOffice) }
}

/** A case that names a person, as its registration's events. */
function naming(person: string): { readonly world: SyncedCase; readonly events: readonly TestEvent[] } {
  const world = new SyncedCase()
  const form = registration({ receivedAt: world.now })
  world.register({ complainant: { ...form.complainant, person: person.slice('person:'.length) } } as never, 'rana')
  return { world, events: world.written(0, 'rana') }
}

/** The same as a past case of a unit's, which its machine brings along. */
const imported = (events: readonly TestEvent[], unit: string): readonly TestEvent[] =>
  events.map((event) => ({
    ...event,
    via: 'import',
    facts: event.type === 'registered' ? { ...event.facts, office: unit, source: 'import' } : event.facts,
  }))

/** The first office's case goes to the second, by the central unit. */
async function giveAway({
  server,
  device,
  central,
  world,
}: Omit<Awaited<ReturnType<typeof offices>>, 'person' | 'foreign'>) {
  moveTo(world, device, centralUnit)
  await accepted(server, device)
  moveTo(world, central, otherOffice)
  await accepted(server, central)
}

async function answersOf(server: TestServer, device: TestDevice, from = device.commits.length - 1) {
  return (await server.push(device, from)).map(({ outcome }) =>
    outcome.kind === 'held' ? outcome.reason.code : outcome.kind,
  )
}

describe('whom a case may name', () => {
  test('SYNC-APPEND-3 R-08 R-09 a machine that names another office’s complainant in a case that it moves to itself is shown nothing of him', async () => {
    const { server, central, person, foreign } = await offices()
    central.write([unitEvent('sub-office', 'office', otherOffice)])
    await accepted(server, central)
    const { world, events } = naming(person)
    foreign.write(imported(events, 'sub-office'))
    const facts = { from: 'sub-office', to: otherOffice }
    foreign.write([
      { stream: world.stream, type: 'moved_to_unit', facts, private: { text: 'x' }, actor: 'rana', via: 'import' },
    ])
    expect(await answersOf(server, foreign, 0)).toEqual(['sync-person-elsewhere', 'sync-fenced'])
    expect(await everCarried(server.log, there)).not.toContain(name)
  })

  test('SYNC-APPEND-3 R-09 nor is a department to which that case discloses him', async () => {
    const { server, person, foreign, central } = await offices()
    const theirs = `${departmentA}-there`
    central.write([unitEvent(theirs, 'department', otherOffice)])
    await accepted(server, central)
    const { world } = naming(person)
    world.do('accept', {}, 'salma')
    const procedure = { service: null, complexity: 'routine', importance: 'medium', procedure: 'processing' }
    const rest = { importanceReason: '', priority: null, priorityReason: '' }
    world.do('classify', { ...procedure, ...rest } as never, 'salma')
    world.do('refer', { referrals: [{ department: departmentA, text: 'للنظر', files: [] }] } as never, 'salma')
    const until = world.local('2026-03-01 10:00')
    world.do('disclose', { referral: world.referralId, note: 'للمعاينة', until } as never, 'salma')
    const past = imported(world.written(0, 'rana'), otherOffice)
    foreign.write(
      past.map((event) =>
        event.type === 'referred' ? { ...event, facts: { ...event.facts, department: theirs } } : event,
      ),
    )
    expect(await answersOf(server, foreign, 0)).toEqual(['sync-person-elsewhere'])
    expect(await everCarried(server.log, `department:${theirs}`)).not.toContain(name)
  })

  test('SYNC-APPEND-3 R-08 whom strict cases alone name is named by a machine at which a named user has signed in, by no other', async () => {
    const { server, device, world, person } = await offices()
    const input = { level: 'strict', users: ['salma'], note: '' } as never
    world.on(device, 'set_confidentiality', { input, user: 'salma' })
    await accepted(server, device)
    const before = (await everCarried(server.log, `office:${office}`)).split(name).length
    const desk = machineBeside(device, 'front-desk', office)
    desk.users = ['omar']
    desk.write(naming(person).events)
    expect(await answersOf(server, desk)).toEqual(['sync-person-elsewhere'])
    expect((await everCarried(server.log, `office:${office}`)).split(name)).toHaveLength(before)
    device.users = ['salma']
    device.write(naming(person).events)
    expect(await answersOf(server, device)).toEqual(['accepted'])
  })

  test('SYNC-APPEND-3 his own office, the units above it and whoever has a case of his name him; and anybody whom the server does not know', async () => {
    const { server, device, central, world, person, foreign } = await offices()
    const beside = machineBeside(device, 'beside', office)
    beside.write(naming(person).events)
    expect(await answersOf(server, beside)).toEqual(['accepted'])
    central.write(imported(naming(person).events, otherOffice))
    expect(await answersOf(server, central)).toEqual(['accepted'])
    foreign.write(imported(naming(`person:${nextUuid()}`).events, otherOffice))
    expect(await answersOf(server, foreign)).toEqual(['accepted'])
    await giveAway({ server, device, central, world })
    foreign.write(imported(naming(person).events, otherOffice))
    expect(await answersOf(server, foreign)).toEqual(['accepted'])
  })

  test('SYNC-APPEND-3 G-07 S12 what names somebody too early is kept, and taken with the machine’s next push once a case of his has come there', async () => {
    const { server, device, central, world, person, foreign } = await offices()
    foreign.write(imported(naming(person).events, otherOffice))
    expect(await answersOf(server, foreign)).toEqual(['sync-person-elsewhere'])
    foreign.write(imported(naming(`person:${nextUuid()}`).events, otherOffice))
    await server.push(foreign)
    await giveAway({ server, device, central, world })
    foreign.write(imported(naming(`person:${nextUuid()}`).events, otherOffice))
    expect(await answersOf(server, foreign, 0)).toEqual(['accepted', 'accepted', 'accepted'])
    expect(await everCarried(server.log, there)).toContain(name)
  })
})
