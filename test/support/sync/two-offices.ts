import { expect } from 'vitest'
import { centralUnit, otherOffice, registration } from '#test/support/case-world.ts'
import { machineBeside } from './engine-steps.ts'
import { SyncedCase, joinedOffice } from './test-office.ts'
import type { TestServer } from './test-office.ts'
import { nextUuid } from './test-device.ts'
import type { TestDevice } from './test-device.ts'
import { unitEvent } from './unit-event.ts'

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
export async function twoOffices(server: TestServer) {
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

export async function accepted(
  server: TestServer,
  device: TestDevice,
  from = device.commits.length - 1,
): Promise<void> {
  const kinds = (await server.push(device, from)).map(({ outcome }) => outcome)
  expect(kinds).toEqual(kinds.map(() => expect.objectContaining({ kind: 'accepted' })))
}

export const moveTo = (world: SyncedCase, device: TestDevice, to: string): string =>
  world.on(device, 'move_to_unit', { input: { unit: to as never, note: 'للاختصاص' }, user: 'salma' })
