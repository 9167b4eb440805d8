import { expect, it } from 'vitest'
import { unitLabel, userLabel } from '#core/services/reference-data.ts'
import type { ReferenceData } from '#core/services/reference-data.ts'

const badr = { ar: 'بدر', en: 'Badr' }
const someone = '01a22aa9-b784-7000-8000-000000000001'

it('G-07 SYNC-FEED-12 whoever has no record here is called by the name that came along, else someone of elsewhere; nobody reads an id', () => {
  const data = {
    users: new Map(),
    units: new Map(),
    namesElsewhere: new Map([['01a22aa9-b784-7000-8000-000000000002', badr]]),
  } as unknown as ReferenceData
  expect(userLabel(data, '01a22aa9-b784-7000-8000-000000000002')).toEqual(badr)
  expect(userLabel(data, someone)).toEqual({ ar: 'موظف في وحدة أخرى', en: 'Someone of another unit' })
  expect(unitLabel(data, 'department-water')).toEqual({ ar: 'وحدة أخرى', en: 'Another unit' })
  // What is no person keeps its word.
  expect([userLabel(data, 'import').ar, userLabel(data, 'duty').ar]).toEqual(['import', 'البرنامج'])
})
