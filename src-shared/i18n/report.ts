/** Words and sentences of the printed reports. Sentences take `count` where a number decides the form of its noun. */
import type { Message, Messages } from './messages.ts'

export const reportTitles = {
  quarterly: { ar: 'التقرير ربع السنوي للشكاوى', en: 'Quarterly complaints report' },
  quarter1: { ar: 'الربع الأول', en: 'first quarter' },
  quarter2: { ar: 'الربع الثاني', en: 'second quarter' },
  quarter3: { ar: 'الربع الثالث', en: 'third quarter' },
  quarter4: { ar: 'الربع الرابع', en: 'fourth quarter' },
  ofYear: { ar: '{quarter} من عام {year}', en: '{quarter} of {year}' },
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
  approved: { ar: 'اعتمده', en: 'Approved by' },
  signature: { ar: 'الاسم والتوقيع والتاريخ', en: 'Name, signature, date' },
  scopeBox: { ar: 'نطاق البيانات', en: 'Data scope' },
} as const satisfies Messages

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

export const reportWords = {
  /** The base is 0 (P5): nothing happened that could be counted. */
  notApplicable: { ar: 'لا ينطبق', en: 'Not applicable' },
  /** There is no such quarter: it lies before the first case of the office. */
  noData: { ar: 'لا بيانات', en: 'No data' },
  /** It could be computed, and over so few is not printed (P5). */
  keptBack: { ar: 'الأساس أقل من 5', en: 'Base below 5' },
  provisional: { ar: 'مبدئي', en: 'provisional' },
  of: { ar: '{part} من {whole}', en: '{part} of {whole}' },
  total: { ar: 'المجموع', en: 'Total' },
  all: { ar: 'الجميع', en: 'All' },
  unknown: { ar: 'غير محدد', en: 'Not stated' },
  notClassified: { ar: 'لم تُصنّف بعد', en: 'Not classified yet' },
  ownOffice: { ar: 'دون إحالة (فريق الشكاوى)', en: 'Not referred (complaint team)' },
  indicator: { ar: 'المؤشر', en: 'Indicator' },
  code: { ar: 'الرمز', en: 'Code' },
  target: { ar: 'المستهدف', en: 'Target' },
  thisPeriod: { ar: 'الفترة الحالية', en: 'This period' },
  previousQuarter: { ar: 'الربع السابق', en: 'Previous quarter' },
  yearBefore: { ar: 'الربع نفسه من العام الماضي', en: 'Same quarter last year' },
  direction: { ar: 'الاتجاه', en: 'Trend' },
  better: { ar: 'تحسّن', en: 'Better' },
  worse: { ar: 'تراجع', en: 'Worse' },
  same: { ar: 'ثبات', en: 'Unchanged' },
  higher: { ar: 'ارتفاع', en: 'Up' },
  lower: { ar: 'انخفاض', en: 'Down' },
  count: { ar: 'العدد', en: 'Number' },
  share: { ar: 'النسبة', en: 'Share' },
  item: { ar: 'البند', en: 'Item' },
  month: { ar: 'الشهر', en: 'Month' },
  monthStart: { ar: 'المرحّل أول الشهر', en: 'Open at month start' },
  received: { ar: 'الوارد', en: 'Received' },
  reopened: { ar: 'المعاد فتحه', en: 'Reopened' },
  ended: { ar: 'المنتهي', en: 'Ended' },
  open: { ar: 'المفتوح آخر الشهر', en: 'Open at month end' },
  channel: { ar: 'القناة', en: 'Channel' },
  service: { ar: 'الخدمة', en: 'Service' },
  complexity: { ar: 'درجة التعقيد', en: 'Complexity' },
  importance: { ar: 'درجة الأهمية', en: 'Importance' },
  procedure: { ar: 'الإجراء', en: 'Procedure' },
  cause: { ar: 'سبب الشكوى', en: 'Cause given' },
  department: { ar: 'الدائرة', en: 'Department' },
  rating: { ar: 'التقييم', en: 'Rating' },
  reason: { ar: 'السبب', en: 'Reason' },
  age: { ar: 'العمر (أيام عمل)', en: 'Age (working days)' },
  duration: { ar: 'المدة (أيام عمل)', en: 'Time (working days)' },
  resolvedCount: { ar: 'عدد ما حُل', en: 'Resolved' },
  median: { ar: 'الوسيط', en: 'Median' },
  lagMedian: { ar: 'تأخر التسجيل (الوسيط)', en: 'Registration lag (median)' },
  lagP90: { ar: 'تأخر التسجيل (المئين 90)', en: 'Registration lag (90th pct.)' },
  p90: { ar: 'المئين التسعون', en: '90th percentile' },
  dueCohort: { ar: 'K3a المستحق في موعده', en: 'K3a Due, in time' },
  resolvedCohort: { ar: 'K3b المغلق في موعده', en: 'K3b Resolved, in time' },
  extendedCohort: { ar: 'K3c بعد التمديد', en: 'K3c After extensions' },
  sent: { ar: 'أُحيل', en: 'Sent' },
  due: { ar: 'استحق', en: 'Due' },
  replied: { ar: 'K6a رُدّ', en: 'K6a Replied' },
  repliedInTime: { ar: 'K6b في الموعد', en: 'K6b In time' },
  index: { ar: 'K6c الدرجة', en: 'K6c Index' },
  band: { ar: 'التقدير', en: 'Band' },
  quality: { ar: 'K6e الجودة', en: 'K6e Quality' },
  notInRemit: { ar: 'أُعيد لعدم الاختصاص', en: 'Returned, not in remit' },
  remit: { ar: 'K2b القبول', en: 'K2b Accepted' },
  escalated: { ar: 'K8 صُعّد', en: 'K8 Escalated' },
  escalatedCount: { ar: 'صُعّد تلقائياً', en: 'Escalated' },
  answeredCount: { ar: 'رُدّ بعد التصعيد', en: 'Replied since' },
  level: { ar: 'المستوى {level}', en: 'Level {level}' },
  firstContactCount: { ar: 'حُل من أول اتصال', en: 'At first contact' },
  extendedShare: { ar: 'نسبة ما مُدد موعده (جميع الدورات)', en: 'Share extended (all cycles)' },
  reopenedCohort: { ar: 'K9 مما حُل في الفترة', en: 'K9 Of those resolved in the period' },
  reopenedNow: { ar: 'أُعيد فتحه في الفترة', en: 'Reopened in the period' },
  firstCycleNet: { ar: 'الدورة الأولى، دون الإيقاف', en: 'First cycle, net of pauses' },
  allCyclesNet: { ar: 'جميع الدورات، دون الإيقاف', en: 'All cycles, net of pauses' },
  allCyclesGross: { ar: 'جميع الدورات، مع الإيقاف', en: 'All cycles, pauses included' },
  serviceGroup: { ar: 'التصنيف الرئيسي', en: 'Main class' },
  subject: { ar: 'موضوع الشكوى', en: 'Subject' },
  openNow: { ar: 'مفتوح', en: 'Open' },
  overdue: { ar: 'متأخر', en: 'Overdue' },
  oldestAge: { ar: 'أقدمها (أيام عمل)', en: 'Oldest (working days)' },
  ackTime: { ar: 'K6d الاستلام (الوسيط)', en: 'K6d Receipt (median)' },
  ackP90: { ar: 'K6d الاستلام (المئين 90)', en: 'K6d Receipt (90th pct.)' },
  replyTime: { ar: 'K6d الرد (الوسيط)', en: 'K6d Reply (median)' },
  replyP90: { ar: 'K6d الرد (المئين 90)', en: 'K6d Reply (90th pct.)' },
  excellent: { ar: 'ممتازة', en: 'Excellent' },
  good: { ar: 'جيدة', en: 'Good' },
  fair: { ar: 'متوسطة', en: 'Fair' },
  weak: { ar: 'ضعيفة', en: 'Weak' },
  inTime: { ar: 'في الموعد', en: 'In time' },
  late: { ar: 'متأخر', en: 'Late' },
  noReply: { ar: 'دون رد', en: 'No reply' },
  firstCycle: { ar: 'الدورة الأولى', en: 'First cycle' },
  reopenedCycles: { ar: 'الدورات المعاد فتحها', en: 'Reopened cycles' },
  allCycles: { ar: 'جميع الدورات', en: 'All cycles' },
  reference: { ar: 'الرقم المرجعي', en: 'Reference' },
  receivedAt: { ar: 'تاريخ الاستلام', en: 'Received' },
  date: { ar: 'التاريخ', en: 'Date' },
  definition: { ar: 'التعريف', en: 'Definition' },
  name: { ar: 'الاسم', en: 'Name' },
  value: { ar: 'القيمة', en: 'Value' },
  day: { ar: 'يوم عمل', en: 'working days' },
  underHundredth: { ar: 'أقل من 0.01 يوم عمل', en: 'under 0.01 working days' },
  hour: { ar: 'ساعة عمل', en: 'working hours' },
  byDepartment: { ar: 'تأخر رد الدائرة', en: 'Department replied late' },
  byUndecided: { ar: 'لم يُبت في القبول حتى الموعد', en: 'Not accepted by the due date' },
  byOwnOffice: { ar: 'تأخر لدى فريق الشكاوى', en: 'Delay in the complaint team' },
  noCases: { ar: 'لا يوجد', en: 'None' },
  reconciliation: { ar: 'سطر المطابقة', en: 'Reconciliation' },
  ageMoreThan: { ar: 'أكثر من {days}', en: 'over {days}' },
  ageRange: { ar: 'من {from} إلى {to}', en: '{from} to {to}' },
  upTo: { ar: 'حتى {days}', en: 'up to {days}' },
} as const satisfies Messages

export const reportTables = {
  headline: { ar: 'المؤشرات الرئيسية', en: 'Headline figures' },
  decisions: { ar: 'أمور للقرار', en: 'For decision' },
  scope: { ar: 'نطاق البيانات', en: 'Data scope' },
  offices: { ar: 'الشكاوى حسب المكتب', en: 'Complaints by office' },
  changes: { ar: 'تغييرات التقويم والمدد خلال الفترة', en: 'Changes of calendar and limits in the period' },
  reconciliation: { ar: 'جدول المطابقة', en: 'Reconciliation' },
  months: { ar: 'الحركة الشهرية', en: 'Movement by month' },
  channels: { ar: 'الوارد حسب قناة الاستلام', en: 'Received by channel' },
  topServices: { ar: 'أكثر الخدمات وروداً', en: 'Services with most complaints' },
  services: { ar: 'التصنيف حسب الخدمة', en: 'By service' },
  complexity: { ar: 'التصنيف حسب درجة التعقيد', en: 'By complexity' },
  importance: { ar: 'التصنيف حسب درجة الأهمية', en: 'By importance' },
  procedure: { ar: 'التصنيف حسب الإجراء', en: 'By procedure' },
  causes: { ar: 'التصنيف حسب السبب الذي ذكره مقدم الشكوى', en: 'By cause given' },
  timeByComplexity: { ar: 'مدة الحل حسب درجة التعقيد', en: 'Time to resolve by complexity' },
  timeByService: { ar: 'مدة الحل حسب الخدمة', en: 'Time to resolve by service' },
  spread: { ar: 'توزيع مدد الحل', en: 'Spread of times to resolve' },
  timeliness: { ar: 'الالتزام بالتوقيت الزمني', en: 'Timeliness' },
  late: { ar: 'موضع التأخير فيما استحق ولم يُحل في موعده', en: 'Where the late were held up' },
  resolutionTime: { ar: 'مدة الحل مع الإيقاف ودونه', en: 'Time to resolve, with and without pauses' },
  serviceGroups: { ar: 'التصنيفات العامة والخاصة', en: 'General and special classes' },
  subjects: { ar: 'التصنيف حسب موضوع الشكوى', en: 'By subject of the complaint' },
  acceptance: { ar: 'قبول الحالات ومدة البت فيه', en: 'Acceptance and time to decide' },
  rejected: { ar: 'أسباب الرفض', en: 'Reasons of rejection' },
  firstContact: { ar: 'الحل من أول اتصال', en: 'First-contact resolution' },
  firstContactServices: { ar: 'الحل من أول اتصال (صافٍ) حسب الخدمة', en: 'First-contact resolution (net) by service' },
  escalation: { ar: 'التصعيد ونتيجته', en: 'Escalation and what came of it' },
  escalationDepartments: { ar: 'المصعّد حسب الدائرة والمستوى', en: 'Escalated by department and level' },
  departments: { ar: 'استجابة الدوائر', en: 'Response of departments' },
  misrouting: { ar: 'ما أُعيد لعدم الاختصاص بحسب الخدمة', en: 'Returned as not within remit, by service' },
  departmentSpeed: { ar: 'سرعة الدوائر', en: 'Speed of departments' },
  departmentLoad: { ar: 'ما أُحيل إلى الدوائر وما لديها', en: 'What was sent to departments and what they hold' },
  departmentShares: { ar: 'ردود الدوائر على ما استحق', en: 'Replies of departments to what fell due' },
  ratings: { ar: 'توزيع التقييمات', en: 'Distribution of ratings' },
  survey: { ar: 'قياس الرضا', en: 'Satisfaction measurement' },
  ratingChannels: { ar: 'رضا المتعاملين حسب وسيلة التقييم', en: 'Satisfaction by way of rating' },
  dissatisfaction: { ar: 'أسباب عدم الرضا', en: 'Reasons of dissatisfaction' },
  reopening: { ar: 'إعادة الفتح', en: 'Reopening' },
  reopeningReasons: { ar: 'أسباب إعادة الفتح', en: 'Reasons of reopening' },
  backlog: { ar: 'المتبقي في آخر الفترة', en: 'Open at the end of the period' },
  ages: { ar: 'أعمار المتبقي', en: 'Age of the open' },
  oldest: { ar: 'أقدم المتبقي', en: 'Oldest open' },
  definitions: { ar: 'التعريفات', en: 'Definitions' },
  quality: { ar: 'ملاحظات جودة البيانات', en: 'Data quality notes' },
} as const satisfies Messages

/** Readings: what the numbers say, in sentences that may be printed as they stand. */
export const reportReadings = {
  misrouting: {
    ar: 'نسبة ما أعادته الدوائر لأنه ليس من اختصاصها (K17): {returned}. وجرى التحقق من هوية مقدم الشكوى قبل إحالتها (K18): {verified}.',
    en: 'Returned by departments as not within remit (K17): {returned}. Identity verified before referral (K18): {verified}.',
  },
  received: {
    ar: {
      zero: 'لم ترد إلى المكتب أي شكوى خلال {period}.',
      one: 'وردت إلى المكتب شكوى واحدة خلال {period}.',
      two: 'وردت إلى المكتب شكويان خلال {period}.',
      few: 'وردت إلى المكتب {count} شكاوى خلال {period}.',
      many: 'وردت إلى المكتب {count} شكوى خلال {period}.',
      other: 'وردت إلى المكتب {count} شكوى خلال {period}.',
    },
    en: {
      one: 'The office received one complaint in the {period}.',
      other: 'The office received {count} complaints in the {period}.',
    },
  },
  receivedMore: {
    ar: 'ويزيد ذلك على الربع السابق بنسبة {change}.',
    en: 'That is {change} more than in the previous quarter.',
  },
  receivedLess: {
    ar: 'ويقل ذلك عن الربع السابق بنسبة {change}.',
    en: 'That is {change} less than in the previous quarter.',
  },
  timeliness: {
    ar: {
      zero: 'لم يستحق خلال الفترة موعد أي شكوى في دورتها الأولى.',
      one: 'استحق خلال الفترة موعد شكوى واحدة في دورتها الأولى، وما حُل في موعده: {met}.',
      two: 'استحق خلال الفترة موعد شكويين في دورتهما الأولى، وما حُل في موعده: {met}.',
      few: 'استحق خلال الفترة موعد {count} شكاوى في دورتها الأولى، وما حُل في موعده: {met}.',
      many: 'استحق خلال الفترة موعد {count} شكوى في دورتها الأولى، وما حُل في موعده: {met}.',
      other: 'استحق خلال الفترة موعد {count} شكوى في دورتها الأولى، وما حُل في موعده: {met}.',
    },
    en: {
      zero: 'No complaint fell due in its first cycle in the period.',
      one: 'One complaint fell due in its first cycle in the period; resolved in time: {met}.',
      other: '{count} complaints fell due in their first cycle in the period; resolved in time: {met}.',
    },
  },
  satisfaction: {
    ar: {
      zero: 'لم يُسجَّل خلال الفترة أي تقييم صحيح.',
      one: 'سُجّل تقييم صحيح واحد، والراضون: {met}، وبلغ معدل الاستجابة {response}.',
      two: 'سُجّل تقييمان صحيحان، والراضون: {met}، وبلغ معدل الاستجابة {response}.',
      few: 'سُجّلت {count} تقييمات صحيحة، والراضون: {met}، وبلغ معدل الاستجابة {response}.',
      many: 'سُجّل {count} تقييماً صحيحاً، والراضون: {met}، وبلغ معدل الاستجابة {response}.',
      other: 'سُجّل {count} تقييم صحيح، والراضون: {met}، وبلغ معدل الاستجابة {response}.',
    },
    en: {
      zero: 'No valid rating was recorded in the period.',
      one: 'One valid rating was recorded; satisfied: {met}; response rate {response}.',
      other: '{count} valid ratings were recorded; satisfied: {met}; response rate {response}.',
    },
  },
  backlog: {
    ar: {
      zero: 'لم يتبق في آخر الفترة أي شكوى مفتوحة.',
      one: 'تبقت في آخر الفترة شكوى واحدة مفتوحة، والمتأخر: {overdue}.',
      two: 'تبقت في آخر الفترة شكويان مفتوحتان، والمتأخر منهما: {overdue}.',
      few: 'تبقت في آخر الفترة {count} شكاوى مفتوحة، والمتأخر منها: {overdue}.',
      many: 'تبقت في آخر الفترة {count} شكوى مفتوحة، والمتأخر منها: {overdue}.',
      other: 'تبقت في آخر الفترة {count} شكوى مفتوحة، والمتأخر منها: {overdue}.',
    },
    en: {
      zero: 'No complaint was open at the end of the period.',
      one: 'One complaint was open at the end of the period; overdue: {overdue}.',
      other: '{count} complaints were open at the end of the period; overdue: {overdue}.',
    },
  },
  flowGrew: {
    ar: 'انتهى أقل مما ورد وأُعيد فتحه، بأي وجه كان الانتهاء، فازداد المتبقي من {from} إلى {to}.',
    en: 'Fewer ended, in whatever way, than came in or were reopened, so what is carried forward rose from {from} to {to}.',
  },
  flowShrank: {
    ar: 'انتهى أكثر مما ورد وأُعيد فتحه، بأي وجه كان الانتهاء، فانخفض المتبقي من {from} إلى {to}.',
    en: 'More ended, in whatever way, than came in or were reopened, so what is carried forward fell from {from} to {to}.',
  },
  flowLevel: {
    ar: 'تساوى ما انتهى، بأي وجه كان الانتهاء، مع ما ورد وأُعيد فتحه، وبقي المتبقي {to}.',
    en: 'As many ended, in whatever way, as came in or were reopened; what is carried forward stayed at {to}.',
  },
  reconciled: {
    ar: 'المطابقة صحيحة: {opening} مرحّل + {received} وارد + {reopened} معاد فتحه = {considered} = {closed} مغلق + {rejected} مرفوض + {filed} محفوظ + {withdrawn} مسحوب + {linked} مرتبط + {external} محوّل خارجياً + {closing} متبقٍّ.',
    en: 'Reconciled: {opening} brought forward + {received} received + {reopened} reopened = {considered} = {closed} closed + {rejected} rejected + {filed} filed + {withdrawn} withdrawn + {linked} linked + {external} external + {closing} carried forward.',
  },
  notReconciled: {
    ar: 'المطابقة غير صحيحة: الفرق {difference}. صدر التقرير مع ذلك بالملاحظة الآتية: {note}',
    en: 'Not reconciled: the difference is {difference}. Exported nevertheless with this note: {note}',
  },
  lateRegistrations: {
    ar: {
      zero: 'لا تسجيلات متأخرة من فترات سابقة.',
      one: 'تسجيلات متأخرة: شكوى واحدة استُلمت قبل الفترة وسُجلت خلالها.',
      two: 'تسجيلات متأخرة: شكويان استُلمتا قبل الفترة وسُجلتا خلالها.',
      few: 'تسجيلات متأخرة: {count} شكاوى استُلمت قبل الفترة وسُجلت خلالها.',
      many: 'تسجيلات متأخرة: {count} شكوى استُلمت قبل الفترة وسُجلت خلالها.',
      other: 'تسجيلات متأخرة: {count} شكوى استُلمت قبل الفترة وسُجلت خلالها.',
    },
    en: {
      zero: 'No late registrations from earlier periods.',
      one: 'Late registrations: one complaint was received before the period and registered in it.',
      other: 'Late registrations: {count} complaints were received before the period and registered in it.',
    },
  },
  topChannel: {
    ar: 'القناة الأكثر استخداماً هي «{channel}» بنسبة {share} من الوارد.',
    en: 'The most used channel is “{channel}” with {share} of what was received.',
  },
  topService: {
    ar: 'الخدمة الأكثر وروداً في الشكاوى هي «{service}» بنسبة {share}.',
    en: 'Most complaints concern “{service}”: {share}.',
  },
  resolutionTime: {
    ar: {
      zero: 'لم تُحل خلال الفترة أي شكوى في دورتها الأولى.',
      one: 'حُلت خلال الفترة شكوى واحدة في دورتها الأولى، ومدة حلها {median}.',
      two: 'حُلت خلال الفترة شكويان في دورتهما الأولى، ووسيط مدة الحل {median}.',
      few: 'حُلت خلال الفترة {count} شكاوى في دورتها الأولى، ووسيط مدة الحل {median}، وحُل تسعة أعشارها خلال {p90}.',
      many: 'حُلت خلال الفترة {count} شكوى في دورتها الأولى، ووسيط مدة الحل {median}، وحُل تسعة أعشارها خلال {p90}.',
      other: 'حُلت خلال الفترة {count} شكوى في دورتها الأولى، ووسيط مدة الحل {median}، وحُل تسعة أعشارها خلال {p90}.',
    },
    en: {
      zero: 'No complaint was resolved in its first cycle in the period.',
      one: 'One complaint was resolved in its first cycle, in {median}.',
      other:
        '{count} complaints were resolved in their first cycle; the median is {median}, and nine in ten took at most {p90}.',
    },
  },
  openLate: {
    ar: 'الفرق بين المستحق والمغلق هو ما استحق ولم يُحل بعد؛ لذلك يُعتمد المستحق رقماً رئيسياً.',
    en: 'The due figure counts what fell due and is still open; that is why it is the headline.',
  },
  departments: {
    ar: {
      zero: 'لم تستحق خلال الفترة أي إحالة.',
      one: 'استحقت خلال الفترة إحالة واحدة. الرد: {replied}. الرد في الموعد: {inTime}. المصعّد تلقائياً: {escalated}.',
      two: 'استحقت خلال الفترة إحالتان. الرد: {replied}. الرد في الموعد: {inTime}. المصعّد تلقائياً: {escalated}.',
      few: 'استحقت خلال الفترة {count} إحالات. الرد: {replied}. الرد في الموعد: {inTime}. المصعّد تلقائياً: {escalated}.',
      many: 'استحقت خلال الفترة {count} إحالة. الرد: {replied}. الرد في الموعد: {inTime}. المصعّد تلقائياً: {escalated}.',
      other: 'استحقت خلال الفترة {count} إحالة. الرد: {replied}. الرد في الموعد: {inTime}. المصعّد تلقائياً: {escalated}.',
    },
    en: {
      zero: 'No referral fell due in the period.',
      one: 'One referral fell due in the period. Replied: {replied}. Replied in time: {inTime}. Escalated: {escalated}.',
      other:
        '{count} referrals fell due in the period. Replied: {replied}. Replied in time: {inTime}. Escalated: {escalated}.',
    },
  },
  acceptance: {
    ar: {
      zero: 'لم يُبتّ خلال الفترة في قبول أي شكوى.',
      one: 'بُتّ خلال الفترة في قبول شكوى واحدة، والمقبول: {accepted}. ووسيط مدة البت: {wait}.',
      two: 'بُتّ خلال الفترة في قبول شكويين، والمقبول: {accepted}. ووسيط مدة البت: {wait}.',
      few: 'بُتّ خلال الفترة في قبول {count} شكاوى، والمقبول: {accepted}. ووسيط مدة البت: {wait}.',
      many: 'بُتّ خلال الفترة في قبول {count} شكوى، والمقبول: {accepted}. ووسيط مدة البت: {wait}.',
      other: 'بُتّ خلال الفترة في قبول {count} شكوى، والمقبول: {accepted}. ووسيط مدة البت: {wait}.',
    },
    en: {
      zero: 'No complaint was decided upon in the period.',
      one: 'One complaint was decided upon in the period; accepted: {accepted}. Median time to decide: {wait}.',
      other: '{count} complaints were decided upon in the period; accepted: {accepted}. Median time to decide: {wait}.',
    },
  },
  firstContact: {
    ar: {
      zero: 'لم تُحل خلال الفترة أي شكوى في دورتها الأولى.',
      one: 'من شكوى واحدة حُلت في دورتها الأولى، ما حُل من أول اتصال: {gross}، وما ثبت حله بعد ذلك: {net}.',
      two: 'من شكويين حُلتا في دورتهما الأولى، ما حُل من أول اتصال: {gross}، وما ثبت حله بعد ذلك: {net}.',
      few: 'من {count} شكاوى حُلت في دورتها الأولى، ما حُل من أول اتصال: {gross}، وما ثبت حله بعد ذلك: {net}.',
      many: 'من {count} شكوى حُلت في دورتها الأولى، ما حُل من أول اتصال: {gross}، وما ثبت حله بعد ذلك: {net}.',
      other: 'من {count} شكوى حُلت في دورتها الأولى، ما حُل من أول اتصال: {gross}، وما ثبت حله بعد ذلك: {net}.',
    },
    en: {
      zero: 'No complaint was resolved in its first cycle in the period.',
      one: 'Of one complaint resolved in its first cycle, solved at first contact: {gross}; and it held: {net}.',
      other:
        'Of {count} complaints resolved in their first cycle, solved at first contact: {gross}; and it held: {net}.',
    },
  },
  escalation: {
    ar: {
      zero: 'لم تُصعَّد تلقائياً أي إحالة مما استحق في الفترة. والتصعيد الذي لم يجد مستلماً: {unreached}.',
      one: 'صُعّدت تلقائياً إحالة واحدة مما استحق في الفترة، وما رُدّ عليه بعد تصعيده: {answered}. والتصعيد الذي لم يجد مستلماً: {unreached}.',
      two: 'صُعّدت تلقائياً إحالتان مما استحق في الفترة، وما رُدّ عليه بعد تصعيده: {answered}. والتصعيد الذي لم يجد مستلماً: {unreached}.',
      few: 'صُعّدت تلقائياً {count} إحالات مما استحق في الفترة، وما رُدّ عليه بعد تصعيده: {answered}. والتصعيد الذي لم يجد مستلماً: {unreached}.',
      many: 'صُعّدت تلقائياً {count} إحالة مما استحق في الفترة، وما رُدّ عليه بعد تصعيده: {answered}. والتصعيد الذي لم يجد مستلماً: {unreached}.',
      other:
        'صُعّدت تلقائياً {count} إحالة مما استحق في الفترة، وما رُدّ عليه بعد تصعيده: {answered}. والتصعيد الذي لم يجد مستلماً: {unreached}.',
    },
    en: {
      zero: 'Of the referrals that fell due, none was escalated automatically. Escalations that reached nobody: {unreached}.',
      one: 'Of the referrals that fell due, one was escalated automatically; replied since: {answered}. Escalations that reached nobody: {unreached}.',
      other:
        'Of the referrals that fell due, {count} were escalated automatically; replied since: {answered}. Escalations that reached nobody: {unreached}.',
    },
  },
  reopening: {
    ar: {
      zero: 'لم يُعَد فتح أي شكوى خلال الفترة.',
      one: 'أُعيد خلال الفترة فتح شكوى واحدة. ومما حُل في الفترة أُعيد فتح: {rate}.',
      two: 'أُعيد خلال الفترة فتح شكويين. ومما حُل في الفترة أُعيد فتح: {rate}.',
      few: 'أُعيد خلال الفترة فتح {count} شكاوى. ومما حُل في الفترة أُعيد فتح: {rate}.',
      many: 'أُعيد خلال الفترة فتح {count} شكوى. ومما حُل في الفترة أُعيد فتح: {rate}.',
      other: 'أُعيد خلال الفترة فتح {count} شكوى. ومما حُل في الفترة أُعيد فتح: {rate}.',
    },
    en: {
      zero: 'No complaint was reopened in the period.',
      one: 'One complaint was reopened in the period. Of those resolved in it, reopened: {rate}.',
      other: '{count} complaints were reopened in the period. Of those resolved in it, reopened: {rate}.',
    },
  },
  unfinished: {
    ar: {
      one: 'الرقم مبدئي: ما زالت حالة واحدة قيد المراقبة.',
      two: 'الرقم مبدئي: ما زالت حالتان قيد المراقبة.',
      few: 'الرقم مبدئي: ما زالت {count} حالات قيد المراقبة.',
      many: 'الرقم مبدئي: ما زالت {count} حالة قيد المراقبة.',
      other: 'الرقم مبدئي: ما زالت {count} حالة قيد المراقبة.',
    },
    en: {
      one: 'Provisional: one case is still under observation.',
      other: 'Provisional: {count} cases are still under observation.',
    },
  },
} as const satisfies Messages

/** Things for decision: each a proposal with its reason. */
export const reportDecisions = {
  overdue: {
    ar: {
      one: 'إنهاء الشكوى المتأخرة المفتوحة، وتحديد مسؤول وموعد لها.',
      two: 'إنهاء الشكويين المتأخرتين المفتوحتين، وتحديد مسؤول وموعد لكل منهما.',
      few: 'إنهاء {count} شكاوى متأخرة ما زالت مفتوحة، وتحديد مسؤول وموعد لكل منها.',
      many: 'إنهاء {count} شكوى متأخرة ما زالت مفتوحة، وتحديد مسؤول وموعد لكل منها.',
      other: 'إنهاء {count} شكوى متأخرة ما زالت مفتوحة، وتحديد مسؤول وموعد لكل منها.',
    },
    en: {
      one: 'End the one complaint that is open and overdue; name who answers for it and by when.',
      other: 'End the {count} complaints that are open and overdue; name who answers for each and by when.',
    },
  },
  slowDepartment: {
    ar: 'مخاطبة «{department}» بشأن الرد في الموعد: {rate}.',
    en: 'Address “{department}” about replying in time: {rate}.',
  },
  timeliness: {
    ar: 'مراجعة أسباب عدم الالتزام بالتوقيت، فما حُل في موعده: {rate}.',
    en: 'Review why due dates were missed; resolved in time: {rate}.',
  },
  reopening: {
    ar: 'مراجعة جودة الردود التي أعيد فتح شكاواها: {rate}.',
    en: 'Review the quality of answers whose complaints were reopened: {rate}.',
  },
  satisfaction: {
    ar: 'بحث أسباب عدم الرضا، فالراضون: {rate}.',
    en: 'Look into the reasons of dissatisfaction; satisfied: {rate}.',
  },
  response: {
    ar: 'رفع معدل الاستجابة لقياس الرضا: {rate}.',
    en: 'Raise the response rate of the satisfaction survey: {rate}.',
  },
  unreached: {
    ar: 'تعيين مستلم للتصعيد في كل دائرة، فقد وقع تصعيد بلا مستلم.',
    en: 'Name a recipient of escalations in every department; some reached nobody.',
  },
  topService: {
    ar: 'دراسة خدمة «{service}» وهي الأكثر وروداً في الشكاوى ({share}).',
    en: 'Study the service “{service}”, which most complaints concern ({share}).',
  },
  none: { ar: 'لا أمور تستدعي قراراً خاصاً في هذه الفترة.', en: 'Nothing calls for a special decision in this period.' },
} as const satisfies Messages

export const reportNotes = {
  period: { ar: 'الفترة: من {from} إلى {to}.', en: 'Period: {from} to {to}.' },
  editionReason: { ar: 'سبب الإصدار {number}: {reason}', en: 'Why edition {number}: {reason}' },
  asOf: { ar: 'لحظة البيانات: {asOf}.', en: 'Data as of {asOf}.' },
  definitions: { ar: 'إصدار التعريفات: {version}.', en: 'Definitions version {version}.' },
  office: { ar: 'المكتب: {office}.', en: 'Office: {office}.' },
  standAlone: {
    ar: 'مكتب مستقل، لا تنتظر بياناته مزامنة.',
    en: 'Stand-alone office; no synchronisation is waited for.',
  },
  neverSynced: { ar: 'لم تتم مزامنته بعد.', en: 'Not synchronised yet.' },
  arrivedBy: { ar: 'ما وصل من بياناته حتى {at}.', en: 'What of its data had arrived by {at}.' },
  lastSync: { ar: 'آخر مزامنة: {at}.', en: 'Last synchronised {at}.' },
  noChanges: {
    ar: 'لم يتغير تقويم العمل ولا المدد خلال الفترة.',
    en: 'Calendar and limits did not change in the period.',
  },
  population: {
    ar: 'تشمل الأرقام الشكاوى وحدها، دون البلاغات والاستفسارات والاقتراحات والثناء والتغطيات الإعلامية، ودون الحالات التدريبية وما سُجل بالخطأ. وتدخل المكررة المرتبطة في الوارد وجدول المطابقة فقط.',
    en: 'Figures cover complaints only: no reports, inquiries, suggestions, praise or media coverage, no practice cases and none registered in error. Linked duplicates count in received and in the reconciliation only.',
  },
  attribution: {
    ar: 'يُنسب الوارد إلى وقت الاستلام، والالتزام بالتوقيت واستجابة الدوائر إلى وقت الاستحقاق، ومدد الحل إلى وقت الحل، والرضا إلى وقت انتهاء الدورة، والمتبقي إلى آخر لحظة من الفترة.',
    en: 'Received counts by time of receipt, timeliness and departments by due time, times to resolve by time of resolution, satisfaction by the end of the cycle, the open at the last moment of the period.',
  },
  workingTime: {
    ar: {
      one: 'تُحسب المدد بوقت العمل الرسمي دون العطل، ويوم العمل ساعة واحدة. وتُطبع وسيطاً ومئيناً تسعين.',
      two: 'تُحسب المدد بوقت العمل الرسمي دون العطل، ويوم العمل ساعتان. وتُطبع وسيطاً ومئيناً تسعين.',
      few: 'تُحسب المدد بوقت العمل الرسمي دون العطل، ويوم العمل {amount} ساعات. وتُطبع وسيطاً ومئيناً تسعين.',
      many: 'تُحسب المدد بوقت العمل الرسمي دون العطل، ويوم العمل {amount} ساعة. وتُطبع وسيطاً ومئيناً تسعين.',
      other: 'تُحسب المدد بوقت العمل الرسمي دون العطل، ويوم العمل {amount} ساعة. وتُطبع وسيطاً ومئيناً تسعين.',
    },
    en: {
      one: 'Times are working time without holidays; a working day is one hour. They are given as median and 90th percentile.',
      other:
        'Times are working time without holidays; a working day is {amount} hours. They are given as median and 90th percentile.',
    },
  },
  smallNumbers: {
    ar: 'إذا قل الأساس عن 10 طُبع العدد وظهرت النسبة باهتة، وإذا قل عن 5 لم تُطبع نسبة لدائرة ولا درجة. و«لا ينطبق» تعني أن الأساس صفر، و«لا بيانات» أن الفترة تسبق أول طلب في المكتب، والشرطة أن الخانة لا قيمة لها.',
    en: 'Below a base of 10 the count is printed and the percentage is grey; below 5 neither percentage nor index is printed for a department. “Not applicable” means a base of 0, “No data” a period before the first case of the office, a dash that the place has no value.',
  },
  baseReceived: {
    ar: 'أساس النسبة: كل الوارد في الفترة ({count}).',
    en: 'Base: everything received in the period ({count}).',
  },
  baseComplaints: {
    ar: 'أساس النسبة: الشكاوى الواردة في الفترة دون المكررة المرتبطة ({count}).',
    en: 'Base: complaints received in the period without linked duplicates ({count}).',
  },
  baseRatings: { ar: 'أساس النسبة: التقييمات الصحيحة ({count}).', en: 'Base: valid ratings ({count}).' },
  baseEnded: {
    ar: 'أساس النسبة: الدورات المنتهية التي يمكن قياس الرضا عنها ({count}).',
    en: 'Base: ended cycles that could be surveyed ({count}).',
  },
  baseFirstCycle: {
    ar: 'الأساس: حلول الدورة الأولى في الفترة ({count}).',
    en: 'Base: first-cycle resolutions of the period ({count}).',
  },
  levels: {
    ar: 'لكل إحالة أعلى مستوى بلغته.',
    en: 'Each referral stands under the highest level it reached.',
  },
  mayBeSeveral: {
    ar: 'قد يكون للشكوى أكثر من موضوع، فقد يزيد مجموع النسب على 100%. {base}',
    en: 'A complaint may have several subjects, so shares may add up to more than 100%. {base}',
  },
  baseResolved: { ar: 'الأساس: ما حُل في الفترة ({count}).', en: 'Base: resolved in the period ({count}).' },
  baseOpen: { ar: 'الأساس: المفتوح في آخر الفترة ({count}).', en: 'Base: open at the end of the period ({count}).' },
  baseDue: { ar: 'الأساس: الإحالات المستحقة في الفترة ({count}).', en: 'Base: referrals due in the period ({count}).' },
  weights: {
    ar: 'درجة الاستجابة: {inTime} للرد في الموعد، {late} للمتأخر، {none} لعدم الرد. التقدير: 90 فأكثر ممتازة، 75 فأكثر جيدة، 50 فأكثر متوسطة، ودونها ضعيفة.',
    en: 'Response index: {inTime} for a reply in time, {late} for a late one, {none} for none. Bands: from 90 excellent, from 75 good, from 50 fair, below weak.',
  },
  oldest: { ar: 'الأقدم استلاماً، بالرقم المرجعي وحده.', en: 'Oldest receipt first, by number only.' },
  edited: { ar: 'حُرّر هذا النص قبل الاعتماد.', en: 'This text was edited before approval.' },
  editedCount: {
    ar: {
      one: 'نص واحد في التقرير حُرّر قبل الاعتماد.',
      two: 'نصان في التقرير حُرّرا قبل الاعتماد.',
      few: '{count} نصوص في التقرير حُرّرت قبل الاعتماد.',
      many: '{count} نصاً في التقرير حُرّر قبل الاعتماد.',
      other: '{count} نص في التقرير حُرّر قبل الاعتماد.',
    },
    en: {
      one: 'One text of the report was edited before approval.',
      other: '{count} texts of the report were edited before approval.',
    },
  },
  overrideNote: { ar: 'ملاحظة التجاوز: {note}', en: 'Override note: {note}' },
} as const satisfies Messages

export const qualityNotes = {
  imported: { ar: 'حالات مستوردة من سجل سابق', en: 'Cases imported from an earlier register' },
  author_approver: { ar: 'استثناء: المعتمِد هو كاتب الرد', en: 'Exception: the approver wrote the reply' },
  recorder_handler: { ar: 'استثناء: مسجل الرضا هو المعالج', en: 'Exception: the handler recorded the satisfaction' },
  new_staff: { ar: 'استثناء: إعادة النظر من الموظف نفسه', en: 'Exception: reviewed by the same staff' },
  corrected: {
    ar: 'حُلت في الموعد لأن تصنيفها غُيّر بعد تأخرها',
    en: 'Resolved in time because their class was changed when they were late',
  },
  late: { ar: 'تسجيلات متأخرة من فترات سابقة', en: 'Late registrations from earlier periods' },
  unapplied: {
    ar: 'حالات فيها أحداث لم تُطبق وتنتظر قرار موظف',
    en: 'Cases with events that wait for a person to resolve',
  },
  unclassified: { ar: 'حُلت دون تصنيف خدمة', en: 'Resolved without a service classification' },
  breach: { ar: 'أُغلقت لتعذر الوصول بمحاولات أقل من المطلوب', en: 'Closed as unreachable with too few attempts' },
  sameStaff: { ar: 'أعاد النظر فيها موظف سبق أن عالجها', en: 'Reviewed by staff who had handled them' },
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

/** Sheets that only the workbook has, and those it gives a name of its own. */
export const reportSheets = {
  reconciliation: { ar: 'المطابقة', en: 'Reconciliation' },
  figures: { ar: 'المؤشرات', en: 'Figures' },
  cases: { ar: 'قائمة الحالات', en: 'Cases' },
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

/** After the cases that are named one by one. */
export const andOthers = {
  ar: {
    one: 'وطلب آخر',
    two: 'وطلبان آخران',
    few: 'و{rest} طلبات أخرى',
    many: 'و{rest} طلباً آخر',
    other: 'و{rest} طلب آخر',
  },
  en: { one: 'and {rest} more', other: 'and {rest} more' },
} as const satisfies Message
