import { describe, expect, it } from 'vitest'
import type { Messages } from '#shared/i18n/messages.ts'
import { translate, translateLoosely, withDigits } from '#shared/i18n/messages.ts'

const messages = {
  plain: { ar: 'حفظ', en: 'Save' },
  named: { ar: 'أهلاً {name}', en: 'Welcome {name}' },
  cases: {
    ar: {
      zero: 'لا طلبات',
      one: 'طلب واحد',
      two: 'طلبان',
      few: '{count} طلبات',
      many: '{count} طلباً',
      other: '{count} طلب',
    },
    en: { one: '{count} case', other: '{count} cases' },
  },
} as const satisfies Messages

describe('C-08 messages', () => {
  it('C-08 both languages, with places', () => {
    expect(translate(messages.plain, 'ar')).toBe('حفظ')
    expect(translate(messages.named, 'en', { name: 'Amal' })).toBe('Welcome Amal')
  })

  it('C-08 Arabic has six forms of a count', () => {
    const forms = [0, 1, 2, 3, 11, 100].map((count) => translate(messages.cases, 'ar', { count }))
    expect(forms).toEqual(['لا طلبات', 'طلب واحد', 'طلبان', '3 طلبات', '11 طلباً', '100 طلب'])
    expect(translate(messages.cases, 'en', { count: 1 })).toBe('1 case')
  })

  it('UI-10 numbers take the digits of the setting, words keep theirs', () => {
    expect(translate(messages.cases, { language: 'ar', digits: 'arabic' }, { count: 12 })).toBe('١٢ طلباً')
    expect(translate(messages.named, { language: 'ar', digits: 'arabic' }, { name: 'A1' })).toBe('أهلاً A1')
    expect(withDigits('JER-26', 'arabic')).toBe('JER-٢٦')
  })

  it('a missing place stays visible', () => {
    expect(translateLoosely(messages.named, 'en', {})).toBe('Welcome {name}')
  })
})
