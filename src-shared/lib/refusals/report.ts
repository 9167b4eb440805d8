import type { RefusalTable } from './sentence.ts'

export const reportRefusals = {
  'report-not-reconciled': {
    ar: 'لا يُصدَّر التقرير لأن جدول المطابقة لا يتطابق (الفرق {difference}). راجع الحالات أو صدّره بملاحظة تبين السبب',
    en: 'The report is not exported: its movement does not reconcile (difference {difference}). Check the cases, or export it with a note that says why',
  },
  'report-kind-unknown': {
    ar: 'لا يوجد تقرير باسم «{kind}». التقرير الذي يُصدر هو quarterly (الربعي)',
    en: 'There is no report named “{kind}”. The one that can be made is: quarterly',
  },
  'report-period-wrong': {
    ar: 'الفترة غير صالحة: حدد السنة بأربعة أرقام (2000 إلى 2100) والربع من 1 إلى 4',
    en: 'The period is not valid: name the year in four digits (2000 to 2100) and the quarter from 1 to 4',
  },
} as const satisfies RefusalTable
