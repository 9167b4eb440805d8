import { describe, expect, test } from 'vitest'
import { nameParts, personFromKey } from '#renderer/features/intake/caller-key.ts'

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
