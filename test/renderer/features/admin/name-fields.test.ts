import { expect, test } from 'vitest'
import { lacksOfArabicName, lacksOfNames, namesOrArabic } from '#renderer/features/admin/name-fields.tsx'

test('C-08 a person or department without an English name is called by the Arabic one there too; a list entry needs both', () => {
  const arabic = { ar: ' سالم العتيبي ', en: ' ' }
  expect(lacksOfArabicName(arabic)).toEqual([])
  expect(lacksOfArabicName({ ar: ' ', en: 'Salem' }).map(({ field }) => field)).toEqual(['name-ar'])
  expect(namesOrArabic(arabic)).toEqual({ ar: 'سالم العتيبي', en: 'سالم العتيبي' })
  expect(namesOrArabic({ ar: 'سالم', en: 'Salem' })).toEqual({ ar: 'سالم', en: 'Salem' })
  expect(lacksOfNames(arabic).map(({ field }) => field)).toEqual(['name-en'])
})
