import type { Messages } from './messages.ts'

/** Sheets that only the workbook has, and those it gives a name of its own. */
export const reportSheets = {
  reconciliation: { ar: 'المطابقة', en: 'Reconciliation' },
  figures: { ar: 'المؤشرات', en: 'Figures' },
  cases: { ar: 'قائمة الحالات', en: 'Cases' },
} as const satisfies Messages

/** Columns of the list of cases, in order. */
export const caseListColumns = {
  reference: { ar: 'الرقم المرجعي', en: 'Reference' },
  cycle: { ar: 'الدورة', en: 'Cycle' },
  channel: { ar: 'القناة', en: 'Channel' },
  received: { ar: 'الاستلام', en: 'Received' },
  registered: { ar: 'التسجيل', en: 'Registered' },
  service: { ar: 'الخدمة', en: 'Service' },
  complexity: { ar: 'درجة التعقيد', en: 'Complexity' },
  departments: { ar: 'الدوائر', en: 'Departments' },
  dueOrig: { ar: 'الاستحقاق الأصلي', en: 'Original due' },
  dueNow: { ar: 'الاستحقاق بعد التمديد', en: 'Due after extensions' },
  resolved: { ar: 'الحل', en: 'Resolved' },
  days: { ar: 'مدة الحل (أيام عمل)', en: 'Time to resolve (working days)' },
  rating: { ar: 'التقييم', en: 'Rating' },
  ended: { ar: 'انتهاء الدورة', en: 'Cycle ended' },
} as const satisfies Messages

/** Columns of the list of figures, in order. */
export const figureListColumns = {
  code: { ar: 'الرمز', en: 'Code' },
  name: { ar: 'الاسم', en: 'Name' },
  split: { ar: 'التفصيل', en: 'Part' },
  value: { ar: 'القيمة', en: 'Value' },
  unit: { ar: 'الوحدة', en: 'Unit' },
  numerator: { ar: 'البسط', en: 'Numerator' },
  denominator: { ar: 'المقام', en: 'Denominator' },
  provisional: { ar: 'مبدئي', en: 'Provisional' },
} as const satisfies Messages
