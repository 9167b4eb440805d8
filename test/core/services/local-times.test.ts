import { expect, test } from 'vitest'
import { withLocalTimes } from '#core/services/local-times.ts'

test('UI-10 moments and days in a refusal stand as people write them, on the clocks of the office', () => {
  const office = { reference: { settings: { zone: 'Asia/Riyadh', country: 'SA' } } } as never
  const params = { due: '2026-12-08T12:00:00.000Z', date: '2027-01-03', count: 2, reference: 'RYD-26-000001-9' }
  expect(withLocalTimes(office, { code: 'extension-not-later', params }).params).toEqual({
    due: '08/12/2026 15:00',
    date: '03/01/2027',
    count: 2,
    reference: 'RYD-26-000001-9',
  })
})
