import { expect, test } from 'vitest'
import { centralUnit, departmentA, office } from '#test/support/case-world.ts'
import { entriesOf, machineBeside, referred, typesIn } from '#test/support/sync/engine-steps.ts'
import { SyncedCase, joinedOffice, testServer } from '#test/support/sync/test-office.ts'

const note = 'من اختصاص المستوى الأعلى'

test('G-07 SYNC-FEED-5 a case moved up leaves its office’s machines, stays with its department, and goes on above', async () => {
  const server = testServer()
  const device = await joinedOffice(server)
  const central = machineBeside(device, 'central-machine', centralUnit)
  central.write([
    {
      stream: `unit:${centralUnit}`,
      type: 'unit.set',
      facts: {
        id: centralUnit,
        kind: 'central',
        code: 'HQ',
        name: { ar: 'المركز', en: 'Central' },
        parent: null,
        active: true,
        serves: [],
        contact: { phone: '', email: '', liaison: '' },
      },
      actor: 'nadia',
    },
  ])
  expect(await server.push(central)).toMatchObject([{ outcome: { kind: 'accepted' } }])
  const world = new SyncedCase()
  referred(world, device)
  world.on(device, 'move_to_unit', { input: { unit: centralUnit, note }, user: 'salma' })
  const answers = await server.push(device, 1)
  expect(answers.map(({ outcome }) => outcome.kind)).toEqual(answers.map(() => 'accepted'))
  const ofOffice = await entriesOf(server, `office:${office}`)
  expect(ofOffice.at(-2)?.header).toMatchObject({ kind: 'withdrawn', stream: world.stream })
  expect(typesIn(await entriesOf(server, 'central'))).toContain('moved_to_unit')
  expect(typesIn(await entriesOf(server, `department:${departmentA}`)).at(-1)).toBe('moved_to_unit')
  // What the office writes on it now is not its own any more.
  device.write([{ stream: world.stream, type: 'note_added', facts: {}, private: { text: 'متأخر' }, actor: 'salma' }])
  expect(await server.push(device, device.commits.length - 1)).toMatchObject([{ outcome: { kind: 'refused' } }])
})
