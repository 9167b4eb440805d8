import { expect, test } from 'vitest'
import type { Week } from '#shared/domain/clock/calendar.ts'
import { weekFault } from '#renderer/features/admin/week-fault.ts'

const week = (monday: readonly { readonly from: string; readonly to: string }[]): Week =>
  ({ 0: [], 1: [...monday], 2: [], 3: [], 4: [], 5: [], 6: [] }) as never

test('W1 hours that cannot stand name their day: not complete, turned round, over one another', () => {
  expect(weekFault(week([{ from: '08:00', to: '15:00' }]))).toBeNull()
  expect(weekFault(week([{ from: '08:00', to: '' }]))?.en).toMatch(/^Monday: Complete/)
  expect(weekFault(week([{ from: '15:00', to: '08:00' }]))?.ar).toMatch(/^الاثنين: فترة العمل/)
  const over = [
    { from: '08:00', to: '12:00' },
    { from: '11:00', to: '15:00' },
  ]
  expect(weekFault(week(over))?.en).toMatch(/^Monday: The working period from 11:00/)
})
