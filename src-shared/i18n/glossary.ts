import { helpMessages } from './help.ts'
import type { PlainMessage } from './messages.ts'

/** A word of the domain with its meaning, in both languages. */
export interface GlossaryEntry {
  readonly term: PlainMessage
  readonly meaning: PlainMessage
}

export interface GlossaryPart {
  readonly title: PlainMessage
  readonly entries: readonly GlossaryEntry[]
}

type Line = readonly [termAr: string, termEn: string, meaningAr: string, meaningEn: string]

const part = (title: PlainMessage, lines: readonly Line[]): GlossaryPart => ({
  title,
  entries: lines.map(([ar, en, meaningAr, meaningEn]) => ({
    term: { ar, en },
    meaning: { ar: meaningAr, en: meaningEn },
  })),
})

/** The vocabulary of the office as the help shows it. */
export const glossary: readonly GlossaryPart[] = [
  part(helpMessages.glossaryObjects, [
    [
      'المعاملة / الطلب',
      'Case',
      'كل ما يُسجَّل ويُعطى رقماً مرجعياً، أياً كان نوعه.',
      'Anything registered, of any type, that carries a reference number.',
    ],
    [
      'الشكوى',
      'Complaint',
      'تعبير عن عدم الرضا عن خدمة أو إجراء أو سلوك موظف أو أسلوب تقديم الخدمة.',
      'Dissatisfaction with a service, a procedure, an employee’s behaviour or the manner of delivery.',
    ],
    [
      'البلاغ',
      'Report',
      'إخبار الجهة المختصة بضرر أو مشكلة للمصلحة العامة، وإن لم يتضرر مقدّمه.',
      'Information of harm or a problem, in the public interest; the reporter need not be harmed.',
    ],
    [
      'الاستفسار',
      'Inquiry',
      'طلب معلومات عن خدمات الوزارة أو خدمات شركائها.',
      'A request for information about the ministry’s services or a partner’s.',
    ],
    ['الاقتراح', 'Suggestion', 'فكرة لتحسين خدمة.', 'An idea to improve a service.'],
    ['الثناء', 'Praise', 'شكر على خدمة أو قسم أو موظف.', 'Thanks for a service, a section or an employee.'],
    [
      'شكوى تغطية إعلامية',
      'Media-coverage complaint',
      'شكوى نُشرت في وسيلة إعلام، يرصدها الموظف ويسجلها.',
      'A complaint published in the media, monitored and registered by staff.',
    ],
    [
      'الرقم المرجعي',
      'Reference number',
      'رقم يصدر عند الحفظ ولا يتغير، وبه يُتابع الطلب. آخره رقم تحقق يكشف خطأ الكتابة.',
      'Given at save and never changed; used for follow-up. Its last digit finds typing errors.',
    ],
    [
      'رمز المتابعة',
      'Tracking code',
      'رمز قصير سري يُطبع مع الرقم ويُطلب عند الاستعلام.',
      'A short secret printed with the number, asked for at a status question.',
    ],
    [
      'إيصال الاستلام',
      'Receipt slip',
      'ورقة تثبت تسجيل الطلب ورقمه وموعد الرد المتوقع.',
      'Printed proof of registration, with number and expected answer date.',
    ],
    [
      'الدورة',
      'Cycle',
      'مرور واحد من القبول إلى الإغلاق. الأولى رقمها 1، وكل إعادة فتح تبدأ دورة.',
      'One pass from acceptance to closing. The first is 1; each reopening begins another.',
    ],
    [
      'الإحالة',
      'Referral',
      'تكليف دائرة بالرد على طلب، بموعد ورد خاصين بها.',
      'Assignment of a case to a department, with its own due date and answer.',
    ],
    [
      'رد الدائرة',
      'Department reply',
      'ما تجيب به الدائرة فريق الشكاوى، ولا يُرسل كما هو إلى مقدم الطلب.',
      'What a department answers the team; not sent to the complainant as it is.',
    ],
    [
      'الرد',
      'Reply',
      'النص الموجه إلى مقدم الطلب: مسودة، ثم معتمد، ثم مسلَّم.',
      'The text for the complainant: draft, approved, delivered.',
    ],
    [
      'الملاحظة الداخلية',
      'Internal note',
      'نص لا يراه إلا من يعالج الطلب، ولا يُطبع خارجه.',
      'Text seen only by handling staff, never shown outside.',
    ],
    [
      'المرفق',
      'Attachment',
      'ملف أو صورة أو صفحات ممسوحة تخص طلباً، تُحفظ مشفرة.',
      'A file, picture or scan belonging to a case, kept encrypted.',
    ],
    [
      'مجموعة مكررة',
      'Duplicate group',
      'طلب رئيس وتوابعه عن الموضوع نفسه.',
      'A lead case and its followers about the same matter.',
    ],
  ]),
  part(helpMessages.glossaryPeople, [
    ['مقدم الطلب', 'Complainant', 'الشخص أو المؤسسة صاحبة الطلب.', 'The person or institution that brings the case.'],
    ['موظف الاستقبال', 'Front-desk officer', 'يستلم الطلبات ويسجلها.', 'Receives and registers cases.'],
    [
      'فريق معالجة الشكاوى',
      'Complaint-handling team',
      'يصنف ويحيل ويعتمد ويغلق.',
      'Classifies, refers, approves, closes.',
    ],
    [
      'فريق المتابعة وقياس الرضا',
      'Follow-up and satisfaction team',
      'يتابع الطلبات ويقيس رضا أصحابها.',
      'Follows cases and measures satisfaction.',
    ],
    [
      'رئيس الفريق',
      'Team head',
      'يوزع العمل، ويمدد، ويجيز الاستثناء، ويغلق نهائياً.',
      'Assigns, extends, passes exceptions, closes for good.',
    ],
    [
      'ضابط الارتباط',
      'Liaison officer',
      'موظف الدائرة الذي يستلم الإحالة ويرد عليها أو يعيدها.',
      'The department’s contact, who takes, answers or returns referrals.',
    ],
    [
      'المديرية الفنية',
      'Technical directorate',
      'وحدة داخل الدائرة لديها الجواب.',
      'The unit inside a department that holds the answer.',
    ],
    ['الإدارة العليا', 'Senior management', 'تراجع التقارير وتقرر.', 'Reviews reports and decides.'],
    ['معتمد الرد', 'Reply approver', 'يعتمد الرد، وليس كاتبه أبداً.', 'Approves a reply; never its author.'],
    [
      'المشتكى عليه',
      'Complained-about party',
      'الموظف أو الجهة المقدمة ضدها الشكوى؛ لا يطلع عليها ولا يعالجها.',
      'The employee or body complained about; neither sees nor handles the case.',
    ],
    ['مجموعة صلاحيات', 'Permission group', 'مجموعة مسماة مما يُسمح به.', 'A named set of rights.'],
  ]),
  part(helpMessages.glossaryStates, [
    ['مسجّلة', 'Registered', 'لها رقم ولم تُصنف بعد.', 'Numbered, not triaged yet.'],
    [
      'قيد التصنيف والتدقيق',
      'In triage',
      'يُنظر في اختصاصها وقبولها وصنفها.',
      'Remit, acceptance and class are being decided.',
    ],
    [
      'بانتظار استكمال البيانات',
      'Awaiting complainant data',
      'سُئل مقدم الطلب، والوقت متوقف.',
      'A question was sent; the clock is stopped.',
    ],
    ['محالة', 'Referred', 'لدى دائرة أو أكثر.', 'At one or more departments.'],
    [
      'معادة من الدائرة',
      'Returned by department',
      'ليست من اختصاص الدائرة، والسبب مذكور.',
      'Not theirs; the reason is given.',
    ],
    ['وردت الردود', 'Replies received', 'ردت الدوائر كلها.', 'All departments have answered.'],
    ['بانتظار الاعتماد', 'Awaiting approval', 'مسودة الرد أمام من يعتمدها.', 'The draft is before its approver.'],
    [
      'تم الحل – بانتظار قياس الرضا',
      'Resolved – awaiting satisfaction',
      'سُلّم الرد وتوقف الوقت.',
      'The answer was delivered; the clock has stopped.',
    ],
    ['تعذّر الوصول', 'Unreachable', 'استُنفدت محاولات الوصول المقررة.', 'The attempts laid down are exhausted.'],
    ['مغلقة', 'Closed', 'أُخذ التقييم أو استُنفدت المحاولات.', 'Rated, or attempts exhausted.'],
    ['معاد فتحها', 'Reopened', 'بدأت دورة جديدة.', 'A new cycle has begun.'],
    ['محفوظة', 'Filed', 'لا إجراء عليها، بسبب مثبت وموافقة.', 'No action, with a recorded reason and approval.'],
    ['مسحوبة', 'Withdrawn', 'سحبها مقدمها.', 'Withdrawn by the complainant.'],
    ['معلّقة', 'Suspended', 'أمام محكمة أو لجنة، والوقت متوقف.', 'Before a court or a committee; the clock is stopped.'],
    [
      'خارج الاختصاص – محوّلة',
      'Out of remit – transferred',
      'أُرسلت إلى الجهة المختصة وتُتابع لديها.',
      'Sent to the competent body and followed there.',
    ],
    [
      'الإغلاق النهائي',
      'Final closure',
      'بعد آخر دورة مسموحة، بقرار مسبب من الرئيس.',
      'After the last cycle allowed, by the head’s reasoned decision.',
    ],
  ]),
  part(helpMessages.glossaryClasses, [
    [
      'روتينية – حرجة – معقدة',
      'Routine – critical – complex',
      'درجة التعقيد، ومنها المدة. روتينية: إجراء معروف. حرجة: خطر أو ضياع حق. معقدة: إجراءات أو جهات عدة.',
      'Complexity, which gives the time limit. Routine: one known procedure. Critical: danger or a right about to lapse. Complex: several procedures or parties.',
    ],
    [
      'درجة الأهمية',
      'Importance',
      'مرتفعة أو متوسطة أو منخفضة، بحسب طبيعة الطلب وخطورته.',
      'High, medium or low, by nature and gravity.',
    ],
    [
      'الأولوية',
      'Priority',
      'ترتيب العمل من الأهمية والتعقيد والعمر.',
      'Order of work, from importance, complexity and age.',
    ],
    [
      'حل من أول اتصال',
      'First-contact resolution',
      'يُسجَّل الطلب ويُحل ويُغلق في اتصال واحد.',
      'Registered, resolved and closed in one contact.',
    ],
    ['السبب الجذري', 'Root cause', 'لماذا حدثت المشكلة؛ يُثبت عند الإغلاق.', 'Why it happened; recorded at closing.'],
    ['محقة – محقة جزئياً – غير محقة', 'Upheld – partly – not upheld', 'نتيجة النظر في الشكوى.', 'What was found.'],
    [
      'الإنصاف',
      'Remedy',
      'ما أُعطي لمقدم الطلب: اعتذار أو توضيح أو تصحيح أو تعويض.',
      'What was given: apology, explanation, correction, redress.',
    ],
    ['سوء الإحالة', 'Mis-routing', 'إحالة أعيدت لأنها ليست من اختصاص الدائرة.', 'A referral returned as not theirs.'],
  ]),
  part(helpMessages.glossaryTime, [
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
  part(helpMessages.glossaryReview, [
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
  part(helpMessages.glossaryFigures, [
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
