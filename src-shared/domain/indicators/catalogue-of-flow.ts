import { define } from './figure-definition.ts'
import type { FigureDefinition } from './figure-definition.ts'

/** What came, ended and stayed open: the movement of the period (P6, K7c). */
export const figuresOfFlow: Readonly<Record<string, FigureDefinition>> = {
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
}
