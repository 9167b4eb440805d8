import type { Messages } from './messages.ts'

/** How section 2 of a report says that a calendar or a limit was changed. */
export const ruleChangeMessages = {
  officeCalendar: { ar: 'تقويم عمل المكتب', en: 'Working calendar of the office' },
  unitCalendar: { ar: 'تقويم عمل {unit}', en: 'Working calendar of {unit}' },
  limits: { ar: 'المدد الزمنية', en: 'Time limits' },
  serviceLimit: { ar: 'المدة الخاصة بخدمة «{service}»', en: 'Limit of the service “{service}”' },
  serviceField: { ar: 'المدة', en: 'Limit' },
  general: { ar: 'المدة العامة', en: 'the general one' },
  said: { ar: '{thing}؛ {changes}', en: '{thing}; {changes}' },
  more: { ar: 'وتغييرات أخرى عددها {count}', en: 'and {count} more' },
} as const satisfies Messages
