import type { Messages } from './messages.ts'

/** What a case waits for, as its page says it. */
export const nextMessages = {
  title: { ar: 'الخطوة التالية', en: 'Next step' },
  nothing: { ar: 'انتهى العمل على هذا الطلب', en: 'Nothing is left to be done' },
  notYours: {
    ar: 'هذه الخطوة ليست من صلاحياتك. تُتخذ بصلاحية: {right}.',
    en: 'This step is not yours to take. It needs the right: {right}.',
  },
  kept: { ar: 'ما كتبته هنا محفوظ ولم يُرسل بعد.', en: 'What you typed here is kept and not sent yet.' },
  take: { ar: 'أتولّى هذا الطلب', en: 'Take this case' },
  notNow: { ar: 'لا خطوة متاحة لك الآن على هذا الطلب.', en: 'No step is open to you on this case now.' },
  triage: { ar: 'بانتظار البت في الاختصاص والتصنيف', en: 'Waits for the decision on remit and for classification' },
  remit: { ar: 'صُنّف الطلب، وبقي البت في الاختصاص', en: 'Classified; the decision on remit is left' },
  classify: { ar: 'قُبل الطلب، وبقي تصنيفه', en: 'Accepted; classification is left' },
  info: {
    ar: 'بانتظار معلومات من مقدم الطلب، والوقت متوقف',
    en: 'Waits for data from the complainant; the clock stands',
  },
  suspended: { ar: 'الطلب معلّق، والوقت متوقف', en: 'Suspended; the clock stands' },
  work: {
    ar: 'أحِل الطلب إلى الدائرة المعنية، أو اكتب الرد إن توفر',
    en: 'Refer it to the department concerned, or write the reply where the answer is known',
  },
  again: { ar: 'أعيد فتح الطلب: يُنظر فيه من جديد', en: 'Reopened: it is looked at anew' },
  answerNow: { ar: 'حل من أول اتصال: اكتب الرد', en: 'First-contact resolution: write the reply' },
  thirdParty: {
    ar: 'لدى طرف ثالث: سجّل الحل الذي يرد منه',
    en: 'With a third party: write the reply from its solution',
  },
  thirdPartyUnasked: {
    ar: 'تتطلب طرفاً آخر: خاطبه ثم اكتب الرد من حله. وإن كان دائرة من دوائر المؤسسة فأحِل الطلب إليها',
    en: 'Another party is needed: turn to it, then write the reply from its solution. If it is a department of the institution, refer the case to it',
  },
  departments: { ar: 'بانتظار الدوائر', en: 'Waits for departments' },
  departmentsAnswer: {
    ar: 'بانتظار الدائرة: يصلها الطلب وتجيب عنه على جهازها',
    en: 'Waits for the department, which receives and answers it at its own machine',
  },
  ownNew: {
    ar: 'وصلتكم الإحالة: أكّدوا أنها من اختصاصكم واذكروا موعد الرد، أو أعيدوها',
    en: 'Referred to you: confirm that it is yours and state when you answer, or return it',
  },
  ownReply: { ar: 'لديكم: اكتبوا ردكم على الإحالة', en: 'With you: write your reply to the referral' },
  ownAsked: { ar: 'يسألكم المكتب: أجيبوا عن الإيضاح', en: 'The office asks you: answer its question' },
  ownQuestion: { ar: 'بانتظار جواب المكتب عن سؤالكم', en: 'Waits for the office’s answer to your question' },
  ownReminded: {
    ar: {
      zero: 'لم تُذكَّروا به',
      one: 'ذُكّرتم به مرة واحدة',
      two: 'ذُكّرتم به مرتين',
      few: 'ذُكّرتم به {count} مرات',
      many: 'ذُكّرتم به {count} مرة',
      other: 'ذُكّرتم به {count} مرة',
    },
    en: { one: 'You were reminded once', other: 'You were reminded {count} times' },
  },
  ownAnswered: { ar: 'وصل ردكم إلى المكتب، وهو ينظر فيه', en: 'Your reply is with the office, which looks at it' },
  /** Recorded here, while the server has not answered that it has it. */
  departmentsUnsent: {
    ar: 'الإحالة محفوظة على هذا الجهاز ولم تصل الدائرة بعد، وتُرسل عند الاتصال بالخادم',
    en: 'The referral is saved on this machine and not yet with the department; it is sent once the server is reached',
  },
  ownUnsent: {
    ar: 'ما سجلتموه محفوظ على هذا الجهاز ولم يصل المكتب بعد، ويُرسل عند الاتصال بالخادم',
    en: 'What you recorded is saved on this machine and not yet with the office; it is sent once the server is reached',
  },
  ownEnded: {
    ar: 'انتهت معالجة هذا الطلب، ولا شيء مطلوب منكم',
    en: 'The work on this case is over; nothing is asked of you',
  },
  ownReturned: { ar: 'أعدتم الإحالة إلى المكتب', en: 'You returned the referral to the office' },
  ownCancelled: { ar: 'لا شيء مطلوب منكم في هذا الطلب', en: 'Nothing is asked of you in this case' },
  clarify: { ar: 'بانتظار إيضاح', en: 'Waits for a clarification' },
  returned: {
    ar: 'أعادت دائرة الإحالة: أحلها إلى غيرها أو ألغها',
    en: 'A department returned it: refer it elsewhere or cancel it',
  },
  answered: {
    ar: 'وردت الردود: اكتب الرد على مقدم الطلب',
    en: 'The replies are in: write the reply to the complainant',
  },
  approval: { ar: 'الرد بانتظار الاعتماد', en: 'The reply waits for approval' },
  correctionWaits: { ar: 'تصحيح الرد بانتظار الاعتماد', en: 'A correction of the reply waits for approval' },
  correctionReturned: { ar: 'أُعيد تصحيح الرد إلى كاتبه', en: 'The correction of the reply was returned' },
  correctionApproved: {
    ar: 'اعتُمد التصحيح: سلّمه وسجّل تسليمه',
    en: 'The correction is approved: deliver it and record how it left',
  },
  rework: { ar: 'أُعيد الرد للتصحيح', en: 'The reply was returned for correction' },
  returnedFor: { ar: 'سبب الإعادة: {reason}', en: 'Why it was returned: {reason}' },
  returnedBy: { ar: 'الإعادة: \u2068{name}\u2069، {at}.', en: 'Returned by \u2068{name}\u2069, {at}.' },
  reopenedFor: { ar: 'سبب إعادة الفتح: {reason}', en: 'Why it was reopened: {reason}' },
  send: { ar: 'اعتُمد الرد: سلّمه وسجّل تسليمه', en: 'Approved: deliver the reply and record how it left' },
  measure: { ar: 'تم الرد: اتصل بمقدم الطلب وقس رضاه', en: 'Answered: call the complainant and measure satisfaction' },
  dissatisfied: { ar: 'مقدم الطلب غير راضٍ: أعد فتح الطلب', en: 'The complainant is not satisfied: reopen the case' },
  close: { ar: 'استُكمل قياس الرضا: أغلق الطلب', en: 'Satisfaction is settled: close the case' },
  closeUnasked: {
    ar: 'لا يُقاس الرضا عن هذا الطلب: أغلقه',
    en: 'Satisfaction is not measured for this case: close it',
  },
  closeUnreachable: { ar: 'تعذّر الوصول: أغلق الطلب', en: 'Cannot be reached: close the case' },
  external: {
    ar: 'لدى جهة أخرى: تابعها حتى تتأكد النتيجة',
    en: 'With another body: follow it up until the result is confirmed',
  },
  cameBack: {
    ar: 'لم تحل الجهة الأخرى الموضوع: تابعها بموعد جديد، أو حوّل الطلب إلى غيرها، أو انظر فيه هنا',
    en: 'The other body did not solve the matter: follow it up with a new date, transfer it to another, or take it up here',
  },
  follower: { ar: 'يتبع هذا الطلب طلباً آخر ويُبحث معه', en: 'Follows another case and is examined there' },
  closed: { ar: 'الطلب مغلق', en: 'The case is closed' },
  notify: {
    ar: 'رُفض الطلب: بلّغ مقدمه بالسبب وسجّل التبليغ',
    en: 'Rejected: tell the complainant why and record that it was done',
  },
  rejected: { ar: 'الطلب مرفوض', en: 'The case was rejected' },
  filed: { ar: 'الطلب محفوظ', en: 'The case was filed' },
  withdrawn: { ar: 'سحب مقدم الطلب طلبه', en: 'The complainant withdrew the case' },
} as const satisfies Messages
