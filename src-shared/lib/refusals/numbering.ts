import type { RefusalTable } from './sentence.ts'

export const numberingRefusals = {
  'reference-malformed': {
    ar: 'هذا ليس رقماً مرجعياً صحيحاً. الصيغة: رمز المكتب، ثم السنة، ثم الرقم، ثم خانة التحقق، مثل {example}',
    en: 'This is not a reference number. It is written as office, year, number and check digit, for example {example}',
  },
  'reference-check-digit': {
    ar: 'خانة التحقق لا تطابق الرقم المرجعي {reference}. يرجى مراجعة الأرقام، فقد يكون أحدها خاطئاً أو مبدّل الموضع',
    en: 'The check digit does not fit the reference number {reference}. Look at the digits again: one may be wrong, or two may be swapped',
  },
  'reference-ambiguous': {
    ar: 'يمكن قراءة هذا الرقم بأكثر من وجه: {readings}. يرجى كتابته مع الشرطات',
    en: 'This number can be read in more than one way: {readings}. Write it with its hyphens',
  },
  'numbers-exhausted': {
    ar: 'استُنفدت الأرقام المرجعية المخصصة لهذا الجهاز لسنة {year}. يلزم الاتصال بالخادم للحصول على أرقام جديدة',
    en: 'The reference numbers given to this machine for {year} are used up. Connect to the server to get new ones',
  },
  'numbers-no-reserve': {
    ar: 'لا توجد أرقام احتياطية لسنة {year} على هذا الجهاز. يلزم الاتصال بالخادم للحصول على أرقام جديدة قبل التسجيل',
    en: 'This machine has no reserve of reference numbers for {year}. Connect to the server to get new ones before registering',
  },
  'numbers-overlap': {
    ar: 'مجموعة الأرقام من {from} إلى {to} تتداخل مع مجموعة سبق تخصيصها لهذا الجهاز',
    en: 'The numbers {from} to {to} overlap with numbers this machine already has',
  },
} as const satisfies RefusalTable
