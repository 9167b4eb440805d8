import { helpMessages } from './help.ts'
import { glossaryPart, type GlossaryPart } from './glossary-part.ts'

/** Time, review and what is counted. */
export const glossaryOfFigures: readonly GlossaryPart[] = [
  glossaryPart(helpMessages.glossaryTime, [
    [
      'تاريخ الاستحقاق',
      'Due date',
      'نهاية المدة محسوبة بوقت العمل، ومكتوبة مع نسخة التقويم والمدة.',
      'End of the limit, counted in working time, written with the versions of calendar and limit.',
    ],
    ['وقت العمل', 'Working time', 'الوقت داخل دوام المكتب دون العطل.', 'Time inside office periods, without holidays.'],
    ['إيقاف احتساب الوقت', 'Clock pause', 'وقت لا يُحسب، وسببه مثبت.', 'Time that does not count, with its cause.'],
    [
      'التمديد',
      'Extension',
      'موعد جديد بسبب معتمد قبل حلول القديم؛ ويبقى القديم مثبتاً.',
      'A new due date, approved with a reason before the old one passed; the old one is kept.',
    ],
    [
      'إشعار التأخير',
      'Delay notice',
      'يخبر مقدم الطلب بالسبب والموعد الجديد.',
      'Tells the complainant reasons and the new date.',
    ],
    ['التذكير', 'Reminder', 'تنبيه ضابط الارتباط قبل الموعد أو بعده.', 'To the liaison, before or after the due date.'],
    ['التصعيد', 'Escalation', 'رفع الأمر إلى مستوى أعلى بقاعدة.', 'Raising to a higher level by rule.'],
    ['محاولة الوصول', 'Contact attempt', 'محاولة مسجلة للاتصال بمقدم الطلب.', 'A logged try to reach the complainant.'],
    ['متأخرة', 'Overdue', 'مضى موعدها ولم تُحل.', 'Past due and not resolved.'],
  ]),
  glossaryPart(helpMessages.glossaryReview, [
    [
      'راضٍ جداً – راضٍ – غير راضٍ',
      'Very satisfied – satisfied – not satisfied',
      'قيم التقييم الثلاث.',
      'The three values of a rating.',
    ],
    [
      'امتنع عن التقييم',
      'Declined to rate',
      'تم الوصول إليه ولم يقيّم؛ لا يدخل في نسبة الرضا.',
      'Reached, but did not rate; not counted in satisfaction.',
    ],
    [
      'إعادة الفتح',
      'Reopening',
      'دورة جديدة لعدم الرضا أو لوقائع جديدة.',
      'A new cycle, for dissatisfaction or new facts.',
    ],
    [
      'إعادة النظر من موظفين جدد',
      'Review by new staff',
      'لا ينظر في الطلب بعد فتحه من عالجه قبلها.',
      'Whoever handled it before does not review it.',
    ],
  ]),
  glossaryPart(helpMessages.glossaryFigures, [
    [
      'الالتزام بالتوقيت',
      'Timeliness',
      'ما حُل في موعده من كل ما استحق، بما فيه المفتوح المتأخر.',
      'Resolved in time, out of everything that fell due, open late ones included.',
    ],
    [
      'الحل من أول اتصال (صافٍ)',
      'First-contact resolution (net)',
      'دون ما أعيد فتحه أو تكرر أو قُيّم بعدم الرضا.',
      'Without what was reopened, repeated or rated unsatisfied.',
    ],
    [
      'رضا المتعاملين',
      'Client satisfaction',
      'الراضون من كل من قيّم، ويُطبع معه العدد ومعدل الاستجابة.',
      'Satisfied among all who rated; printed with its count and the response rate.',
    ],
    [
      'درجة استجابة الدوائر',
      'Response index of departments',
      'من 0 إلى 100: الرد في الموعد ثم المتأخر ثم عدم الرد.',
      '0 to 100: answers in time, late, none.',
    ],
    [
      'المرحّل والوارد والمنظور والمتبقي',
      'Brought forward, received, considered, carried forward',
      'أرقام الحركة: المنظور هو المرحّل والوارد والمعاد فتحه.',
      'Figures of the flow: considered is brought forward plus received plus reopened.',
    ],
    [
      'جدول المطابقة',
      'Reconciliation',
      'ما دخل يساوي ما انتهى وما بقي؛ ولا يُصدَّر تقرير لا يتطابق إلا بملاحظة.',
      'What came in equals what ended and what is left; a report that does not agree is exported only with a note.',
    ],
    [
      'الوسيط والمئين التسعون',
      'Median and 90th percentile',
      'نصف الطلبات حُل في الوسيط أو قبله، وتسعة أعشارها في المئين التسعين أو قبله.',
      'Half were resolved within the median, nine tenths within the 90th percentile.',
    ],
    ['مبدئي', 'Provisional', 'رقم لم تنته مدة ملاحظته بعد.', 'A figure whose observation window is not over.'],
    [
      'لا ينطبق',
      'Not applicable',
      'لا شيء يُقسم عليه؛ لا تُكتب 0% ولا 100%.',
      'Nothing to divide by; neither 0% nor 100% is written.',
    ],
  ]),
]
