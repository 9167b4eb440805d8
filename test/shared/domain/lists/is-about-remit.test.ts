import { expect, test } from 'vitest'
import { isAboutRemit } from '#shared/domain/lists/is-about-remit.ts'
import { shippedLists } from '#shared/domain/lists/shipped.ts'

const about = (label: string): boolean => {
  const isArabic = /\p{Script=Arabic}/u.test(label)
  return isAboutRemit('reason_17', isArabic ? { ar: label, en: 'Reason 17' } : { ar: 'سبب ١٧', en: label })
}

test.each([
  'خارج الاختصاص',
  'ليست من إختصاص الوزارة',
  'خارج نطاق عمل الوزارة',
  'خارجة عن نطاق الوزارة',
  'لا تدخل ضمن نطاق عمل الدائرة',
  'ليست من صلاحيات الوزارة',
  'خارج مسؤولية المكتب',
  'الوزارة غير مختصة',
  'لسنا الجهة المختصة',
  'لا علاقة للوزارة بالموضوع',
  'الموضوع لا يخص الوزارة',
  'لا تتبع الدائرة',
  'لا علاقة لنا بذلك',
  'It has nothing to do with the ministry',
  'Not within our remit',
  'No jurisdiction',
  'Outside our competence',
  'We are not competent',
  'This is not the competent body',
  'Outside the scope of the ministry',
  "Beyond the ministry's powers",
])('L-02 B-25 «%s» is about the remit', (label) => expect(about(label)).toBe(true))

test.each([
  'أُحيلت إلى القسم المختص سابقاً',
  'البيانات غير مكتملة من القسم المختص',
  'خارج النطاق الزمني المقبول',
  'قُدمت خارج أوقات الدوام',
  'لا تتضمن مسؤولية على أحد',
  'لا تخص مقدم الطلب',
  'لا علاقة لمقدم الطلب بالواقعة',
  'Referred to the competent section before',
  'Incompetence was not shown',
  'Remittance already paid',
  'Out of time',
  'Outside the accepted time',
])('L-02 «%s» is not', (label) => expect(about(label)).toBe(false))

test('L-02 no shipped reason to end a case is about the remit', () => {
  const ends = [...shippedLists.reject_reasons, ...shippedLists.file_reasons]
  expect(ends.filter(({ code, ar, en }) => isAboutRemit(code, { ar, en }))).toEqual([])
})
