import type { Messages } from './messages.ts'

/** Steps inside a referral and between units: directorates, disclosure, a case that moves, whom it is about. */
export const insideMessages = {
  askDirectorate: { ar: 'مخاطبة مديرية فنية', en: 'Ask a directorate' },
  askAbout: {
    ar: 'تسأل الدائرة إحدى مديرياتها بكتاب: يُسجَّل هنا ما طُلب ولا يصل إلى جهاز لدى المديرية، ويُدخل ردها هنا حين يرد. ولا يتوقف وقت الإحالة.',
    en: 'The department asks one of its directorates by letter: what is asked is recorded here and goes to no machine of the directorate, and its answer is entered here when it comes. The referral’s clock goes on.',
  },
  noDirectorate: {
    ar: 'لا مديريات لهذه الدائرة. تضيفها الوحدة المركزية أو المكتب في الوحدات والدوائر.',
    en: 'This department has no directorates. The office or the central unit adds them under Units.',
  },
  directorate: { ar: 'المديرية', en: 'Directorate' },
  directorateMissing: { ar: 'اختر المديرية', en: 'Choose the directorate' },
  whatIsAsked: { ar: 'المطلوب منها', en: 'What is asked of it' },
  askSubmit: { ar: 'تسجيل المخاطبة', en: 'Record the request' },
  doneAsked: {
    ar: 'سُجّلت مخاطبة المديرية. أرسل الكتاب إليها.',
    en: 'The request to the directorate was recorded. Send it the letter.',
  },
  answerDirectorate: { ar: 'إدخال رد المديرية', en: 'Enter the directorate’s answer' },
  whatItSaid: { ar: 'ما قالته', en: 'What it said' },
  neededUntil: { ar: 'تحتاج حتى', en: 'It needs until' },
  neededHint: { ar: 'إن حددت موعداً', en: 'If it named a date' },
  answerSubmit: { ar: 'حفظ رد المديرية', en: 'Save its answer' },
  doneAnswered: { ar: 'حُفظ رد المديرية.', en: 'The directorate’s answer was saved.' },

  messageAsked: { ar: 'مخاطبة مديرية', en: 'Directorate asked' },
  messageAnswered: { ar: 'رد مديرية', en: 'Directorate’s answer' },
  askedOn: { ar: 'لدى {name} منذ {date}', en: 'With {name} since {date}' },
  endedUnanswered: {
    ar: 'خوطبت {name} في {date}، وانتهت الإحالة دون ردها',
    en: '{name} was asked on {date}; the referral ended without its answer',
  },
  answeredOn: { ar: 'ردت {name} في {date}', en: '{name} answered on {date}' },
  needs: { ar: 'ردت {name} وتحتاج حتى {date}', en: '{name} answered and needs until {date}' },

  toldOfReferral: {
    ar: 'يُبلَّغ بوجود إحالة جديدة، دون أي بيان عن مقدم الطلب: {who}',
    en: 'To be told that a new referral is there, and nothing of the complainant: {who}',
  },
  toldNobody: {
    ar: 'لا أحد لدى هذه الدائرة يمكن إبلاغه بالإحالة: تُسلَّم إليها ورقياً',
    en: 'Nobody at this department can be told of the referral: it goes on paper',
  },

  ladderNext: { ar: 'سلّم التصعيد: المستوى {rung} في {at}', en: 'Ladder: level {rung} at {at}' },
  ladderDone: { ar: 'سلّم التصعيد: بلغ آخر مستوى', en: 'Ladder: the last level was reached' },
  rungLine: { ar: 'المستوى {rung}: {at}، يُبلَّغ {who}', en: 'Level {rung}: {at}, to {who}' },
  climbed: { ar: 'تم', en: 'Done' },
  comma: { ar: '، ', en: ', ' },
  unheard: {
    ar: {
      zero: 'وصلت كل التنبيهات',
      one: 'تنبيه واحد لم يصل أحداً',
      two: 'تنبيهان لم يصلا أحداً',
      few: '{count} تنبيهات لم تصل أحداً',
      many: '{count} تنبيهاً لم يصل أحداً',
      other: '{count} تنبيه لم يصل أحداً',
    },
    en: { one: '{count} reminder reached nobody', other: '{count} reminders reached nobody' },
  },

  disclose: { ar: 'كشف الهوية لدائرة', en: 'Disclose the identity to a department' },
  discloseAbout: {
    ar: 'تصل هوية مقدم الطلب ووسائل الاتصال به إلى أجهزة هذه الدائرة حتى الموعد، ثم تُمحى منها. يُسجَّل ذلك في سجل الطلب.',
    en: 'Who the complainant is and how to reach him goes to this department’s machines until that date, and is wiped from them afterwards. The history records it.',
  },
  until: { ar: 'حتى', en: 'Until' },
  discloseWhy: { ar: 'لماذا تحتاج الدائرة إلى ذلك', en: 'Why the department needs it' },
  discloseSubmit: { ar: 'كشف الهوية', en: 'Disclose' },
  doneDisclosed: { ar: 'كُشفت الهوية للدائرة.', en: 'The identity was disclosed to the department.' },
  endDisclosure: { ar: 'إنهاء كشف الهوية', en: 'End the disclosure' },
  disclosedUntil: { ar: 'مكشوفة حتى {date}.', en: 'Disclosed until {date}.' },
  endSubmit: { ar: 'إنهاء الكشف', en: 'End it now' },
  doneEnded: { ar: 'انتهى كشف الهوية.', en: 'The disclosure has ended.' },

  move: { ar: 'نقل إلى وحدة أخرى', en: 'Move to another unit' },
  moveAbout: {
    ar: 'يحتفظ الطلب برقمه وسجله ومواعيده، وتتولاه الوحدة الأخرى. يُنقل صعوداً ونزولاً، ومن فوق إلى مكتب آخر. يخرج من هذا المكتب، ولا يعيده أو ينقله بعدها إلا من يعمل في الوحدة الأخرى.',
    en: 'The case keeps its number, history and dates; the other unit works on it. It moves up and down the line, and from above to another office. It leaves this office, and only those who work in the other unit can send it back or pass it on.',
  },
  noOtherUnit: {
    ar: 'لا يعرف هذا الجهاز وحدة أخرى. المكتب المستقل لا ينقل طلباته.',
    en: 'This machine knows no other unit. An office that stands alone moves no cases.',
  },
  unit: { ar: 'الوحدة', en: 'Unit' },
  unitMissing: { ar: 'اختر الوحدة', en: 'Choose the unit' },
  moveWhy: { ar: 'سبب النقل', en: 'Why it moves' },
  moveSubmit: { ar: 'نقل الطلب', en: 'Move the case' },
  doneMoved: { ar: 'نُقل الطلب.', en: 'The case was moved.' },

  about: { ar: 'الموظفون المشكو منهم', en: 'Employees it is about' },
  aboutAbout: {
    ar: 'لا يرى الطلب بعدها الموظف المشكو منه ولا أحد من وحدته.',
    en: 'From then on neither the employee nor anyone of his unit sees the case.',
  },
  staffId: { ar: 'الرقم الوظيفي', en: 'Staff number' },
  employeeUnit: { ar: 'وحدته', en: 'His unit' },
  employeeMissing: { ar: 'أدخل الرقم الوظيفي والوحدة معاً', en: 'Enter both staff number and unit' },
  oneMore: { ar: 'موظف آخر', en: 'Another employee' },
  aboutNobody: { ar: 'ليست على موظف بعينه', en: 'About no employee' },
  aboutSubmit: { ar: 'حفظ', en: 'Save' },
  doneAbout: { ar: 'حُفظ الموظفون المشكو منهم.', en: 'Saved whom the case is about.' },
} as const satisfies Messages
