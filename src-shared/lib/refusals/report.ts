import type { RefusalTable } from './sentence.ts'

export const reportRefusals = {
  'report-not-reconciled': {
    ar: 'لا يُصدَّر التقرير لأن جدول المطابقة لا يتطابق (الفرق {difference}). راجع الحالات أو صدّره بملاحظة تبين السبب',
    en: 'The report is not exported: its movement does not reconcile (difference {difference}). Check the cases, or export it with a note that says why',
  },
  'list-too-long': {
    ar: 'لا يُصدَّر أكثر من {most} طلب في ملف واحد. ضيّق القائمة بالتصفية، أو خذ كل الطلبات من مصنف التقرير',
    en: 'One file takes at most {most} cases. Narrow the list by a filter, or take all cases from the workbook of the report',
  },
  'report-issue-reason': {
    ar: 'صدر تقرير هذه الفترة من قبل. اكتب سبب الإصدار رقم {edition}',
    en: 'A report of this period was issued before. Write the reason for edition {edition}',
  },
  'report-of-one-office': {
    ar: 'تقرير مكتب واحد مسودة هنا، ويُصدره المكتب نفسه',
    en: 'The report of one office is a draft here; the office issues it itself',
  },
  'report-issued-meanwhile': {
    ar: 'أصدر شخص آخر تقرير هذه الفترة في هذه الأثناء، فلم يصدر شيء. راجع ما أصدره أولاً',
    en: 'Somebody else issued the report of this period meanwhile, so nothing was issued. Look at that edition first',
  },
  'report-period-open': {
    ar: 'لا تشمل البيانات الفترة كلها: يُصدر التقرير حين تنتهي الفترة، ويمكن تصديره قبل ذلك مسودة',
    en: 'The data do not cover the whole period: its report is issued when the period is over, and can be exported as a draft before',
  },
  'report-edition-unknown': {
    ar: 'لم يصدر لهذه الفترة تقرير برقم إصدار {edition}',
    en: 'No edition {edition} of the report of this period was issued',
  },
  'report-kind-unknown': {
    ar: 'لا يوجد تقرير باسم «{kind}». التقرير الذي يُصدر هو quarterly (الربعي)',
    en: 'There is no report named “{kind}”. The one that can be made is: quarterly',
  },
  'report-period-wrong': {
    ar: 'الفترة غير صالحة: حدد السنة بأربعة أرقام (2000 إلى 2100) والربع من 1 إلى 4',
    en: 'The period is not valid: name the year in four digits (2000 to 2100) and the quarter from 1 to 4',
  },
  'report-edit-stale': {
    ar: 'تغيّر نص حرّرته بتغيّر الأرقام، فلم يُعدّ التقرير: «{text}». عاين التقرير من جديد وراجع النص',
    en: 'A text you edited has changed with the figures, so the report was not made: “{text}”. Preview the report again and look at the text',
  },
  'logo-unfit': {
    ar: 'لا يصلح الملف شعاراً. الشعار صورة PNG أو JPEG لا تزيد على {kilobytes} كيلوبايت، وكل ضلع فيها من {shortest} إلى {longest} نقطة',
    en: 'The file does not fit as a logo: a PNG or JPEG picture of at most {kilobytes} KB, each side {shortest} to {longest} pixels',
  },
} as const satisfies RefusalTable
