import type { RefusalTable } from './sentence.ts'

export const reportRefusals = {
  'report-not-reconciled': {
    ar: 'لا يُصدَّر التقرير لأن جدول المطابقة لا يتطابق (الفرق {difference}). راجع الحالات أو صدّره بملاحظة تبين السبب',
    en: 'The report is not exported: its movement does not reconcile (difference {difference}). Check the cases, or export it with a note that says why',
  },
} as const satisfies RefusalTable
