import type { Messages } from './messages.ts'

/** Words of the steps of the reply: writing, approving, sending, correcting. */
export const replyMessages = {
  draft: { ar: 'كتابة الرد على مقدم الطلب', en: 'Write the reply to the complainant' },
  draftGoesOut: {
    ar: 'هذا النص يصل إلى مقدم الطلب بعد اعتماده. للملاحظات الداخلية مكانها في السجل.',
    en: 'This text reaches the complainant once approved. Internal notes have their own place in the history.',
  },
  draftReturnedBecause: { ar: 'أُعيد للتصحيح ({name}): {reason}', en: '{name} returned it: {reason}' },
  takeAnswer: { ar: 'إدراج رد {name}', en: 'Insert the reply of {name}' },
  replyText: { ar: 'نص الرد على مقدم الطلب', en: 'Text of the reply to the complainant' },
  replyTextHint: {
    ar: 'لا تكتب التحية ولا الرقم المرجعي ولا التاريخ: يضيفها الخطاب.',
    en: 'Leave out salutation, reference number and date: the letter adds them.',
  },
  remedies: { ar: 'ما يُقدَّم لمقدم الطلب', en: 'Remedy offered' },
  replyLanguage: { ar: 'لغة التواصل', en: 'Language' },
  languageArabic: { ar: 'العربية', en: 'Arabic' },
  languageEnglish: { ar: 'الإنجليزية', en: 'English' },
  languageDiffers: {
    ar: 'هذه ليست اللغة التي اختارها مقدم الطلب.',
    en: 'This is not the language the complainant chose.',
  },
  preview: { ar: 'معاينة الرد كما سيصل', en: 'Preview of the reply as it will be sent' },
  previewNote: {
    ar: 'هذا هو الخطاب نفسه. تاريخه وآخر موعد للاعتراض يُحسبان من يوم التسليم، وعبارة «مسودة» ترفع بالاعتماد.',
    en: 'This is the letter itself. Its date and the last day for an objection are counted from the day it leaves; approval takes the word “draft” away.',
  },
  draftSubmit: { ar: 'تقديم الرد للاعتماد', en: 'Submit for approval' },
  approve: { ar: 'اعتماد الرد', en: 'Approve the reply' },
  approveSubmit: { ar: 'اعتماد الرد', en: 'Approve' },
  writtenBy: { ar: 'بقلم \u2068{name}\u2069 في {at}', en: 'Written by \u2068{name}\u2069, {at}' },
  approverOther: {
    ar: 'لا يعتمد الردَّ من كتبه أو كتب صيغة سابقة له، ولا من عمل على الطلب في دورة سابقة',
    en: 'A reply is approved neither by whoever wrote it or an earlier version of it, nor by staff of an earlier cycle',
  },
  approverOthers: { ar: 'يقوم بذلك: {names}', en: 'Who may do this: {names}' },
  approverFcr: {
    ar: 'حل من أول اتصال: يجوز أن يعتمد الردَّ كاتبُه، ويُثبت ذلك على الطلب.',
    en: 'First-contact resolution: the author may approve, and this is marked on the case.',
  },
  approverNobody: {
    ar: 'لا يوجد غيرك من يملك صلاحية الاعتماد. يلزم سبب يُثبت على الطلب.',
    en: 'Nobody else may approve. A reason is needed and is marked on the case.',
  },
  returnDraft: { ar: 'إعادة الرد للتصحيح', en: 'Return for correction' },
  returnDraftAbout: {
    ar: 'يعود الرد إلى كاتبه، ولا يُعتمد إلا بعد تقديمه مصححاً.',
    en: 'The reply goes back to its author and is approved only when submitted again.',
  },
  whatToCorrect: { ar: 'ما يلزم تصحيحه', en: 'What is to be corrected' },
  returnDraftSubmit: { ar: 'إعادة للتصحيح', en: 'Return' },
  recordSent: { ar: 'تسجيل تسليم الرد', en: 'Record how the reply left' },
  recordSentAbout: { ar: 'يتوقف احتساب الوقت عند لحظة التسليم.', en: 'The clock stops at the moment of delivery.' },
  delivery: { ar: 'كيف سُلّم الرد؟', en: 'How did the reply leave?' },
  deliveryMissing: { ar: 'اختر طريقة التسليم', en: 'Choose how it left' },
  sentAt: { ar: 'وقت التسليم', en: 'When' },
  sameContact: { ar: 'في الاتصال نفسه الذي ورد فيه الطلب', en: 'In the same contact in which the case came' },
  sameContactHint: { ar: 'يُحتسب حلاً من أول اتصال.', en: 'Counts as first-contact resolution.' },
  recordSentSubmit: { ar: 'تسجيل التسليم', en: 'Record delivery' },
  noContact: { ar: 'إنهاء دون وسيلة تواصل', en: 'Resolve without contact' },
  noContactAbout: {
    ar: 'للطلبات التي لا وسيلة للوصول إلى مقدمها.',
    en: 'For cases whose complainant cannot be reached.',
  },
  noContactSubmit: { ar: 'تسجيل الحل', en: 'Record as resolved' },
  draftCorrection: { ar: 'كتابة تصحيح للرد المرسل', en: 'Correct the reply that was sent' },
  correctionSame: {
    ar: 'هذا نص الرد الذي أُرسل. اكتب ما يصححه.',
    en: 'This is the text of the reply that left. Write what puts it right.',
  },
  correctionOf: { ar: 'الرد الذي أُرسل ويصححه هذا', en: 'The reply that left and that this one corrects' },
  correctionGoesOut: {
    ar: 'اكتب الرد كما ينبغي أن يصل إلى مقدم الطلب. لا يُرسل قبل أن يعتمده شخص آخر، ويبقى الرد الأول في السجل.',
    en: 'Write the reply as it should reach the complainant. It leaves only after someone else approves it; the first reply stays in the history.',
  },
  correction: { ar: 'تسجيل تسليم التصحيح', en: 'Record how the correction left' },
  correctionAbout: {
    ar: 'اعتُمد التصحيح. سجّل كيف وصل إلى مقدم الطلب. لا تتغيّر مدة الرد الأول.',
    en: 'The correction is approved. Record how it reached the complainant. The time of the first reply does not change.',
  },
  correctionDelivery: { ar: 'كيف سُلّم التصحيح؟', en: 'How did the correction leave?' },
  correctionSubmit: { ar: 'تسجيل التصحيح', en: 'Record correction' },
} as const satisfies Messages
