import { expect, test } from 'vitest'
import { centralUnit, office, otherOffice, registration } from '#test/support/case-world.ts'
import { machineBeside } from '#test/support/sync/engine-steps.ts'
import { heldIn } from '#test/support/sync/feed-contents.ts'
import { SyncedCase, testServer } from '#test/support/sync/test-office.ts'
import type { TestEvent } from '#test/support/sync/test-device.ts'
import type { TestServer } from '#test/support/sync/test-office.ts'
import { accepted, moveTo, twoOffices } from '#test/support/sync/two-offices.ts'
import { unitEvent } from '#test/support/sync/unit-event.ts'

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

/** The first office's case goes to the second by the central unit, and the second registers another of the same complainant. */
async function secondCase(server: TestServer) {
  const made = await twoOffices(server)
  const foreign = machineBeside(made.device, 'foreign-machine', otherOffice)
  moveTo(made.world, made.device, centralUnit)
  await accepted(server, made.device)
  moveTo(made.world, made.central, otherOffice)
  await accepted(server, made.central)
  const own = registeredThere(made.person)
  foreign.write(own.written(0, 'rana').map(asPast))
  await accepted(server, foreign, 0)
  return { ...made, foreign, own }
}

function registeredThere(person: string): SyncedCase {
  const world = new SyncedCase()
  const form = registration({ receivedAt: world.now })
  world.register({ complainant: { ...form.complainant, person: person.slice('person:'.length) } } as never, 'rana')
  return world
}

/** As a past case of the second office's, which its machine brings along. */
function asPast(event: TestEvent): TestEvent {
  const facts = { ...event.facts, ...(event.type === 'registered' && { office: otherOffice, source: 'import' }) }
  return { ...event, via: 'import', facts }
}

test('SYNC-FEED-10 G-07 who has a case of his own keeps its complainant when the case that brought him moves on, and names him again', async () => {
  const server = testServer()
  const { central, world, person, foreign, own } = await secondCase(server)
  moveTo(world, central, centralUnit)
  await accepted(server, central)
  const left = await heldIn(server.log, `office:${otherOffice}`)
  expect([left.has(world.stream), left.has(own.stream), left.has(person)]).toEqual([false, true, true])
  foreign.write(registeredThere(person).written(0, 'rana').map(asPast))
  await accepted(server, foreign)
})

test('SYNC-FEED-10 R-08 he leaves once the case that keeps him there is strictly confidential', async () => {
  const server = testServer()
  const { central, world, person, own } = await secondCase(server)
  moveTo(world, central, centralUnit)
  await accepted(server, central)
  const input = { level: 'strict', users: ['salma'], note: '' } as never
  own.on(central, 'set_confidentiality', { input, user: 'salma' })
  await accepted(server, central)
  const left = await heldIn(server.log, `office:${otherOffice}`)
  expect([left.has(own.stream), left.has(person)]).toEqual([false, false])
})

test('SYNC-FEED-10 with the office whose record he is a case notes nothing more', async () => {
  const server = testServer()
  const { world, person } = await twoOffices(server)
  const id = world.stream.slice('case:'.length)
  const rows = await server.log.read((log) => log.readStreams([person]))
  expect(rows.map(({ notes }) => notes)).toEqual([[`case:${id}`, `owner:${office}`]])
})

test('G-05 SYNC-FEED-5 a unit above of whose employee his only case is holds no complainant, until another case of his stands with it', async () => {
  const server = testServer()
  const { device, central, world, person } = await twoOffices(server)
  central.write([unitEvent(office, 'office', otherOffice)])
  await accepted(server, central)
  const above = `office:${otherOffice}`
  const held = async () => {
    const there = await heldIn(server.log, above)
    return [there.has(world.stream), there.has(person)]
  }
  expect(await held()).toEqual([true, true])
  const input = { employees: [{ name: 'موظف', unit: otherOffice, staffId: '77' }], note: 'كما ورد' }
  world.on(device, 'set_complained_about', { input: input as never, user: 'salma' })
  await accepted(server, device)
  expect(await held()).toEqual([false, false])
  // Who he is stays with his own office and the central unit.
  expect([await namesIn(server, `office:${office}`, person), await namesIn(server, 'central', person)]).toEqual([
    expect.stringContaining('ليلى'),
    expect.stringContaining('ليلى'),
  ])
  const another = registeredThere(person)
  device.write(another.written(0, 'rana'))
  await accepted(server, device)
  expect(await held()).toEqual([false, true])
})
