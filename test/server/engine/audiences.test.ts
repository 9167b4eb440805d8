import { expect, test } from 'vitest'
import { centralUnit, departmentA, office } from '#test/support/case-world.ts'
import { entriesOf, machineBeside, referred, registration } from '#test/support/sync/engine-steps.ts'
import { unitEvent } from '#test/support/sync/unit-event.ts'
import { heldIn } from '#test/support/sync/feed-contents.ts'
import type { TestDevice } from '#test/support/sync/test-device.ts'
import { SyncedCase, joinedOffice, testServer } from '#test/support/sync/test-office.ts'

const audit = (device: TestDevice) => ({
  stream: `audit:${device.id}`,
  type: 'session.opened',
  facts: { user: 'rana' },
  actor: 'rana',
})

test('P-04 N-05 what a machine audits is its office’s and those above it; no department hears who signed in there', async () => {
  const server = testServer()
  const device = await joinedOffice(server)
  referred(new SyncedCase(), device)
  device.write([audit(device)])
  const answers = await server.push(device, 1)
  expect(answers.at(-1)?.outcome).toMatchObject({ kind: 'accepted' })
  const holds = async (feed: string): Promise<boolean> => (await heldIn(server.log, feed)).has(`audit:${device.id}`)
  expect([await holds(`office:${office}`), await holds('central'), await holds(`department:${departmentA}`)]).toEqual([
    true,
    true,
    false,
  ])
})

test('F-02 SYNC-FEED-4 a referral stands in its department’s feed by itself, behind all that it may know of the case before', async () => {
  const server = testServer()
  const device = await joinedOffice(server)
  const world = new SyncedCase()
  registration(world, device)
  await server.push(device, 1)
  const before = device.commits.length
  const later = new SyncedCase()
  referred(later, device)
  await server.push(device, before)
  const entries = await entriesOf(server, `department:${departmentA}`)
  const ofCase = entries.filter(
    ({ header }) => 'events' in header && header.events.some(({ stream }) => stream === later.stream),
  )
  const kinds = ofCase.map(({ header }) => header.kind)
  expect(kinds.lastIndexOf('earlier')).toBeLessThan(kinds.indexOf('commit'))
  expect(kinds).toContain('earlier')
  expect(
    entries.some(({ header }) => 'events' in header && header.events.some(({ stream }) => stream === world.stream)),
  ).toBe(false)
})

test('SYNC-FEED-4 G-07 a unit that moves takes what its machines audited under the unit above it', async () => {
  const server = testServer()
  const device = await joinedOffice(server)
  const hq = machineBeside(device, 'server', 'central')
  hq.write([unitEvent(centralUnit, 'central', null), unitEvent('region', 'office', centralUnit)])
  await server.push(hq, 0)
  device.write([audit(device)])
  await server.push(device, 1)
  const holds = async (): Promise<boolean> => (await heldIn(server.log, 'office:region')).has(`audit:${device.id}`)
  expect(await holds()).toBe(false)
  hq.write([unitEvent(office, 'office', 'region')])
  expect((await server.push(hq, 1))[0]?.outcome).toMatchObject({ kind: 'accepted' })
  expect(await holds()).toBe(true)
})
