import { define, duration, share, rateSplits } from './figure-definition.ts'
import type { FigureDefinition } from './figure-definition.ts'

/** What is open, what came back, how long it took, and of what kind it was (K7, K9, K15). */
export const figuresOfOpenAndReturned: Readonly<Record<string, FigureDefinition>> = {
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
