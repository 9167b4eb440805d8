import { expect, test } from 'vitest'
import fc from 'fast-check'
import { sheetNames } from '#core/reports/workbook/sheet-name.ts'

test('K-09 sheets have names that Excel takes, no two alike, and no word is cut in two', () => {
  const nameOf = sheetNames()
  expect(nameOf('10. Performance of departments and units')).toBe('10. Performance of departments')
  expect(nameOf('الطلبات المتأخرة حسب الدائرة وسبب التأخير')).toBe('الطلبات المتأخرة حسب الدائرة')
  expect(nameOf('K3b/K3c: by department?')).toBe('K3b K3c  by department')
})

test('K-09 any titles give allowed names, all different', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ minLength: 1, maxLength: 80, unit: 'grapheme' }), { maxLength: 12 }), (titles) => {
      const nameOf = sheetNames()
      const names = titles.map(nameOf)
      expect(names.every((name) => name.length <= 31 && !/[\\/?*[\]:]/.test(name))).toBe(true)
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length)
    }),
  )
})
