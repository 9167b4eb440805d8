import { describe, expect, test } from 'vitest'
import { isBlank } from '#shared/text/is-blank.ts'

describe('T-09 a text that says nothing', () => {
  test.each(['', '   ', '\u200F', '\u200B\u2060 \u00A0', '\n\t', '\u0640'.slice(1), '\u3164', '\u064E'])(
    'T-09 %j is blank',
    (text) => {
      expect(isBlank(text)).toBe(true)
    },
  )

  test.each(['س', '\u200Fشكوى', '؟', '—', '1', '👍'])('T-09 %j is not blank', (text) => {
    expect(isBlank(text)).toBe(false)
  })
})
