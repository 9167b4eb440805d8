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
  'highest-number-other-office': {
    ar: 'الرقم المرجعي {reference} لمكتب آخر، وهذه النسخة لمكتب {office}',
    en: 'The reference number {reference} is of another office; this backup is of the office {office}',
  },
  'highest-number-other-year': {
    ar: 'الرقم المرجعي {reference} من سنة {year}، والمطلوب أعلى رقم من {from} إلى {to} بحسب النسخة وساعة هذا الجهاز. يُترك الحقل فارغاً إن لم يُعرف',
    en: 'The reference number {reference} is of {year}, but the backup and this machine’s clock allow {from} to {to}. Leave the field empty when the highest number is not known',
  },
  'highest-number-behind': {
    ar: 'في النسخة نفسها رقم أعلى: {known}. يُكتب رقم أعلى منه، أو يُترك الحقل فارغاً إن لم يُعرف',
    en: 'The backup itself holds a higher number: {known}. Give one beyond it, or leave the field empty when it is not known',
  },
  'numbers-overlap': {
    ar: 'مجموعة الأرقام من {from} إلى {to} تتداخل مع مجموعة سبق تخصيصها لهذا الجهاز',
    en: 'The numbers {from} to {to} overlap with numbers this machine already has',
  },
} as const satisfies RefusalTable
