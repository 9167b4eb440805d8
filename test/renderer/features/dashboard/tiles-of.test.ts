import { expect, test } from 'vitest'
import { tilesOf } from '#renderer/features/dashboard/tiles-of.ts'
import { QueueName } from '#shared/contract/desktop/cases.ts'

const counts = (changed: Partial<Record<QueueName, number>> = {}) =>
  ({ ...Object.fromEntries(QueueName.options.map((name, place) => [name, place])), ...changed }) as Record<
    QueueName,
    number
  >

test('UI-3 the dashboard shows an office its own queues and a department the ones of its referrals, each with its own count', () => {
  const office = tilesOf(counts(), { kind: 'office' })
  const department = tilesOf(counts(), { kind: 'department' })
  expect(office.map(({ name, count }) => [name, count])).toEqual(
    [...QueueName.options.entries()]
      .filter(([, name]) => name !== 'all' && !name.startsWith('ref_'))
      .map(([place, name]) => [name, place]),
  )
  expect(department.every(({ name, count }) => name.startsWith('ref_') && count === counts()[name])).toBe(true)
  expect(office.length + department.length).toBe(QueueName.options.length - 1)
})

test('UI-3 only what is overdue calls for attention, and only while something is', () => {
  const urgent = (overdue: number) =>
    tilesOf(counts({ overdue }), { kind: 'office' }).flatMap((tile) => (tile.urgent ? [tile.name] : []))
  expect([urgent(0), urgent(1)]).toEqual([[], ['overdue']])
})
