import fc from 'fast-check'
import { expect, test } from 'vitest'
import { askedPlaces, groupsOf, sameGroup } from '#renderer/features/setup/recovery-groups.ts'
import { passwordStrength } from '#renderer/features/setup/password-strength.ts'
import { runs } from '#test/support/effort.ts'

const group = fc.stringMatching(/^[0-9A-HJKMNP-TV-Z]{5}$/)

test('S14 two different groups of any recovery code are asked for', () => {
  fc.assert(
    fc.property(fc.array(group, { minLength: 2, maxLength: 12 }), (groups) => {
      const [first, second] = askedPlaces(groups.join('-'))
      expect(groupsOf(groups.join('-'))).toEqual(groups)
      expect(first).toBeLessThan(second)
      expect(second).toBeLessThan(groups.length)
    }),
    runs(100),
  )
})

test('S14 a group is the same in small letters and with spaces, and no other group is', () => {
  expect(sameGroup(' x5m f0', 'X5MF0')).toBe(true)
  expect(sameGroup('X5MF1', 'X5MF0')).toBe(false)
})

test('S14 the hint on passwords grows with length and variety, and falls for the user’s own name', () => {
  expect(passwordStrength('aaaaaaaaaaaa', [])).toBe('weak')
  expect(passwordStrength('قلم أزرق على الطاولة', [])).not.toBe('weak')
  expect(passwordStrength('Correct horse 7 battery', [])).toBe('strong')
  expect(passwordStrength('hind2026', ['hind'])).toBe('weak')
})
