import { expect, test } from 'vitest'
import { withFreeDigits } from '#shared/i18n/messages.ts'

test.each([
  ['إذا قل الأساس عن 10 طُبع العدد، وإذا قل عن 5 لم تُطبع.', 'إذا قل الأساس عن ١٠ طُبع العدد، وإذا قل عن ٥ لم تُطبع.'],
  ['ما دون 100% يعني', 'ما دون ١٠٠٪ يعني'],
  ['أقل من 0.01 يوم عمل', 'أقل من ٠٫٠١ يوم عمل'],
  ['من 1 إلى 200,000', 'من ١ إلى ٢٠٠٬٠٠٠'],
  ['3. الوقائع (2026)', '٣. الوقائع (٢٠٢٦)'],
  ['K6d الاستلام (المئين 90)', 'K6d الاستلام (المئين ٩٠)'],
  ['الطلب AMM-26-000001-9 والمؤشر K15', 'الطلب AMM-26-000001-9 والمؤشر K15'],
  ['الهاتف 0791234567 أو +962791234567', 'الهاتف 0791234567 أو +962791234567'],
  ['البريد a1@b2.jo', 'البريد a1@b2.jo'],
  ['٦١ شكوى (٨٥٫٣٪)', '٦١ شكوى (٨٥٫٣٪)'],
])('UI-10 numbers of a text follow the setting, codes do not: %s', (text, shaped) => {
  expect(withFreeDigits(text, 'arabic')).toBe(shaped)
  expect(withFreeDigits(text, 'latin')).toBe(text)
  expect(withFreeDigits(shaped, 'arabic')).toBe(shaped)
})
