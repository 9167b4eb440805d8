import { define, duration, timeliness } from './figure-definition.ts'
import type { FigureDefinition } from './figure-definition.ts'

/** How many were right, how soon they were answered, how content their complainants are (K1 to K5). */
export const figuresOfService: Readonly<Record<string, FigureDefinition>> = {
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
}
