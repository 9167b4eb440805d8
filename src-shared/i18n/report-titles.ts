import type { Messages } from './messages.ts'

/** Titles on the cover of a report. */
export const reportTitles = {
  quarterly: { ar: 'التقرير ربع السنوي للشكاوى', en: 'Quarterly complaints report' },
  quarter1: { ar: 'الربع الأول', en: 'first quarter' },
  quarter2: { ar: 'الربع الثاني', en: 'second quarter' },
  quarter3: { ar: 'الربع الثالث', en: 'third quarter' },
  quarter4: { ar: 'الربع الرابع', en: 'fourth quarter' },
  ofYear: { ar: '{quarter} من عام {year}', en: '{quarter} of {year}' },
  periodUntil: { ar: '{period}، حتى {date}', en: '{period}, until {date}' },
  edition: { ar: 'الإصدار {number}', en: 'Edition {number}' },
  draft: { ar: 'مسودة لم تُصدر', en: 'Draft, not issued' },
  official: { ar: 'للاستخدام الرسمي', en: 'For official use' },
  circulation: { ar: 'للتعميم', en: 'For circulation' },
  practice: { ar: 'بيانات تدريبية – ليست بيانات حقيقية', en: 'Practice data – not real' },
  contents: { ar: 'المحتويات', en: 'Contents' },
  page: { ar: 'صفحة', en: 'Page' },
  pageOf: { ar: 'من', en: 'of' },
  prepared: { ar: 'أعدّه', en: 'Prepared by' },
  reviewed: { ar: 'راجعه', en: 'Reviewed by' },
  approved: { ar: 'اعتماد', en: 'Approved by' },
  signature: { ar: 'الاسم والتوقيع والتاريخ', en: 'Name, signature, date' },
  scopeBox: { ar: 'نطاق البيانات', en: 'Data scope' },
} as const satisfies Messages

/** Titles of its sections. */
export const sectionTitles = {
  summary: { ar: 'الملخص التنفيذي', en: 'Executive summary' },
  scope: { ar: 'نطاق البيانات ومنهجية الاحتساب', en: 'Data scope and method' },
  flow: { ar: 'حركة الشكاوى وجدول المطابقة', en: 'Movement of complaints and reconciliation' },
  channels: { ar: 'الشكاوى حسب قناة الاستلام', en: 'Complaints by channel' },
  classification: { ar: 'الشكاوى حسب التصنيف', en: 'Complaints by classification' },
  acceptance: { ar: 'قبول الحالات', en: 'Acceptance of cases' },
  time: { ar: 'مدة الحل', en: 'Time to resolve' },
  firstContact: { ar: 'الحل من أول اتصال', en: 'First-contact resolution' },
  escalation: { ar: 'التصعيد', en: 'Escalation' },
  departments: { ar: 'أداء الدوائر والجهات', en: 'Performance of departments' },
  satisfaction: { ar: 'رضا المتعاملين', en: 'Client satisfaction' },
  backlog: { ar: 'المتبقي وأعماره', en: 'Open complaints and their age' },
  definitions: { ar: 'ملحق ج: التعريفات ومنهجية الاحتساب', en: 'Annex C: Definitions' },
  quality: { ar: 'ملحق ب: جودة البيانات', en: 'Annex B: Data quality' },
  services: { ar: 'ملحق أ: جدول التصنيف الكامل', en: 'Annex A: Full classification table' },
} as const satisfies Messages
