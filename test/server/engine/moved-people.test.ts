import { expect, test } from 'vitest'
import { centralUnit, office, otherOffice } from '#test/support/case-world.ts'
import { heldIn } from '#test/support/sync/feed-contents.ts'
import { testServer } from '#test/support/sync/test-office.ts'
import type { TestServer } from '#test/support/sync/test-office.ts'
import { accepted, moveTo, twoOffices } from '#test/support/sync/two-offices.ts'

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
