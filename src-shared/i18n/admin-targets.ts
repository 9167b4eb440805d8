import type { Messages } from './messages.ts'

/** Words of the targets of indicators and of the priority matrix. */
export const adminTargetMessages = {
  goals: { ar: 'مستهدفات المؤشرات', en: 'Targets of indicators' },
  goalsNote: {
    ar: 'تُطبع بجانب المؤشر في التقرير. ما يُحدد للسنة يسري على كل ربع لا مستهدف خاص له، والحقل الفارغ لا مستهدف له.',
    en: 'Printed beside the indicator in the report. A year’s target holds for every quarter without its own; an empty field has none.',
  },
  goalsOf: { ar: 'مستهدفات {year} – {part}', en: 'Targets of {year} – {part}' },
  goalYear: { ar: 'السنة', en: 'Year' },
  goalPeriod: { ar: 'الفترة', en: 'Period' },
  goalWholeYear: { ar: 'السنة كلها', en: 'The whole year' },
  goalQuarter: { ar: 'الربع {quarter}', en: 'Quarter {quarter}' },
  goalApprovedBy: { ar: 'اعتمدها', en: 'Approved by' },
  goalApprovedAt: { ar: 'تاريخ الاعتماد', en: 'Approved on' },
  goalPercent: { ar: '%', en: '%' },
  goalCases: { ar: 'طلب', en: 'cases' },
  goalHours: { ar: 'ساعة عمل', en: 'working hours' },
  goalNeedApproval: { ar: 'اكتب من اعتمد المستهدفات وتاريخ اعتمادها.', en: 'Say who approved the targets and when.' },
  goalApproved: { ar: 'اعتماد: \u2068{by}\u2069، {at}', en: 'Approved by \u2068{by}\u2069, {at}' },
  priorityMatrix: { ar: 'الأولوية حسب الأهمية ودرجة التعقيد', en: 'Priority by importance and complexity' },
  priorityMatrixNote: {
    ar: 'تُحتسب عند التصنيف، ولمن يصنّف أن يغيرها مع بيان السبب. الطلبات المصنفة تبقى على أولويتها.',
    en: 'Computed at classification; whoever classifies may set another with a reason. Classified cases keep theirs.',
  },
  importance: { ar: 'الأهمية', en: 'Importance' },
  priorityOf: {
    ar: 'الأولوية: أهمية {importance}، {complexity}',
    en: 'Priority: importance {importance}, {complexity}',
  },
} as const satisfies Messages
