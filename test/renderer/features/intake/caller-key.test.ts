import { describe, expect, test } from 'vitest'
import { emptyPerson } from '#renderer/parts/person-draft.ts'
import { lookupsOf, nameParts, personFromKey } from '#renderer/features/intake/caller-key.ts'

describe('R-10 R-12: what was typed to find a caller goes to its field when nobody is known by it', () => {
  test.each([
    ['0551234567', { mobile: '0551234567' }],
    ['٠٥٥١٢٣٤٥٦٧', { mobile: '٠٥٥١٢٣٤٥٦٧' }],
    ['+966 55 123 4567', { mobile: '+966 55 123 4567' }],
    ['0112345678', { phone: '0112345678' }],
    ['1023456781', { documentNumber: '1023456781' }],
    ['sara@example.org', { email: 'sara@example.org' }],
    ['', {}],
    ['MOT-26-000001-9', {}],
  ])('%s', (key, fields) => {
    expect(personFromKey(key, 'SA')).toEqual(fields)
  })

  test.each([
    ['سالم', ['سالم', '', '', '']],
    ['سالم الحربي', ['سالم', '', '', 'الحربي']],
    ['سالم عبدالله الحربي', ['سالم', 'عبدالله', '', 'الحربي']],
    ['سالم عبدالله محمد آل سعيد', ['سالم', 'عبدالله', 'محمد', 'آل سعيد']],
  ])('a name is parted as it is said: %s', (text, parts) => {
    const { given, father, grandfather, family } = nameParts(text)
    expect([given, father, grandfather, family]).toEqual(parts)
  })
})

describe('R-10 the caller is looked up by whatever field of his is filled, the surest first', () => {
  const asked = (part: Partial<ReturnType<typeof emptyPerson>>, key = '') =>
    lookupsOf({ key, known: null, person: { ...emptyPerson('SA'), ...part } })

  test('R-10 number and address before what was typed to find him, his name last', () => {
    const person = { given: 'سالم', family: 'الحربي', mobile: '0551234567', email: 's@example.org' }
    expect(asked({ ...person, documentNumber: '1023456781' }, 'سالم')).toEqual([
      '1023456781',
      '0551234567',
      's@example.org',
      'سالم',
      'سالم الحربي',
    ])
  })

  test('R-10 nothing is looked up by half a number, a single name or two letters, nor for a caller who is known', () => {
    expect(asked({ given: 'سالم', mobile: '05512' }, 'سا')).toEqual([])
    const known = { id: 'p', displayName: 'سالم' }
    expect(lookupsOf({ key: '0551234567', known, person: emptyPerson('SA') })).toEqual([])
  })

  test('R-10 the digits of either writing count, and the same text is asked once', () => {
    expect(asked({ mobile: '٠٥٥١٢٣٤٥٦٧' }, '٠٥٥١٢٣٤٥٦٧')).toEqual(['٠٥٥١٢٣٤٥٦٧'])
  })
})
