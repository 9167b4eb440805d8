import { expect, test } from 'vitest'
import { office, otherOffice, centralUnit } from '#test/support/case-world.ts'
import { machineBeside } from '#test/support/sync/engine-steps.ts'
import { heldIn } from '#test/support/sync/feed-contents.ts'
import { testServer } from '#test/support/sync/test-office.ts'
import { accepted, twoOffices } from '#test/support/sync/two-offices.ts'
import { unitEvent } from '#test/support/sync/unit-event.ts'

const recorded = (stream: string, given: string) => ({
  stream,
  type: 'person.recorded',
  facts: { kind: 'individual', complainantKind: 'citizen', language: 'ar' },
  private: {
    details: {
      kind: 'individual',
      name: { given, father: '', family: 'x' },
      complainantKind: 'citizen',
      language: 'ar',
    },
  },
  actor: 'rana',
})

async function excludedAbove() {
  const server = testServer()
  const made = await twoOffices(server)
  const { device, central, world } = made
  central.write([unitEvent(office, 'office', otherOffice)])
  await accepted(server, central)
  const input = { employees: [{ name: 'موظف', unit: otherOffice, staffId: '77' }], note: 'كما ورد' }
  world.on(device, 'set_complained_about', { input: input as never, user: 'salma' })
  await accepted(server, device)
  const machine = machineBeside(device, 'above-machine', otherOffice)
  return { ...made, server, machine }
}

const holds = async (server: ReturnType<typeof testServer>, stream: string) =>
  (await heldIn(server.log, `office:${otherOffice}`)).has(stream)

test('G-05 a unit above that the complaint is about writes nothing to the complainant', async () => {
  const { server, machine, person } = await excludedAbove()
  machine.write([recorded(person, 'مزور')])
  const answers = await server.push(machine, 0)
  expect(answers.map(({ outcome }) => outcome.kind)).toEqual(['refused'])
})

test('G-05 a unit above that the complaint is about has nobody forgotten', async () => {
  const { server, machine, person } = await excludedAbove()
  machine.write([
    { stream: person, type: 'person.forgotten', facts: { reason: 'x' }, actor: 'nobody', via: 'import' } as never,
  ])
  const answers = await server.push(machine, 0)
  expect(answers.map(({ outcome }) => outcome.kind)).toEqual(['refused'])
})

test('G-05 a unit that stands above only later gets neither', async () => {
  const server = testServer()
  const { device, central, world, person } = await twoOffices(server)
  const input = { employees: [{ name: 'موظف', unit: otherOffice, staffId: '77' }], note: 'كما ورد' }
  world.on(device, 'set_complained_about', { input: input as never, user: 'salma' })
  await accepted(server, device)
  central.write([unitEvent(office, 'office', otherOffice)])
  await accepted(server, central)
  expect([await holds(server, world.stream), await holds(server, person)]).toEqual([false, false])
  // and back and again
  central.write([unitEvent(office, 'office', centralUnit)])
  await accepted(server, central)
  central.write([unitEvent(office, 'office', otherOffice)])
  await accepted(server, central)
  expect([await holds(server, world.stream), await holds(server, person)]).toEqual([false, false])
})

test('G-05 the record of a complainant is not written into the feed of the unit again by a correction of it', async () => {
  const { server, device, person } = await excludedAbove()
  device.write([recorded(person, 'ليلى الجديدة')])
  await accepted(server, device)
  expect(await holds(server, person)).toBe(false)
})

test('G-05 two complaints, one about two units above', async () => {
  const { server, device, world, person } = await excludedAbove()
  const input = {
    employees: [
      { name: 'موظف', unit: otherOffice, staffId: '77' },
      { name: 'ثان', unit: otherOffice, staffId: '78' },
      { name: 'ث', unit: office, staffId: '9' },
    ],
    note: 'كما ورد',
  }
  world.on(device, 'set_complained_about', { input: input as never, user: 'salma' })
  await accepted(server, device)
  expect([await holds(server, world.stream), await holds(server, person)]).toEqual([false, false])
})
