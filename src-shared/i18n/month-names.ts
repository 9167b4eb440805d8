import type { Language } from './messages.ts'

const egyptian = [
  'يناير',
  'فبراير',
  'مارس',
  'أبريل',
  'مايو',
  'يونيو',
  'يوليو',
  'أغسطس',
  'سبتمبر',
  'أكتوبر',
  'نوفمبر',
  'ديسمبر',
]
const levantine = [
  'كانون الثاني',
  'شباط',
  'آذار',
  'نيسان',
  'أيار',
  'حزيران',
  'تموز',
  'آب',
  'أيلول',
  'تشرين الأول',
  'تشرين الثاني',
  'كانون الأول',
]
const english = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
]

/** In: month 1–12, language and country. Out: its name there (Levantine names in Jordan and Palestine). */
export function monthName(
  month: number,
  { language, country }: { readonly language: Language; readonly country: 'SA' | 'JO' | 'EG' | 'PS' },
): string {
  if (language === 'en') return english[month - 1] ?? ''
  const names = country === 'JO' || country === 'PS' ? levantine : egyptian
  return names[month - 1] ?? ''
}

export const hijriMonthNames: Readonly<Record<Language, readonly string[]>> = {
  ar: [
    'محرم',
    'صفر',
    'ربيع الأول',
    'ربيع الآخر',
    'جمادى الأولى',
    'جمادى الآخرة',
    'رجب',
    'شعبان',
    'رمضان',
    'شوال',
    'ذو القعدة',
    'ذو الحجة',
  ],
  en: [
    'Muharram',
    'Safar',
    'Rabiʿ I',
    'Rabiʿ II',
    'Jumada I',
    'Jumada II',
    'Rajab',
    'Shaʿban',
    'Ramadan',
    'Shawwal',
    'Dhuʻl-Qiʿdah',
    'Dhuʻl-Hijjah',
  ],
}

/** Sunday first. */
export const weekdayNames: Readonly<Record<Language, readonly string[]>> = {
  ar: ['الأحد', 'الاثنين', 'الثلاثاء', 'الأربعاء', 'الخميس', 'الجمعة', 'السبت'],
  en: ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
}

/** As calendars head their columns; Sunday first. */
export const weekdayInitials: Readonly<Record<Language, readonly string[]>> = {
  ar: ['ح', 'ن', 'ث', 'ر', 'خ', 'ج', 'س'],
  en: ['Su', 'Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa'],
}
