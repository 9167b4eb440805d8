import type { Messages } from './messages.ts'

/** The queues of the frame (ui rule 6). */
export const queueLabels = {
  my_work: { ar: 'أعمالي', en: 'My work' },
  to_triage: { ar: 'بانتظار التصنيف', en: 'To triage' },
  awaiting_departments: { ar: 'بانتظار الدوائر', en: 'Awaiting departments' },
  awaiting_info: { ar: 'بانتظار مقدم الطلب', en: 'Awaiting complainant' },
  overdue: { ar: 'المتأخرة', en: 'Overdue' },
  due_soon: { ar: 'تستحق خلال يومين', en: 'Due in two days' },
  awaiting_approval: { ar: 'بانتظار الاعتماد', en: 'Awaiting approval' },
  to_send: { ar: 'ردود للتسليم', en: 'Replies to deliver' },
  to_call: { ar: 'للاتصال وقياس الرضا', en: 'To call' },
  to_close: { ar: 'للإغلاق', en: 'To close' },
  external: { ar: 'لدى جهات خارجية', en: 'With other bodies' },
  incomplete_closed: { ar: 'مغلقة ناقصة البيانات', en: 'Closed, data missing' },
  all_open: { ar: 'كل المفتوحة', en: 'All open' },
  all: { ar: 'كل الطلبات', en: 'All cases' },
} as const satisfies Messages
