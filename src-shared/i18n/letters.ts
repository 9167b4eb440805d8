import type { Messages } from './messages.ts'

/** What the office's papers say by themselves: receipt, referral letter, reply letter. */
export const letterMessages = {
  receiptTitle: { ar: 'إيصال استلام', en: 'Receipt' },
  reference: { ar: 'الرقم المرجعي', en: 'Reference number' },
  registeredAt: { ar: 'تاريخ التسجيل ووقته', en: 'Registered on' },
  receivedAt: { ar: 'تاريخ الورود', en: 'Received on' },
  type: { ar: 'نوع الطلب', en: 'Type' },
  channel: { ar: 'قناة الورود', en: 'Channel' },
  subject: { ar: 'الموضوع', en: 'Subject' },
  expectedAnswer: { ar: 'تاريخ الرد المتوقع', en: 'Answer expected by' },
  trackingCode: { ar: 'رمز المتابعة', en: 'Tracking code' },
  verification: { ar: 'رمز صحة الإيصال', en: 'Authenticity code' },
  followUpTitle: { ar: 'كيف تتابعون طلبكم', en: 'How to follow up' },
  followUp: {
    ar: 'للاستعلام عن طلبكم راجعوا المكتب أو اتصلوا بالرقم {phone}، واذكروا الرقم المرجعي ورمز المتابعة.',
    en: 'To ask about your case, visit the office or call {phone}, and give the reference number and the tracking code.',
  },
  followUpInPerson: {
    ar: 'للاستعلام عن طلبكم راجعوا المكتب واذكروا الرقم المرجعي ورمز المتابعة.',
    en: 'To ask about your case, visit the office and give the reference number and the tracking code.',
  },
  keepReceipt: {
    ar: 'احتفظوا بهذا الإيصال، ولا تُطلعوا غيركم على رمز المتابعة.',
    en: 'Keep this receipt and do not share the tracking code.',
  },
  practice: { ar: 'نسخة تدريبية – ليست وثيقة رسمية', en: 'Practice copy – not an official document' },

  draft: { ar: 'مسودة – لم تُعتمد بعد', en: 'Draft – not approved yet' },
  number: { ar: 'الرقم', en: 'Ref' },
  date: { ar: 'التاريخ', en: 'Date' },
  hijriDate: { ar: 'الموافق', en: 'Hijri' },
  subjectLine: { ar: 'الموضوع: {subject}', en: 'Subject: {subject}' },
  dear: { ar: 'السيد/السيدة {name} المحترم/ة', en: 'Dear {name},' },
  dearUnknown: { ar: 'السيد/السيدة مقدم الطلب المحترم/ة', en: 'Dear Sir or Madam,' },
  greeting: { ar: 'تحية طيبة وبعد،', en: '' },
  greetingSa: { ar: 'السلام عليكم ورحمة الله وبركاته، وبعد:', en: '' },
  closing: { ar: 'وتفضلوا بقبول فائق الاحترام والتقدير.', en: 'Yours sincerely,' },
  signature: { ar: 'التوقيع والختم', en: 'Signature and stamp' },
  page: { ar: 'صفحة {page} من {pages}', en: 'Page {page} of {pages}' },

  replySubject: { ar: 'الرد على طلبكم رقم {reference} ({type})', en: 'Reply to your case {reference} ({type})' },
  replyOpening: {
    ar: 'بالإشارة إلى طلبكم المسجَّل لدينا بالرقم {reference} بتاريخ {date} بشأن «{subject}»، نفيدكم بما يأتي:',
    en: 'We refer to your case {reference}, registered on {date}, about “{subject}”. Our reply is as follows.',
  },
  replyOpeningBare: {
    ar: 'بالإشارة إلى طلبكم المسجَّل لدينا بالرقم {reference} بتاريخ {date}، نفيدكم بما يأتي:',
    en: 'We refer to your case {reference}, registered on {date}. Our reply is as follows.',
  },
  replyCorrects: {
    ar: 'هذا الرد يصحح ردنا الذي أُبلغتم به بتاريخ {date} ويحل محله.',
    en: 'This letter corrects our reply of {date} and takes its place.',
  },
  rejectionSubject: { ar: 'تبليغ بشأن طلبكم رقم {reference} ({type})', en: 'Notice on your case {reference} ({type})' },
  rejectionOpening: {
    ar: 'بالإشارة إلى طلبكم المسجَّل لدينا بالرقم {reference} بتاريخ {date} بشأن «{subject}»، نفيدكم بأنه لم يُقبل للنظر فيه.',
    en: 'We refer to your case {reference}, registered on {date}, about “{subject}”. It was not admitted for examination.',
  },
  rejectionOpeningBare: {
    ar: 'بالإشارة إلى طلبكم المسجَّل لدينا بالرقم {reference} بتاريخ {date}، نفيدكم بأنه لم يُقبل للنظر فيه.',
    en: 'We refer to your case {reference}, registered on {date}. It was not admitted for examination.',
  },
  rejectionReason: { ar: 'السبب: {reason}.', en: 'The reason: {reason}.' },
  objectionTitle: { ar: 'حق الاعتراض', en: 'Your right of objection' },
  objection: {
    ar: 'إذا لم تكونوا راضين عن هذا الرد، فيحق لكم طلب استئناف النظر في طلبكم حتى نهاية يوم {date}.',
    en: 'If you are not satisfied with this reply, you may ask us to resume your case until the end of {date}.',
  },
  objectionUndated: {
    ar: 'إذا لم تكونوا راضين عن هذا الرد، فيحق لكم طلب استئناف النظر في طلبكم.',
    en: 'If you are not satisfied with this reply, you may ask us to resume your case.',
  },
  objectionHow: {
    ar: 'وذلك بمراجعة المكتب أو الاتصال بالرقم {phone} مع ذكر الرقم المرجعي {reference}.',
    en: 'To do so, visit the office or call {phone}, giving the reference number {reference}.',
  },
  rejectionAsk: {
    ar: 'للاستفسار عن هذا القرار راجعوا المكتب أو اتصلوا بالرقم {phone} واذكروا الرقم المرجعي {reference}.',
    en: 'For any question about this decision, visit the office or call {phone}, giving the reference number {reference}.',
  },
  rejectionAskInPerson: {
    ar: 'للاستفسار عن هذا القرار راجعوا المكتب واذكروا الرقم المرجعي {reference}.',
    en: 'For any question about this decision, visit the office, giving the reference number {reference}.',
  },
  objectionHowInPerson: {
    ar: 'وذلك بمراجعة المكتب مع ذكر الرقم المرجعي {reference}.',
    en: 'To do so, visit the office, giving the reference number {reference}.',
  },

  addressee: { ar: 'السادة / {department} المحترمون', en: 'To: {department}' },
  referralSubject: { ar: 'إحالة الطلب رقم {reference} ({type})', en: 'Referral of case {reference} ({type})' },
  referralOpening: {
    ar: 'نحيل إليكم مضمون الطلب المبيَّن أدناه، راجين دراسته وموافاتنا بردكم في موعد أقصاه {due}.',
    en: 'We refer to you the case set out below. Please examine it and send us your answer no later than {due}.',
  },
  referralOpeningUndated: {
    ar: 'نحيل إليكم مضمون الطلب المبيَّن أدناه، راجين دراسته وموافاتنا بردكم.',
    en: 'We refer to you the case set out below. Please examine it and send us your answer.',
  },
  referredAt: { ar: 'تاريخ الإحالة', en: 'Referred on' },
  answerDue: { ar: 'موعد الرد', en: 'Answer due' },
  referralText: { ar: 'مضمون الطلب', en: 'What the case is about' },
  referralNotOurs: {
    ar: 'إن لم يكن الموضوع من اختصاصكم، فيُرجى إعادته إلينا دون تأخير مع بيان السبب والجهة المختصة.',
    en: 'If the matter is not yours, please return it to us without delay, with the reason and the competent body.',
  },
  referralPrivacy: {
    ar: 'حُجبت هوية مقدم الطلب حفاظاً على السرية، وما يلزم منها لدراسة الطلب يُطلب من هذا المكتب مع بيان السبب.',
    en: 'The identity of the complainant is withheld. Ask this office for what the examination needs, with the reason.',
  },
  addressLine: { ar: 'العنوان: {address}', en: 'Address: {address}' },
  phoneLine: { ar: 'الهاتف:\u00A0{phone}', en: 'Telephone:\u00A0{phone}' },
  emailLine: { ar: 'البريد\u00A0الإلكتروني:\u00A0{email}', en: 'E-mail:\u00A0{email}' },

  receiptName: { ar: 'إيصال', en: 'receipt' },
  referralName: { ar: 'كتاب-إحالة', en: 'referral' },
  rejectionName: { ar: 'كتاب-رفض', en: 'rejection' },
  replyName: { ar: 'كتاب-رد', en: 'reply' },
  caseFileName: { ar: 'ملف-طلب', en: 'case-file' },
} as const satisfies Messages
