import { expect, test } from 'vitest'
import { office, otherOffice } from '#test/support/case-world.ts'
import { heldIn } from '#test/support/sync/feed-contents.ts'
import { testServer } from '#test/support/sync/test-office.ts'
import { accepted, twoOffices } from '#test/support/sync/two-offices.ts'
import { unitEvent } from '#test/support/sync/unit-event.ts'

test('G-05 a log that an earlier program wrote: the unit that the complaint is about loses the complainant too, at the latest with the next event of the case', async () => {
  const server = testServer()
  const { device, central, world, person } = await twoOffices(server)
  central.write([unitEvent(office, 'office', otherOffice)])
  await accepted(server, central)
  const above = `office:${otherOffice}`
  const input = { employees: [{ name: 'موظف', unit: otherOffice, staffId: '77' }], note: 'كما ورد' }
  world.on(device, 'set_complained_about', { input: input as never, user: 'salma' })
  await accepted(server, device)
  // As the program before this one left it: no such note, and the unit above holds him.
  await server.log.write(async (log) => {
    const [row] = await log.lockStreams([person])
    if (row === undefined) throw new Error('no row')
    await log.setStreams([
      {
        ...row,
        notes: row.notes.filter((note) => !note.startsWith('not:')),
        feeds: [...row.feeds, above as never].toSorted(),
      },
    ])
  })
  world.on(device, 'add_note', { input: { text: 'ملاحظة' } as never, user: 'salma' })
  await accepted(server, device)
  const [row] = await server.log.read((log) => log.readStreams([person]))
  expect(row?.feeds).not.toContain(above)
  expect((await heldIn(server.log, above)).has(person)).toBe(false)
})
