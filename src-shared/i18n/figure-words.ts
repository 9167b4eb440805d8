import type { Messages } from './messages.ts'

/** By what a figure of the list is split. */
export const figureSplits = {
  office: { ar: 'المكتب', en: 'Office' },
  department: { ar: 'الدائرة', en: 'Department' },
  complexity: { ar: 'درجة التعقيد', en: 'Complexity' },
  importance: { ar: 'درجة الأهمية', en: 'Importance' },
  procedure: { ar: 'الإجراء', en: 'Procedure' },
  service: { ar: 'الخدمة', en: 'Service' },
  channel: { ar: 'القناة', en: 'Channel' },
  cause: { ar: 'السبب', en: 'Cause' },
  subject: { ar: 'موضوع الشكوى', en: 'Subject' },
  reason: { ar: 'السبب', en: 'Reason' },
  rating: { ar: 'التقييم', en: 'Rating' },
  age: { ar: 'العمر', en: 'Age' },
  duration: { ar: 'المدة', en: 'Duration' },
  month: { ar: 'الشهر', en: 'Month' },
  level: { ar: 'المستوى', en: 'Level' },
  delay: { ar: 'التأخر', en: 'Delay' },
} as const satisfies Messages

export const figureUnits = {
  count: { ar: 'عدد', en: 'count' },
  ratio: { ar: 'نسبة (من 1)', en: 'ratio (of 1)' },
  minutes: { ar: 'دقيقة عمل', en: 'working minutes' },
  index: { ar: 'درجة', en: 'index' },
} as const satisfies Messages
