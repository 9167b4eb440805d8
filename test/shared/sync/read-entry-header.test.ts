import fc from 'fast-check'
import { expect, it } from 'vitest'
import { EntryHeader } from '#shared/sync/feed-entry.ts'
import { readEntryHeader } from '#shared/sync/read-entry-header.ts'
import { runs } from '#test/support/effort.ts'

const id = '01890000-0000-7000-8000-000000000001'
const event = {
  id,
  stream: `case:${id}`,
  position: 1,
  content: 'a'.repeat(64),
  device: 'device-1',
  epoch: 1,
  sequence: 7,
}
const commit = {
  kind: 'commit',
  commit: id,
  verdict: 'accepted',
  facts: [] as readonly string[],
  at: '2026-01-04T07:00:00.000Z',
  doubtful: false,
  events: [event, { ...event, stream: 'list:central/channels', position: 2 }],
}

const wrong = fc.constantFrom<unknown>(
  '',
  'x',
  0,
  -1,
  1.5,
  null,
  undefined,
  [],
  {},
  ['due'],
  'earlier',
  'withdrawn',
  id,
)

it('SYNC-FEED-2 a header read by hand is exactly what its schema takes', () => {
  const damaged = fc.record({
    of: fc.constantFrom('header', 'event'),
    member: fc.constantFrom(...Object.keys(commit), ...Object.keys(event), 'more'),
    value: wrong,
    isRemoved: fc.boolean(),
  })
  fc.assert(
    fc.property(damaged, ({ of, member, value, isRemoved }) => {
      const damage = (whole: object): object => {
        const { [member]: _gone, ...rest } = whole as Record<string, unknown>
        return isRemoved ? rest : { ...rest, [member]: value }
      }
      const header = of === 'header' ? damage(commit) : { ...commit, events: [event, damage(event)] }
      expect(readEntryHeader(header)).toEqual(EntryHeader.safeParse(header).data ?? null)
    }),
    runs(500),
  )
  for (const header of [commit, { ...commit, kind: 'earlier', facts: ['due'], verdict: 'conflict' }])
    expect(readEntryHeader(header)).toEqual(EntryHeader.parse(header))
  const withdrawn = { kind: 'withdrawn', stream: `case:${id}`, at: commit.at }
  expect([readEntryHeader(withdrawn), readEntryHeader(null), readEntryHeader([])]).toEqual([withdrawn, null, null])
})
