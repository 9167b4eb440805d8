import { describe, expect, test } from 'vitest'
import { departmentA, office } from '#test/support/case-world.ts'
import { entriesOf, machineBeside, referred, typesIn } from '#test/support/sync/engine-steps.ts'
import { unitEvent } from '#test/support/sync/unit-event.ts'
import { heldIn } from '#test/support/sync/feed-contents.ts'
import type { TestDevice } from '#test/support/sync/test-device.ts'
import { SyncedCase, joinedOffice, testServer } from '#test/support/sync/test-office.ts'
import type { TestServer } from '#test/support/sync/test-office.ts'

/** The server's own machine says where units stand. */
async function placed(server: TestServer, machine: TestDevice, ...units: readonly ReturnType<typeof unitEvent>[]) {
  machine.write(units)
  const [answer] = await server.push(machine, machine.commits.length - 1)
  expect(answer?.outcome.kind).toBe('accepted')
}

const recorded = (person: string) => ({
  stream: `person:${person}`,
  type: 'person.recorded',
  facts: { kind: 'individual', complainantKind: 'citizen', language: 'ar' },
  private: { details: { kind: 'individual', name: { given: 'سعاد' }, complainantKind: 'citizen', language: 'ar' } },
  actor: 'rana',
})

describe('a unit that moves in the tree', () => {
  test('SYNC-FEED-4 SYNC-FEED-5 G-07 a new unit above gets the office’s cases and people from the first event; who stood above ceases to', async () => {
    const server = testServer()
    const device = await joinedOffice(server)
    const hq = machineBeside(device, 'server', 'central')
    await placed(server, hq, unitEvent('central', 'central', null), unitEvent('region', 'office', 'central'))
    const world = new SyncedCase()
    referred(world, device)
    const person = `0190a000-0000-7000-8000-000000000009`
    device.write([recorded(person)])
    await server.push(device, 1)
    expect((await heldIn(server.log, 'office:region')).has(world.stream)).toBe(false)
    await placed(server, hq, unitEvent(office, 'office', 'region'))
    const gained = await heldIn(server.log, 'office:region')
    expect([...(gained.get(world.stream)?.keys() ?? [])]).toEqual(world.events.map(({ id }) => id))
    expect(gained.get(`person:${person}`)?.size).toBe(1)
    expect((await heldIn(server.log, `department:${departmentA}`)).get(world.stream)?.size).toBeGreaterThan(0)
    world.on(device, 'add_note', { input: { text: 'بعد' }, user: 'salma' })
    await server.push(device, device.commits.length - 1)
    expect(typesIn(await entriesOf(server, 'office:region'))).toContain('note_added')
    await placed(server, hq, unitEvent(office, 'office', 'central'))
    const left = await heldIn(server.log, 'office:region')
    expect([left.has(world.stream), left.has(`person:${person}`)]).toEqual([false, false])
    expect((await heldIn(server.log, 'central')).get(world.stream)?.size).toBe(world.events.length)
  })

  test('SYNC-FEED-4 G-03 a department that is added gets its office’s reference data, also those of the same push', async () => {
    const server = testServer()
    const device = await joinedOffice(server)
    const added = 'dept-new'
    const priorities = {
      stream: `priorities:${office}`,
      type: 'priorities.set',
      facts: { office, matrix: {} },
      actor: 'nadia',
    }
    const parts = unitEvent(added, 'department', office)
    device.write([priorities])
    device.write([parts])
    const answers = await server.push(device, 1)
    expect(answers.map(({ outcome }) => outcome.kind)).toEqual(['accepted', 'accepted'])
    const held = await heldIn(server.log, `department:${added}`)
    expect([...held.keys()]).toEqual(
      expect.arrayContaining([`priorities:${office}`, `settings:${office}`, 'user:rana', `unit:${added}`]),
    )
  })
})
