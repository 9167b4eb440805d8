import type { Figure, SplitKey } from './figure.ts'

/** Raised with every change of a formula, a name or a definition; printed in each report (K-08, P4). */
export const definitionsVersion = '2026.7'

export interface Bilingual {
  readonly ar: string
  readonly en: string
}

export interface FigureDefinition {
  readonly name: Bilingual
  /** One sentence shown next to the number: what is divided by what, and to which period it belongs (K-07). */
  readonly definition: Bilingual
  readonly unit: Figure['unit']
  readonly splits: readonly SplitKey[]
  /** Whether more is better; `none` for plain counts. */
  readonly better: 'more' | 'less' | 'none'
}

type Text = readonly [ar: string, en: string]

const define = (
  unit: Figure['unit'],
  better: FigureDefinition['better'],
  [name, definition, splits = []]: readonly [name: Text, definition: Text, splits?: readonly SplitKey[]],
): FigureDefinition => ({
  name: { ar: name[0], en: name[1] },
  definition: { ar: definition[0], en: definition[1] },
  unit,
  splits,
  better,
})

const rateSplits: readonly SplitKey[] = ['complexity', 'department', 'service']

/** In: the three names of a timeliness figure. Out: its entries for first, reopened and all cycles. */
function timeliness<C extends string>(code: C, name: Text, definition: Text) {
  const entry = (ar: string, en: string, splits: readonly SplitKey[]): FigureDefinition =>
    define('ratio', 'more', [[`${name[0]} – ${ar}`, `${name[1]} – ${en}`], definition, splits])
  return {
    [`${code}.cycle1`]: entry('الدورة الأولى', 'first cycle', [
      'complexity',
      ...(code === 'K3a' ? (['office'] as const) : []),
    ]),
    [`${code}.reopened`]: entry('الدورات المعاد فتحها', 'reopened cycles', []),
    [`${code}.all`]: entry('جميع الدورات', 'all cycles', rateSplits),
  }
}

/** Entries of a duration: median and 90th percentile, in working minutes, printed as working hours or days (W10). */
function duration(
  code: string,
  ...[name, definition, splits = []]: readonly [name: Text, definition: Text, splits?: readonly SplitKey[]]
) {
  return {
    [`${code}.median`]: define('minutes', 'less', [[`${name[0]} – الوسيط`, `${name[1]} – median`], definition, splits]),
    [`${code}.p90`]: define('minutes', 'less', [
      [`${name[0]} – المئين التسعون`, `${name[1]} – 90th percentile`],
      definition,
      splits,
    ]),
  }
}

const share = (name: Text, split: SplitKey): FigureDefinition =>
  define('ratio', 'none', [
    name,
    [
      'عدد الشكاوى الواردة في الفترة من هذا الصنف مقسوماً على مجموع الشكاوى الواردة فيها، دون المكررة المرتبطة.',
      'Complaints received in the period in this class ÷ all complaints received in it, linked duplicates left out.',
    ],
    [split],
  ])

/** Every code the program prints, with its names and definition (K-07). A code that is not here is a fault. */
export const figureCatalogue: Readonly<Record<string, FigureDefinition>> = {
  'P6.opening': define('count', 'none', [
    ['المرحّل من الفترة السابقة', 'Brought forward'],
    ['الدورات المفتوحة في أول لحظة من الفترة.', 'Cycles open at the first moment of the period.'],
  ]),
  'P6.received': define('count', 'none', [
    ['الوارد', 'Received'],
    [
      'جميع الشكاوى التي استُلمت في الفترة بحسب وقت الاستلام، بما فيها المكررة.',
      'All complaints received in the period by time of receipt, duplicates included.',
    ],
    ['office'],
  ]),
  'P6.reopened': define('count', 'none', [
    ['المعاد فتحها', 'Reopened'],
    ['الدورات التي بدأت بإعادة فتح في الفترة.', 'Cycles that began by reopening in the period.'],
  ]),
  'P6.considered': define('count', 'none', [
    ['المنظور', 'Considered'],
    ['المرحّل مضافاً إليه الوارد والمعاد فتحه.', 'Brought forward plus received plus reopened.'],
  ]),
  'P6.closed': define('count', 'none', [
    ['الدورات المغلقة', 'Cycles closed'],
    [
      'الدورات التي انتهت في الفترة بالإغلاق أو بإعادة الفتح بعد الحل.',
      'Cycles that ended in the period by closing, or by reopening after their resolution.',
    ],
    ['office'],
  ]),
  'P6.rejected': define('count', 'none', [
    ['المرفوضة', 'Rejected'],
    ['ما رُفض في الفترة.', 'Rejected in the period.'],
  ]),
  'P6.filed': define('count', 'none', [
    ['المحفوظة', 'Filed'],
    ['ما حُفظ في الفترة دون إجراء.', 'Filed without action in the period.'],
  ]),
  'P6.withdrawn': define('count', 'none', [
    ['المسحوبة', 'Withdrawn'],
    ['ما سحبه مقدموه في الفترة.', 'Withdrawn by complainants in the period.'],
  ]),
  'P6.linked': define('count', 'none', [
    ['المكررة المرتبطة', 'Linked as duplicates'],
    [
      'ما رُبط في الفترة بشكوى أخرى عن الموضوع نفسه.',
      'Linked in the period to another complaint about the same matter.',
    ],
  ]),
  'P6.external': define('count', 'none', [
    ['المحوّلة خارجياً والمؤكدة', 'Transferred and confirmed'],
    ['ما حُوّل إلى جهة أخرى وتأكد حله في الفترة.', 'Transferred to another body and confirmed in the period.'],
  ]),
  'P6.closing': define('count', 'less', [
    ['المرحّل إلى الفترة التالية', 'Carried forward'],
    ['الدورات المفتوحة في آخر لحظة من الفترة.', 'Cycles open at the last moment of the period.'],
  ]),
  'P6.difference': define('count', 'none', [
    ['فرق المطابقة', 'Difference of the reconciliation'],
    [
      'المنظور ناقصاً كل ما انتهى والمرحّل؛ ويجب أن يكون صفراً.',
      'Considered minus everything that ended minus carried forward; must be 0.',
    ],
  ]),
  'P6.late': define('count', 'less', [
    ['تسجيلات متأخرة', 'Late registrations'],
    ['شكاوى استُلمت قبل الفترة وسُجلت خلالها.', 'Complaints received before the period and registered in it.'],
  ]),
  K7c: define('ratio', 'more', [
    ['معدل الإنجاز', 'Completion rate'],
    [
      'كل ما انتهى في الفترة مقسوماً على الوارد والمعاد فتحه؛ ما دون 100% يعني أن المتبقي يزداد.',
      'Everything that ended in the period ÷ received and reopened; below 100% the backlog grows.',
    ],
  ]),
  'K7c.months': define('index', 'less', [
    ['أشهر العمل المتبقية', 'Months of work left'],
    ['المرحّل مقسوماً على متوسط ما يُنجز في الشهر.', 'Carried forward ÷ average monthly completions.'],
  ]),
  'FLOW.opening': define('count', 'none', [
    ['المرحّل أول الشهر', 'Open at month start'],
    ['الدورات المفتوحة في أول لحظة من الشهر.', 'Cycles open at the first moment of the month.'],
    ['month'],
  ]),
  'FLOW.received': define('count', 'none', [
    ['الوارد في الشهر', 'Received in the month'],
    ['ما استُلم في الشهر.', 'Received in the month.'],
    ['month'],
  ]),
  'FLOW.reopened': define('count', 'none', [
    ['المعاد فتحه في الشهر', 'Reopened in the month'],
    ['الدورات التي بدأت بإعادة الفتح في الشهر.', 'Cycles that began by reopening in the month.'],
    ['month'],
  ]),
  'FLOW.completed': define('count', 'none', [
    ['المنتهي في الشهر', 'Ended in the month'],
    ['ما انتهى في الشهر بأي وجه.', 'Ended in the month in any way.'],
    ['month'],
  ]),
  'FLOW.open': define('count', 'none', [
    ['المفتوح آخر الشهر', 'Open at month end'],
    ['الدورات المفتوحة في آخر لحظة من الشهر.', 'Cycles open at the last moment of the month.'],
    ['month'],
  ]),
  'K1.gross': define('ratio', 'more', [
    ['الحل من أول اتصال (إجمالي)', 'First-contact resolution (gross)'],
    [
      'ما حُل في أول اتصال دون إحالة ودون نقل إلى جهة أو موظف آخر مقسوماً على حلول الدورة الأولى في الفترة.',
      'Solved in the first contact without referral or change of owner ÷ first-cycle resolutions of the period.',
    ],
  ]),
  'K1.net': define('ratio', 'more', [
    ['الحل من أول اتصال (صافٍ)', 'First-contact resolution (net)'],
    [
      'الإجمالي دون ما أعيد فتحه أو تكرر خلال 14 يوماً أو قُيّم بعدم الرضا.',
      'The gross figure without what was reopened or repeated within 14 days or rated unsatisfied.',
    ],
    ['service'],
  ]),
  'K1.potential': define('ratio', 'more', [
    ['الحل من أول اتصال (الممكن)', 'First-contact resolution (potential)'],
    [
      'الصافي محسوباً على الخدمات التي يمكن حلها من أول اتصال فقط.',
      'The net figure over services where first-contact resolution is possible.',
    ],
  ]),
  K2a: define('ratio', 'none', [
    ['قبول الحالات', 'Acceptance of cases'],
    [
      'الشكاوى المقبولة مقسومة على ما بُتّ في قبوله خلال الفترة.',
      'Complaints accepted ÷ complaints decided in the period.',
    ],
  ]),
  ...duration(
    'K2a.wait',
    ['مدة البت في القبول', 'Time to decide on admissibility'],
    ['وقت العمل من الاستلام إلى القرار.', 'Working time from receipt to decision.'],
  ),
  'K2a.rejected': define('count', 'none', [
    ['المرفوضة بحسب السبب', 'Rejected by reason'],
    ['ما رُفض في الفترة لهذا السبب.', 'Rejected in the period for this reason.'],
    ['reason'],
  ]),
  K2b: define('ratio', 'more', [
    ['قبول الإحالات', 'Acceptance of referrals'],
    [
      'الإحالات التي أقرت الدائرة باختصاصها مقسومة على ما أقرته وما أعادته.',
      'Referrals taken as within remit ÷ taken and returned, by time of either.',
    ],
    ['department'],
  ]),
  ...timeliness(
    'K3a',
    ['الالتزام بالتوقيت (المستحق)', 'Timeliness (due)'],
    [
      'ما حُل في موعده الأصلي مقسوماً على كل ما استحق في الفترة، بما فيه المفتوح المتأخر.',
      'Resolved by the original due date ÷ everything that fell due in the period, open late ones included.',
    ],
  ),
  'K3a.late': define('count', 'less', [
    ['المتأخر مما استحق', 'Late of what fell due'],
    [
      'ما استحق في الفترة ولم يُحل في موعده الأصلي، بحسب موضع التأخير.',
      'Fell due in the period and was not resolved by the original due date, by where the delay was.',
    ],
    ['delay', 'department'],
  ]),
  ...timeliness(
    'K3b',
    ['الالتزام بالتوقيت (المغلق)', 'Timeliness (resolved)'],
    [
      'ما حُل في موعده الأصلي مقسوماً على ما حُل في الفترة؛ للمقارنة بالجهات الأخرى.',
      'Resolved by the original due date ÷ resolved in the period; for comparison with others.',
    ],
  ),
  ...timeliness(
    'K3c',
    ['الالتزام بالتوقيت بعد التمديد', 'Timeliness after extensions'],
    [
      'ما حُل في موعده بعد التمديد المعتمد مقسوماً على ما استحق في الفترة أصلاً.',
      'Resolved by the due date after approved extensions ÷ what fell due in the period originally.',
    ],
  ),
  'K3c.extended': define('ratio', 'less', [
    ['نسبة ما مُدد', 'Share extended'],
    ['ما مُدد موعده مقسوماً على ما استحق في الفترة.', 'Cycles extended ÷ cycles that fell due in the period.'],
  ]),
  K5a: define('ratio', 'more', [
    ['رضا المتعاملين', 'Client satisfaction'],
    [
      'التقييمات «راضٍ جداً» و«راضٍ» مقسومة على التقييمات الصحيحة للدورات المنتهية في الفترة.',
      'Ratings “very satisfied” and “satisfied” ÷ valid ratings of cycles that ended in the period.',
    ],
    ['channel', 'office'],
  ]),
  'K5a.value': define('ratio', 'none', [
    ['توزيع التقييمات', 'Distribution of ratings'],
    ['حصة كل قيمة من التقييمات الصحيحة.', 'Share of each value in the valid ratings.'],
    ['rating'],
  ]),
  'K5a.net': define('ratio', 'more', [
    ['صافي الرضا', 'Net satisfaction'],
    [
      'نسبة الراضين جداً والراضين ناقصاً نسبة غير الراضين.',
      'Share very satisfied and satisfied minus share not satisfied.',
    ],
  ]),
  'K5a.reason': define('count', 'none', [
    ['أسباب عدم الرضا', 'Reasons of dissatisfaction'],
    ['تقييمات «غير راضٍ» بحسب السبب المسجل.', 'Ratings “not satisfied” by recorded reason.'],
    ['reason'],
  ]),
  K5b: define('ratio', 'more', [
    ['معدل الاستجابة للاستبيان', 'Survey response rate'],
    [
      'الدورات المقيَّمة مقسومة على الدورات المنتهية التي يمكن قياس الرضا عنها.',
      'Cycles rated ÷ ended cycles that could be surveyed.',
    ],
  ]),
  K5c: define('ratio', 'less', [
    ['تعذّر الوصول', 'Unreachable'],
    [
      'ما أُغلق لتعذر الوصول مقسوماً على الدورات المنتهية التي يمكن قياس الرضا عنها.',
      'Closed as unreachable ÷ ended cycles that could be surveyed.',
    ],
  ]),
  'K5c.attempts': define('index', 'less', [
    ['متوسط محاولات الوصول', 'Attempts per reached client'],
    ['محاولات الاتصال مقسومة على من تم الوصول إليهم.', 'Contact attempts ÷ clients reached.'],
  ]),
  'K5c.breach': define('count', 'less', [
    ['مخالفات بروتوكول الوصول', 'Breaches of the contact protocol'],
    [
      'ما أُغلق لتعذر الوصول بمحاولات أقل من المطلوب؛ ويجب أن يكون صفراً.',
      'Closed as unreachable with fewer attempts than required; must be 0.',
    ],
  ]),
  'K5c.declined': define('count', 'none', [
    ['الممتنعون عن التقييم', 'Declined to rate'],
    ['من تم الوصول إليهم وامتنعوا عن التقييم.', 'Reached and declined to rate.'],
  ]),
  K6a: define('ratio', 'more', [
    ['نسبة رد الدوائر', 'Departments: replied'],
    ['الإحالات التي ورد ردها مقسومة على الإحالات المستحقة في الفترة.', 'Referrals replied ÷ referrals due in the period.'],
    ['department'],
  ]),
  K6b: define('ratio', 'more', [
    ['نسبة الرد ضمن المدة', 'Departments: replied in time'],
    [
      'الإحالات التي ورد ردها في موعدها مقسومة على الإحالات المستحقة في الفترة.',
      'Referrals replied by their due date ÷ referrals due in the period.',
    ],
    ['department'],
  ]),
  K6c: define('index', 'more', [
    ['درجة استجابة الدوائر', 'Departments: response index'],
    [
      'من 100: الرد في موعده كامل الوزن والمتأخر نصفه وعدم الرد لا شيء (أوزان قابلة للتعديل).',
      'Of 100: a reply in time weighs fully, a late one half, none nothing (weights can be edited).',
    ],
    ['department'],
  ]),
  ...duration(
    'K6d.ack',
    ['سرعة استلام الإحالة', 'Departments: time to acknowledge'],
    ['وقت العمل من الإحالة إلى الإقرار باستلامها.', 'Working time from referral to acknowledgement.'],
    ['department'],
  ),
  ...duration(
    'K6d.reply',
    ['سرعة رد الدائرة', 'Departments: time to reply'],
    ['وقت العمل من الاستلام إلى الرد.', 'Working time from acknowledgement to reply.'],
    ['department'],
  ),
  K6e: define('ratio', 'more', [
    ['جودة رد الدوائر', 'Departments: quality of replies'],
    [
      'الردود المعتمدة دون إعادة للتصحيح ودون أن يطلب الفريق إيضاحاً مقسومة على الردود المعتمدة.',
      'Replies approved without a return and without a question from the team ÷ replies approved.',
    ],
    ['department'],
  ]),
  K17: define('ratio', 'less', [
    ['سوء الإحالة', 'Misrouting'],
    [
      'ما أعادته الدوائر في الفترة لأنه ليس من اختصاصها مقسوماً على الإحالات المرسلة فيها.',
      'Referrals returned in the period as not within remit ÷ referrals sent in it.',
    ],
    ['service'],
  ]),
  K18: define('ratio', 'more', [
    ['التحقق من الهوية', 'Identity verified'],
    [
      'الشكاوى التي جرى التحقق من هوية مقدمها قبل إحالتها مقسومة على الشكاوى التي أحيلت أول مرة في الفترة.',
      'Complaints whose complainant was verified before referral ÷ complaints first referred in the period.',
    ],
  ]),
  'DEPT.sent': define('count', 'none', [
    ['الإحالات المرسلة', 'Referrals sent'],
    ['ما أحيل إلى الدائرة في الفترة.', 'Sent to the department in the period.'],
    ['department'],
  ]),
  'DEPT.open': define('count', 'less', [
    ['الإحالات المفتوحة', 'Referrals open'],
    ['ما ينتظر رد الدائرة في آخر الفترة.', 'Waiting for the department at the end of the period.'],
    ['department'],
  ]),
  'DEPT.overdue': define('count', 'less', [
    ['الإحالات المتأخرة', 'Referrals overdue'],
    ['ما تجاوز موعده ولم يُرد عليه في آخر الفترة.', 'Past due without a reply at the end of the period.'],
    ['department'],
  ]),
  'DEPT.oldest': define('count', 'less', [
    ['عمر أقدم إحالة مفتوحة', 'Age of the oldest open referral'],
    ['أيام العمل منذ إحالة أقدم ما ينتظر الرد.', 'Working days since the oldest that waits was sent.'],
    ['department'],
  ]),
  K8: define('ratio', 'less', [
    ['معدل التصعيد', 'Escalation rate'],
    [
      'الإحالات التي صُعّدت تلقائياً مقسومة على الإحالات المستحقة في الفترة.',
      'Referrals escalated automatically ÷ referrals due in the period.',
    ],
    ['department'],
  ]),
  'K8.level': define('count', 'none', [
    ['التصعيد بحسب المستوى', 'Escalated by level'],
    ['أعلى مستوى بلغته الإحالة.', 'Highest level the referral reached.'],
    ['level', 'department'],
  ]),
  'K8.answered': define('ratio', 'more', [
    ['الرد بعد التصعيد', 'Replied after escalation'],
    [
      'الإحالات التي ورد ردها بعد أول تصعيد تلقائي مقسومة على ما صُعّد تلقائياً.',
      'Referrals replied after their first automatic escalation ÷ referrals escalated automatically.',
    ],
    ['department'],
  ]),
  'K8.manual': define('count', 'none', [
    ['التصعيد اليدوي', 'Escalated by hand'],
    ['إحالات مستحقة صعّدها موظف.', 'Referrals due that a person escalated.'],
  ]),
  'K8.unreached': define('count', 'less', [
    ['تصعيد بلا مستلم', 'Escalations that reached nobody'],
    ['يجب أن يكون صفراً.', 'Must be 0.'],
  ]),
  ...duration(
    'K8.reply',
    ['من التصعيد إلى الرد', 'From escalation to reply'],
    ['وقت العمل من أول تصعيد إلى الرد.', 'Working time from the first escalation to the reply.'],
  ),
  K7a: define('count', 'less', [
    ['المتبقي', 'Open'],
    ['الدورات المفتوحة في آخر لحظة من الفترة.', 'Cycles open at the last moment of the period.'],
    ['office'],
  ]),
  'K7a.satisfaction': define('count', 'none', [
    ['بانتظار قياس الرضا', 'Awaiting satisfaction'],
    ['حُلت ولم تُغلق.', 'Resolved and not closed.'],
  ]),
  'K7a.overdue': define('count', 'less', [
    ['متأخرة', 'Overdue'],
    [
      'تجاوزت موعدها ولم تُحل؛ وما عُلّق قبل موعده لا يُعد متأخراً حتى يُستأنف.',
      'Past due and not resolved; what was suspended in time is not late until it goes on.',
    ],
    ['office'],
  ]),
  'K7a.soon': define('count', 'none', [
    ['تستحق خلال يومي عمل', 'Due within 2 working days'],
    ['لم تُحل وموعدها خلال يومي عمل.', 'Not resolved, due within two working days.'],
  ]),
  'K7a.later': define('count', 'none', [
    ['تستحق لاحقاً', 'Due later'],
    ['لم تُحل وموعدها بعد ذلك.', 'Not resolved, due later.'],
  ]),
  'K7a.external': define('count', 'none', [
    ['لدى جهة أخرى', 'With another body'],
    ['حُوّلت إلى جهة أخرى ولم يتأكد حلها.', 'Transferred to another body, solution not confirmed.'],
  ]),
  'K7a.followers': define('count', 'none', [
    ['مكررات مرتبطة بمفتوح', 'Followers of open cases'],
    ['لا تُعد من المتبقي.', 'Not counted among the open.'],
  ]),
  K7b: define('count', 'none', [
    ['أعمار المتبقي', 'Age of the open'],
    ['أيام العمل منذ الاستلام.', 'Working days since receipt.'],
    ['age'],
  ]),
  K9: define('ratio', 'less', [
    ['إعادة فتح الشكاوى', 'Reopening rate'],
    [
      'ما أعيد فتحه خلال 15 يوم عمل من تسليم الرد مقسوماً على ما حُل في الفترة.',
      'Reopened within 15 working days of delivery ÷ resolved in the period.',
    ],
  ]),
  'K9.cause': define('count', 'none', [
    ['إعادة الفتح بحسب السبب', 'Reopened by cause'],
    ['من فوج ما حُل في الفترة.', 'Of the cohort resolved in the period.'],
    ['cause'],
  ]),
  'K9.reopened': define('count', 'none', [
    ['المعاد فتحها في الفترة', 'Reopened in the period'],
    ['بوقت إعادة الفتح، سواء حُلت بعدها أم لم تُحل.', 'By time of reopening, whether resolved since or not.'],
    ['cause'],
  ]),
  'K9.twice': define('count', 'less', [
    ['أعيد فتحها مرتين فأكثر', 'Reopened twice or more'],
    ['دورة ثالثة أو أعلى بدأت في الفترة.', 'A third or later cycle began in the period.'],
  ]),
  'K9.changed': define('ratio', 'none', [
    ['تغيّرت النتيجة بعد إعادة النظر', 'Result changed on review'],
    [
      'ما اختلفت نتيجته عن الدورة السابقة مقسوماً على ما صدرت له نتيجتان.',
      'Result differs from the cycle before ÷ cycles with both results.',
    ],
  ]),
  'K9.newStaff': define('ratio', 'more', [
    ['إعادة النظر من موظفين جدد', 'Reviewed by new staff'],
    [
      'ما نظر فيه موظفون جدد كلياً مقسوماً على المعاد فتحه؛ ويجب أن يكون 100% أو معللاً.',
      'Handled by entirely new staff ÷ reopened; must be 100% or excused.',
    ],
  ]),
  'K9.excused': define('count', 'less', [
    ['استثناءات الموظفين الجدد', 'Excused from new staff'],
    ['أُذن فيها ببقاء الموظف نفسه بسبب مسجل.', 'Kept with the same staff for a recorded reason.'],
  ]),
  ...duration(
    'K15.cycle1',
    ['مدة الحل (الدورة الأولى)', 'Time to resolve (first cycle)'],
    ['وقت العمل من الاستلام إلى الحل دون فترات الإيقاف.', 'Working time from receipt to resolution net of pauses.'],
    ['complexity'],
  ),
  ...duration(
    'K15.all',
    ['مدة الحل (جميع الدورات)', 'Time to resolve (all cycles)'],
    [
      'وقت العمل من بدء الدورة إلى الحل دون فترات الإيقاف.',
      'Working time from the start of the cycle to resolution net of pauses.',
    ],
    rateSplits,
  ),
  ...duration(
    'K15.gross',
    ['مدة الحل الإجمالية', 'Time to resolve, gross'],
    [
      'وقت العمل من بدء الدورة إلى الحل مع فترات الإيقاف.',
      'Working time from the start of the cycle to resolution with pauses.',
    ],
  ),
  'K15.spread': define('count', 'none', [
    ['توزيع مدد الحل', 'Spread of times to resolve'],
    ['ما حُل في الفترة بحسب أيام العمل.', 'Resolved in the period by working days.'],
    ['duration'],
  ]),
  'MIX.channel': define('ratio', 'none', [
    ['الوارد بحسب قناة الاستلام', 'Received by channel'],
    [
      'ما ورد بهذه القناة مقسوماً على كل الوارد في الفترة.',
      'Received by this channel ÷ everything received in the period.',
    ],
    ['channel'],
  ]),
  'MIX.complaints': define('count', 'none', [
    ['الشكاوى الواردة دون المكررة', 'Received without duplicates'],
    ['أساس جداول التصنيف.', 'Base of the classification tables.'],
  ]),
  'MIX.service': share(['التصنيف حسب الخدمة', 'By service'], 'service'),
  'MIX.complexity': share(['التصنيف حسب درجة التعقيد', 'By complexity'], 'complexity'),
  'MIX.importance': share(['التصنيف حسب درجة الأهمية', 'By importance'], 'importance'),
  'MIX.procedure': share(['التصنيف حسب الإجراء', 'By procedure'], 'procedure'),
  'MIX.cause': share(['التصنيف حسب سبب الشكوى', 'By cause given'], 'cause'),
  'MIX.subject': share(['التصنيف حسب موضوع الشكوى (قد يتعدد)', 'By subject (may be several)'], 'subject'),
  'MIX.cross': define('count', 'none', [
    ['الخدمة ودرجة التعقيد', 'Service by complexity'],
    ['عدد الشكاوى الواردة.', 'Complaints received.'],
    ['service', 'complexity'],
  ]),
  ...duration(
    'LAG',
    ['تأخر التسجيل', 'Registration lag'],
    ['وقت العمل من الاستلام إلى التسجيل.', 'Working time from receipt to registration.'],
    ['channel'],
  ),
}
