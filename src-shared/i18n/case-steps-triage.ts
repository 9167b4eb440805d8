import type { Messages } from './messages.ts'

/** Words of the steps that decide where a case goes: remit, other bodies, the four axes, the handler. */
export const triageMessages = {
  // remit and admissibility
  remitTitle: { ar: 'البت في الاختصاص والقبول', en: 'Decide remit and admissibility' },
  remit: { ar: 'القرار', en: 'Decision' },
  remitAccept: { ar: 'ضمن الاختصاص: قبول الطلب', en: 'Within remit: accept' },
  remitAcceptHint: { ar: 'يُعالج الطلب في هذا المكتب.', en: 'The case is handled by this office.' },
  remitTransfer: { ar: 'خارج الاختصاص: تحويل إلى جهة أخرى', en: 'Out of remit: transfer to another body' },
  remitTransferHint: {
    ar: 'يبقى الطلب مفتوحاً للمتابعة مع الجهة المختصة.',
    en: 'The case stays open and is followed up with that body.',
  },
  remitReject: { ar: 'رفض الطلب', en: 'Reject' },
  remitRejectHint: { ar: 'غير مقبول لسبب يُبلَّغ به مقدمه.', en: 'Not admissible, for a reason the complainant is told.' },
  remitFile: { ar: 'حفظ الطلب', en: 'File without action' },
  remitFileHint: { ar: 'بلا مضمون أو مسيء أو للعلم فقط.', en: 'Empty, abusive, or for information only.' },
  acceptSubmit: { ar: 'قبول الطلب', en: 'Accept the case' },
  rejectAbout: {
    ar: 'ينتهي الطلب بهذا القرار، ويبقى بين ما يُسلَّم حتى يُسجَّل تبليغ مقدمه.',
    en: 'The case ends with this decision, and waits among what is to be sent until the complainant was told.',
  },
  rejectText: { ar: 'ما يُكتب لمقدم الطلب بياناً للسبب', en: 'What the complainant is told of the reason' },
  rejectionSent: { ar: 'تسجيل تبليغ الرفض', en: 'Record the notice of rejection' },
  rejectionSentAbout: {
    ar: 'اطبع كتاب الرفض من قائمة الطباعة وسلّمه، ثم سجّل كيف ومتى بُلّغ به.',
    en: 'Print the notice from the print menu and deliver it, then record how and when the complainant was told.',
  },
  rejectionDelivery: { ar: 'كيف بُلّغ مقدم الطلب؟', en: 'How was the complainant told?' },
  rejectSubmit: { ar: 'رفض الطلب', en: 'Reject the case' },
  fileAbout: {
    ar: 'ينتهي الطلب دون إجراء، وتُسحب الإحالات المفتوحة.',
    en: 'The case ends without action; open referrals are taken back.',
  },
  isWithinRemit: { ar: 'هل موضوع الطلب من اختصاص هذا المكتب؟', en: 'Is the matter within the remit of this office?' },
  outsideRemitEndsNot: {
    ar: 'ما ليس من الاختصاص لا يُنهى هنا: حوّله إلى الجهة المختصة.',
    en: 'What is out of remit does not end here: transfer it to the competent body.',
  },
  isWithinRemitMissing: { ar: 'أجب: هل الموضوع من الاختصاص؟', en: 'Say whether the matter is within the remit' },
  fileSubmit: { ar: 'حفظ الطلب', en: 'File the case' },

  // other bodies
  body: { ar: 'الجهة المختصة', en: 'Competent body' },
  bodyMissing: { ar: 'اختر الجهة المختصة', en: 'Choose the competent body' },
  transferAbout: {
    ar: 'يُوجَّه مقدم الطلب إلى الجهة المختصة، ويتابع المكتب طلبه معها.',
    en: 'The complainant is directed to the competent body, and the office follows the case up there.',
  },
  transferredAt: { ar: 'تاريخ التحويل ووقته', en: 'Transferred on' },
  externalReference: { ar: 'رقم الطلب لدى الجهة', en: 'Reference at that body' },
  contactGiven: {
    ar: 'أُعطي مقدم الطلب وسيلة التواصل مع الجهة',
    en: 'The complainant was given the contact of that body',
  },
  followUpAt: { ar: 'موعد المتابعة', en: 'Follow up on' },
  transferSubmit: { ar: 'تحويل الطلب', en: 'Transfer the case' },
  followUp: { ar: 'تسجيل متابعة مع الجهة', en: 'Record a follow-up' },
  followUpNote: { ar: 'ما أفادت به الجهة', en: 'What the body said' },
  followUpNext: { ar: 'موعد المتابعة التالية', en: 'Next follow-up' },
  followUpSubmit: { ar: 'تسجيل المتابعة', en: 'Record follow-up' },
  confirmExternal: { ar: 'تسجيل نتيجة الجهة', en: 'Record the result at that body' },
  confirmExternalAbout: {
    ar: 'إن حُلّ الموضوع انتهت متابعة الطلب. وإن لم يُحل عاد الطلب إلى عمل الفريق.',
    en: 'Solved: the follow-up of the case ends. Not solved: the case comes back to the work of the team.',
  },
  transferAgainAbout: {
    ar: 'لم يُحل الموضوع لدى الجهة. أبقِ الجهة نفسها لمتابعتها بموعد جديد، أو اختر غيرها.',
    en: 'The body did not solve the matter. Keep the same body to follow it up with a new date, or choose another.',
  },
  confirmExternalSubmit: { ar: 'تأكيد النتيجة', en: 'Confirm the result' },
  externalSolved: { ar: 'هل حُلّ الموضوع لدى الجهة؟', en: 'Was the matter solved there?' },
  contactRating: { ar: 'رضا مقدم الطلب عن تعامل الجهة', en: 'Satisfaction with that body' },
  notAsked: { ar: 'لم يُسأل', en: 'Not asked' },

  // the four axes
  classify: { ar: 'تصنيف الطلب', en: 'Classify' },
  classifySubmit: { ar: 'حفظ التصنيف', en: 'Save classification' },
  axisService: { ar: 'التصنيف حسب الخدمة', en: 'By service' },
  serviceMissing: { ar: 'اختر تصنيف الخدمة', en: 'Choose the service' },
  driverParties: { ar: 'كم إجراءً أو جهةً يتطلب الحل؟', en: 'How many procedures or parties does it take?' },
  partiesOne: { ar: 'إجراء واحد معروف', en: 'One known procedure' },
  partiesSeveral: { ar: 'عدة إجراءات أو جهات', en: 'Several procedures or parties' },
  driverTime: { ar: 'ما الوقت المتوقع للحل؟', en: 'How long is it expected to take?' },
  timeDays: { ar: 'أيام قليلة', en: 'A few days' },
  timeWeeks: { ar: 'أكثر من أسبوع', en: 'More than a week' },
  timeNow: { ar: 'لا يحتمل التأجيل', en: 'It cannot wait' },
  axisComplexity: { ar: 'درجة التعقيد', en: 'Complexity' },
  complexityMissing: { ar: 'اختر درجة التعقيد', en: 'Choose the complexity' },
  complexityProposed: { ar: 'المقترح: {value}. القرار لك.', en: 'Proposed: {value}. You decide.' },
  axisImportance: { ar: 'درجة الأهمية', en: 'Importance' },
  importanceOfTeam: { ar: 'يحددها الفريق المختص.', en: 'Set by the specialised team.' },
  importanceReason: { ar: 'سبب درجة الأهمية', en: 'Reason for the importance' },
  importanceReasonMissing: { ar: 'اكتب سبب درجة الأهمية', en: 'Write the reason for the importance' },
  axisProcedure: { ar: 'التصنيف حسب الإجراء', en: 'By procedure' },
  procedureMissing: { ar: 'اختر الإجراء', en: 'Choose the procedure' },
  procedureFcr: { ar: 'تسجيل ثم حل ثم إغلاق، دون إحالة.', en: 'Register, resolve, close; no referral.' },
  procedureProcessing: { ar: 'تسجيل ثم تصنيف ثم معالجة ثم إغلاق.', en: 'Register, classify, process, close.' },
  procedureThird: {
    ar: 'يلزم رأي طرف خارج المؤسسة أو حله. ما يُحال إلى دوائرها هو «تتطلب معالجة».',
    en: 'The opinion or solution of a party outside the institution is needed. What goes to its departments needs processing.',
  },
  axisPriority: { ar: 'الأولوية', en: 'Priority' },
  priorityComputed: { ar: 'كما تُحتسب: {value}', en: 'As computed: {value}' },
  priorityComputedLater: { ar: 'كما تُحتسب من الأهمية والتعقيد', en: 'As computed from importance and complexity' },
  priorityReason: { ar: 'سبب تغيير الأولوية', en: 'Reason for another priority' },
  priorityOverridden: {
    ar: 'يُثبت في السجل أن الأولوية حُددت يدوياً.',
    en: 'The history will show that the priority was set by hand.',
  },

  // handler
  assign: { ar: 'إسناد الطلب إلى موظف', en: 'Assign' },
  assignSubmit: { ar: 'إسناد الطلب', en: 'Assign the case' },
  handler: { ar: 'الموظف المسؤول', en: 'Handler' },
  handlerMissing: { ar: 'اختر الموظف المسؤول', en: 'Choose the handler' },
  staffExcluded: { ar: '{name} – عمل على الطلب من قبل', en: '{name} – worked on the case before' },
  excludedWhy: {
    ar: 'لا يُختار من عالج الطلب أو اعتمد رده في دورة سابقة: {names}. يتولى الطلبَ المعاد فتحه موظفون جدد.',
    en: 'Whoever handled the case or approved its reply in an earlier cycle cannot be chosen: {names}. A reopened case goes to new staff.',
  },
  exceptionReason: { ar: 'سبب الاستثناء من قاعدة الفصل', en: 'Reason for the exception' },
  exceptionHint: {
    ar: 'لا يوجد في المكتب غير من تشملهم القاعدة. يُثبت الاستثناء على الطلب ويُحصى.',
    en: 'Nobody else in the office may take the step. The exception is marked on the case and counted.',
  },
  exceptionMissing: { ar: 'اكتب سبب الاستثناء', en: 'Write the reason for the exception' },
} as const satisfies Messages
