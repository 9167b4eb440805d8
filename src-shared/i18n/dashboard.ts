import type { Messages } from './messages.ts'

/** The four cards and the queues beside them. */
export const dashboardMessages = {
  title: { ar: 'لوحة المؤشرات', en: 'Dashboard' },
  period: { ar: 'الربع {quarter} من {year}', en: '{quarter} quarter of {year}' },
  asOf: { ar: 'محسوبة من سجل الأحداث حتى {at}', en: 'Computed from the recorded events up to {at}' },
  departments: { ar: 'الدوائر', en: 'Departments' },
  departmentsAll: {
    ar: 'المكتب كله؛ اختر دائرة أو أكثر لترى ما أُحيل إليها',
    en: 'The whole office; choose departments to see what was referred to them',
  },
  departmentsOfAll: {
    ar: 'كل المكاتب التي بياناتها هنا؛ اختر دائرة أو أكثر لترى ما أُحيل إليها',
    en: 'All offices whose data are here; choose departments to see what was referred to them',
  },
  departmentsSome: { ar: 'الطلبات التي أُحيلت إلى هذه الدوائر', en: 'Cases that were referred to these departments' },
  cards: { ar: 'المؤشرات', en: 'Indicators' },
  queues: { ar: 'قوائم العمل الآن', en: 'Queues now' },
  queuesHint: { ar: 'كل عدد يفتح قائمته', en: 'Each number opens its queue' },
  what: { ar: 'ما هذا الرقم؟', en: 'What is this number?' },
  openCases: { ar: 'فتح الطلبات وراء «{name}»', en: 'Open the cases behind “{name}”' },
  trend: { ar: '{name}: اثنا عشر شهراً حتى الآن', en: '{name}: twelve months up to now' },
  trendShort: { ar: 'اثنا عشر شهراً حتى الآن', en: 'Twelve months up to now' },
  monthSoFar: { ar: '{month} حتى الآن', en: '{month} so far' },
  parts: { ar: '{part} من {whole}', en: '{part} of {whole}' },
  measured: {
    ar: {
      zero: 'لم يُقس شيء',
      one: 'محسوب على حل واحد',
      two: 'محسوب على حلين',
      few: 'محسوب على {count} حلول',
      many: 'محسوب على {count} حلاً',
      other: 'محسوب على {count} حل',
    },
    en: { one: 'measured over {count} resolution', other: 'measured over {count} resolutions' },
  },
  besideOf: { ar: 'من {count} مفتوحة', en: 'of {count} open' },
  cardOverdue: { ar: 'الشكاوى المفتوحة المتأخرة عن موعدها', en: 'Open complaints past their due date' },
  counted: {
    ar: {
      zero: 'لا شيء',
      one: 'دورة واحدة',
      two: 'دورتان',
      few: '{count} دورات',
      many: '{count} دورة',
      other: '{count} دورة',
    },
    en: { one: '{count} cycle', other: '{count} cycles' },
  },
  notApplicable: { ar: 'لا ينطبق', en: 'Not applicable' },
  notApplicableText: { ar: 'لا شيء يُقسم عليه في هذه الفترة', en: 'Nothing to divide by in this period' },
  small: { ar: 'عدد قليل: اقرأ العدد قبل النسبة', en: 'Few cases: read the count before the percentage' },
  provisional: { ar: 'مبدئي', en: 'Provisional' },
  provisionalText: {
    ar: 'مدة الملاحظة لم تنتهِ بعد، وقد يتغير الرقم',
    en: 'The observation window is not over; it may change',
  },
  noCases: { ar: 'لا طلبات وراء هذا الرقم', en: 'No cases stand behind this number' },
  emptyTitle: { ar: 'لا أرقام بعد', en: 'No figures yet' },
  emptyText: {
    ar: 'تُحسب المؤشرات من الطلبات المسجلة، ولم يُسجَّل في هذا المكتب أي طلب بعد. تظهر الأرقام هنا فور تسجيل أولها.',
    en: 'Figures are computed from registered cases, and this office has none yet. They appear here with the first one.',
  },
  emptyAction: { ar: 'تسجيل أول طلب', en: 'Register the first case' },
} as const satisfies Messages
