import { define, duration } from './figure-definition.ts'
import type { FigureDefinition } from './figure-definition.ts'

/** What departments answered, when, and how often they were reminded (K6, K8, K17, K18). */
export const figuresOfDepartments: Readonly<Record<string, FigureDefinition>> = {
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
}
