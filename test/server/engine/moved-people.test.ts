import { expect, test } from 'vitest'
import { centralUnit, office, otherOffice, registration } from '#test/support/case-world.ts'
import { machineBeside } from '#test/support/sync/engine-steps.ts'
import { unitEvent } from '#test/support/sync/unit-event.ts'
import { heldIn } from '#test/support/sync/feed-contents.ts'
import { nextUuid } from '#test/support/sync/test-device.ts'
import type { TestDevice } from '#test/support/sync/test-device.ts'
import { SyncedCase, joinedOffice, testServer } from '#test/support/sync/test-office.ts'
import type { TestServer } from '#test/support/sync/test-office.ts'

const recorded = (person: string, given: string, actor: string) => ({
  stream: `person:${person}`,
  type: 'person.recorded',
  facts: { kind: 'individual', complainantKind: 'citizen', language: 'ar' },
  private: {
    details: {
      kind: 'individual',
      name: { given, father: '', family: 'الشمري' },
      complainantKind: 'citizen',
      language: 'ar',
    },
  },
  actor,
})

/** A second office under the central unit, and a case of a known person at the first. */
async function twoOffices(server: TestServer) {
  const device = await joinedOffice(server)
  const central = machineBeside(device, 'central-machine', centralUnit)
  central.write([unitEvent(centralUnit, 'central', null), unitEvent(otherOffice, 'office', centralUnit)])
  await accepted(server, central, 0)
  const person = nextUuid()
  device.write([recorded(person, 'ليلى', 'rana')])
  const world = new SyncedCase()
  const form = registration({ receivedAt: world.now })
  const input = { ...form, complainant: { ...form.complainant, person } }
  world.on(device, 'register', { input, user: 'rana' })
  await accepted(server, device, 1)
  return { device, central, world, person: `person:${person}` }
}

async function accepted(server: TestServer, device: TestDevice, from = device.commits.length - 1): Promise<void> {
  const kinds = (await server.push(device, from)).map(({ outcome }) => outcome)
  expect(kinds).toEqual(kinds.map(() => expect.objectContaining({ kind: 'accepted' })))
}

const moveTo = (world: SyncedCase, device: TestDevice, to: string): string =>
  world.on(device, 'move_to_unit', { input: { unit: to as never, note: 'للاختصاص' }, user: 'salma' })

const namesIn = async ({ log }: TestServer, feed: string, person: string): Promise<string> =>
  [...((await heldIn(log, feed)).get(person)?.values() ?? [])]
    .map((event) =>
      JSON.stringify(event, (_, part: unknown) => (part instanceof Uint8Array ? Buffer.from(part).toString() : part)),
    )
    .join()

test('G-07 SYNC-FEED-10 a case that goes to another office takes its complainant along, and he leaves with it', async () => {
  const server = testServer()
  const { device, central, world, person } = await twoOffices(server)
  const there = `office:${otherOffice}`
  moveTo(world, device, centralUnit)
  await accepted(server, device)
  expect(await namesIn(server, there, person)).toBe('')
  moveTo(world, central, otherOffice)
  await accepted(server, central)
  expect((await heldIn(server.log, there)).has(world.stream)).toBe(true)
  expect(await namesIn(server, there, person)).toContain('ليلى')
  moveTo(world, central, centralUnit)
  await accepted(server, central)
  const left = await heldIn(server.log, there)
  expect([left.has(world.stream), left.has(person)]).toEqual([false, false])
  // His own office keeps his record.
  expect(await namesIn(server, `office:${office}`, person)).toContain('ليلى')
})
