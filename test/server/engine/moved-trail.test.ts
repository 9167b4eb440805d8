import { expect, test } from 'vitest'
import { centralUnit, office, otherOffice, shippedStaff } from '#test/support/case-world.ts'
import type { InputOf } from '#test/support/case-world.ts'
import { entriesOf } from '#test/support/sync/engine-steps.ts'
import { testServer } from '#test/support/sync/test-office.ts'
import type { TestServer } from '#test/support/sync/test-office.ts'
import { accepted, moveTo, twoOffices } from '#test/support/sync/two-offices.ts'
import { unitEvent } from '#test/support/sync/unit-event.ts'

/** What a unit is told of cases that it lost, in order. */
async function toldIn(server: TestServer, feed: string) {
  const headers = (await entriesOf(server, feed)).map(({ header }) => header)
  return headers.flatMap((header) => (header.kind === 'moved' ? [header] : []))
}

const unitsIn = async (server: TestServer, feed: string) =>
  (await toldIn(server, feed)).map(({ trail }) => trail?.unit ?? null)

const ofOffice = `office:${office}`
const ofOther = `office:${otherOffice}`

test('G-07 SYNC-FEED-11 an office that lost a case by a move is told where it is, each time it goes on, and nothing else of it', async () => {
  const server = testServer()
  const { device, central, world } = await twoOffices(server)
  const { reference, registeredAt } = world.case
  moveTo(world, device, centralUnit)
  await accepted(server, device)
  const [first] = await toldIn(server, ofOffice)
  expect(first).toEqual({
    kind: 'moved',
    stream: world.stream,
    trail: {
      reference,
      registeredAt,
      movedAt: world.case.moves[0]?.at,
      unit: centralUnit,
      name: { ar: centralUnit, en: centralUnit },
    },
    at: first?.at,
  })
  moveTo(world, central, otherOffice)
  await accepted(server, central)
  expect(await unitsIn(server, ofOffice)).toEqual([centralUnit, otherOffice])
  // Whoever holds it, or never did, is told nothing.
  expect([await unitsIn(server, 'central'), await unitsIn(server, ofOther)]).toEqual([[], []])
})

test('G-07 SYNC-FEED-11 where the case comes back the trail goes, and whoever lost it now has one; what is done on it says nothing more', async () => {
  const server = testServer()
  const { device, central, world } = await twoOffices(server)
  moveTo(world, device, centralUnit)
  await accepted(server, device)
  moveTo(world, central, otherOffice)
  await accepted(server, central)
  world.on(central, 'add_note', { input: { text: 'للعلم' }, user: 'salma' })
  await accepted(server, central)
  moveTo(world, central, centralUnit)
  await accepted(server, central)
  moveTo(world, central, office)
  await accepted(server, central)
  expect(await unitsIn(server, ofOffice)).toEqual([centralUnit, otherOffice, centralUnit, null])
  expect(await unitsIn(server, ofOther)).toEqual([centralUnit, office])
})

test('R-08 G-05 SYNC-FEED-11 of a case that becomes strict nobody is told any more, nor a unit of whose employee it is', async () => {
  const server = testServer()
  const { device, central, world } = await twoOffices(server)
  moveTo(world, device, centralUnit)
  await accepted(server, device)
  const level = (to: string) =>
    world.on(central, 'set_confidentiality', {
      input: { level: to, users: to === 'strict' ? ['salma'] : [], note: 'بطلبه' } as InputOf<'set_confidentiality'>,
      user: 'salma',
    })
  level('strict')
  await accepted(server, central)
  level('normal')
  await accepted(server, central)
  expect(await unitsIn(server, ofOffice)).toEqual([centralUnit, null, centralUnit])
  const employees = [{ name: 'موظف', unit: office, staffId: '77' }]
  world.on(central, 'set_complained_about', {
    input: { employees, note: 'كما ورد' } as unknown as InputOf<'set_complained_about'>,
    user: 'salma',
  })
  await accepted(server, central)
  expect(await unitsIn(server, ofOffice)).toEqual([centralUnit, null, centralUnit, null])
})

test('G-07 SYNC-FEED-11 a unit that comes to stand above where the case is holds it, and is told where it went when it no longer does', async () => {
  const server = testServer()
  const { device, central, world } = await twoOffices(server)
  moveTo(world, device, centralUnit)
  await accepted(server, device)
  moveTo(world, central, otherOffice)
  await accepted(server, central)
  const place = async (under: string) => {
    central.write([unitEvent(otherOffice, 'office', under)])
    await accepted(server, central)
  }
  await place(office)
  await place(centralUnit)
  expect(await unitsIn(server, ofOffice)).toEqual([centralUnit, otherOffice, null, otherOffice])
})

test('G-07 SYNC-FEED-12 whom the new audience has no record of it is told the name of, before what he did, and nobody who knows him is', async () => {
  const server = testServer()
  const { device, central, world } = await twoOffices(server)
  moveTo(world, device, centralUnit)
  await accepted(server, device)
  moveTo(world, central, otherOffice)
  await accepted(server, central)
  const namesIn = async (feed: string) =>
    (await entriesOf(server, feed)).flatMap(({ header }) => (header.kind === 'names' ? [header] : []))
  const [told, ...others] = await namesIn(ofOther)
  expect(others).toEqual([])
  const called = (id: string) => ({ id, name: { ar: id, en: id } })
  expect(told?.users).toEqual([called('rana'), called('salma')])
  expect(told?.units).toEqual([called(office)])
  const kinds = (await entriesOf(server, ofOther)).map(({ header }) => header.kind)
  expect(kinds.indexOf('names')).toBeLessThan(kinds.indexOf('earlier'))
  expect([await namesIn('central'), await namesIn(ofOffice)]).toEqual([[], []])
})

test('R-08 SYNC-FEED-12 whoever is named for a strict case that was moved is told the names of those who had it', async () => {
  const server = testServer()
  const { device, world } = await twoOffices(server)
  Object.assign(world, { staff: { ...shippedStaff, zaid: { unit: centralUnit, groups: ['team_head'] } } })
  const input = {
    level: 'strict',
    users: ['salma', 'zaid'],
    note: 'بطلبه',
  } as unknown as InputOf<'set_confidentiality'>
  world.on(device, 'set_confidentiality', { input, user: 'salma' })
  moveTo(world, device, centralUnit)
  await accepted(server, device, device.commits.length - 2)
  const headers = (await entriesOf(server, world.stream)).map(({ header }) => header)
  const told = headers.flatMap((header) => (header.kind === 'names' ? [header] : []))
  expect(told.flatMap(({ users }) => users.map(({ id }) => id))).toEqual(['rana', 'salma'])
  expect(told.flatMap(({ units }) => units.map(({ id }) => id))).toEqual([office, centralUnit])
})
