/** Complainants: finding, correcting, all their cases. */
import type { Messages } from './messages.ts'

export const peopleMessages = {
  title: { ar: 'مقدمو الطلبات', en: 'Complainants' },
  personTitle: { ar: 'مقدم الطلب', en: 'Complainant' },
  box: { ar: 'ابحث عن شخص', en: 'Find a person' },
  boxHint: { ar: 'الاسم أو رقم الهاتف أو رقم الوثيقة', en: 'Name, phone or document number' },
  idle: { ar: 'اكتب اسماً أو رقماً', en: 'Type a name or a number' },
  none: { ar: 'لا أحد بهذا الاسم أو الرقم في هذا المكتب', en: 'Nobody with this name or number in this office' },
  results: { ar: 'الأشخاص', en: 'People' },
  details: { ar: 'البيانات', en: 'Details' },
  cases: { ar: 'الطلبات', en: 'Cases' },
  counts: {
    ar: {
      zero: 'لا طلبات',
      one: 'طلب واحد',
      two: 'طلبان',
      few: '{count} طلبات',
      many: '{count} طلباً',
      other: '{count} طلب',
    },
    en: { zero: 'No cases', one: '{count} case', other: '{count} cases' },
  },
  openCount: {
    ar: {
      zero: 'لا مفتوح منها',
      one: 'واحد مفتوح',
      two: 'اثنان مفتوحان',
      few: '{count} مفتوحة',
      many: '{count} مفتوحاً',
      other: '{count} مفتوح',
    },
    en: { zero: 'none open', one: '{count} open', other: '{count} open' },
  },
  noCases: { ar: 'لا طلبات لهذا الشخص مما لك حق الاطلاع عليه', en: 'No cases of this person that you may see' },
  latest: { ar: 'تظهر آخر {count} طلباً', en: 'The latest {count} are shown' },
  edit: { ar: 'تعديل البيانات', en: 'Edit details' },
  editTitle: { ar: 'تعديل بيانات مقدم الطلب', en: 'Edit the complainant' },
  editNote: { ar: 'تبقى البيانات السابقة في سجل التغييرات.', en: 'Earlier details stay in the history.' },
  save: { ar: 'حفظ', en: 'Save' },
  cancel: { ar: 'إلغاء', en: 'Cancel' },
  saved: { ar: 'حُفظت البيانات', en: 'The details are saved' },
  unknown: { ar: '–', en: '–' },
} as const satisfies Messages
