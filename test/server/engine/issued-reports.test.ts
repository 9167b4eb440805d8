import { expect, test } from 'vitest'
import { namesFile } from '#server/wire/names-file.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import type { FeedName } from '#shared/sync/feed-entry.ts'
import { departmentA, office } from '#test/support/case-world.ts'
import { entriesOf, machineBeside } from '#test/support/sync/engine-steps.ts'
import { joinedOffice, testServer } from '#test/support/sync/test-office.ts'

const stream = `report:${office}`
const file = 'a'.repeat(64)
const hash = 'b'.repeat(64)

const facts = {
  office,
  kind: 'quarterly',
  year: 2026,
  quarter: 1,
  edition: 1,
  reason: null,
  asOf: '2026-04-02T08:00:00.000Z',
  definitions: '1',
  targets: '',
  calendar: '',
  offices: [{ office, lastSync: null }],
  figures: hash,
  files: [{ name: 'figures.json', size: 3, hash }],
}
const opener = { file, size: 3, mediaType: 'application/json', pages: null, name: 'figures.json', key: 'k' }
const issued = {
  stream,
  type: 'report.issued',
  facts,
  private: { attached: [opener] },
  actor: 'nadia',
  at: '2026-04-02T09:00:00.000Z' as Instant,
} as const

test('K-18 N-05 an issued report and its files are the office’s and the central unit’s, and no department’s', async () => {
  const server = testServer()
  const device = await joinedOffice(server)
  device.write([issued])
  expect(await server.push(device, device.commits.length - 1)).toMatchObject([{ outcome: { kind: 'accepted' } }])
  const holds = async (feed: string): Promise<boolean> =>
    (await entriesOf(server, feed)).some(({ events }) =>
      events.some(({ envelope }) => Buffer.from(envelope).includes('report.issued')),
    )
  const feeds = ['central', `office:${office}`, `department:${departmentA}`] as FeedName[]
  expect(await Promise.all(feeds.map(holds))).toEqual([true, true, false])
  const fetches = (feed: FeedName) => namesFile(server.engine, [feed], { address: file, stream })
  expect(await Promise.all(feeds.map(fetches))).toEqual([true, true, false])
})

test('K-18 N-05 a department issues no report of an office', async () => {
  const server = testServer()
  const device = await joinedOffice(server)
  const department = machineBeside(device, '01890000-0000-7000-8000-00000000000d', departmentA)
  department.write([{ ...issued, actor: 'ali' }])
  const refused = { kind: 'refused', reason: { code: 'sync-not-your-unit' } }
  expect(await server.push(department, department.commits.length - 1)).toMatchObject([{ outcome: refused }])
})
