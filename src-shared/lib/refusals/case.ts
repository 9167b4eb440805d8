import type { RefusalTable } from './sentence.ts'

/** Refusals of the rulebook: each says what to do next. */
export const caseRefusals = {
  // the case as a whole
  'case-exists': {
    ar: 'هذا الطلب مسجّل من قبل. افتحه بدلاً من تسجيله مرة أخرى.',
    en: 'This case is registered already. Open it instead of registering it again.',
  },
  'case-not-registered': {
    ar: 'لا يوجد طلب مسجّل لتنفيذ هذا الإجراء عليه. سجّل الطلب أولاً.',
    en: 'There is no registered case to do this on. Register the case first.',
  },
  'conflict-settled': {
    ar: 'هذا التعارض محسوم من قبل أو ليس في هذا الطلب',
    en: 'This conflict has been settled already, or is not in this case',
  },
  'case-status': {
    ar: 'لا تسمح حالة الطلب الحالية بهذا الإجراء. حدّث الصفحة واختر من الإجراءات المتاحة.',
    en: 'The case cannot take this step in its present status. Refresh the page and choose one of the steps it offers.',
  },
  'case-not-yours-to-open': {
    ar: 'هذا الطلب سري ولست ممن يجوز لهم فتحه. اطلب من رئيس الفريق إضافتك إلى المخولين.',
    en: 'This case is confidential and you are not among those who may open it. Ask the team head to add you.',
  },
  'case-reference-missing': {
    ar: 'تعذّر حجز رقم مرجعي للطلب، فلم يُحفظ شيء. أعد المحاولة أو راجع مدير النظام.',
    en: 'No reference number could be taken for the case, so nothing was saved. Try again or ask the administrator.',
  },
  'event-newer': {
    ar: 'يتضمن هذا السجل حدثاً من إصدار أحدث ({type}). حدّث البرنامج لعرضه كاملاً.',
    en: 'This record holds an event of a newer version ({type}). Update the program to see all of it.',
  },
  'list-entry-unknown': {
    ar: 'القيمة «{code}» ليست من القيم المعمول بها في القائمة. اختر قيمة فعّالة من القائمة.',
    en: '“{code}” is not an active entry of its list. Choose one that is.',
  },
  'time-in-future': {
    ar: 'الوقت المدخل لم يحن بعد. أدخل وقتاً لا يتجاوز الآن.',
    en: 'The time entered has not come yet. Enter one that is not later than now.',
  },
  'time-too-early': {
    ar: 'الوقت المدخل يسبق الخطوة التي يقوم عليها. صحّح الوقت.',
    en: 'The time entered is earlier than the step it rests on. Correct the time.',
  },
  'time-not-later': {
    ar: 'الموعد المدخل قد مضى. أدخل موعداً بعد الآن.',
    en: 'The date entered is past. Enter one that is later than now.',
  },
  'reason-missing': {
    ar: 'هذا الإجراء يتطلب ذكر السبب. اكتب السبب ثم أعد المحاولة.',
    en: 'This step needs a reason. Write the reason and try again.',
  },
  // registration
  'number-not-told': {
    ar: 'لم يُذكر رقم جوال ولا بريد إلكتروني. اطبع إيصال الاستلام أو أشّر على «أُبلغ بالرقم شفوياً» قبل مغادرة النموذج.',
    en: 'No mobile number and no e-mail address are given. Print the receipt or tick “number told orally” before leaving the form.',
  },
  'complainant-missing': {
    ar: 'لم يُحدد مقدم الطلب. اختر شخصاً أو أشّر على أن الطلب دون اسم.',
    en: 'The complainant is not named. Choose a person, or mark the case as anonymous.',
  },
  'complainant-anonymous': {
    ar: 'الطلب دون اسم لا يرتبط بشخص. أزل الشخص أو أزل علامة «دون اسم».',
    en: 'An anonymous case names no person. Remove the person or the anonymous mark.',
  },
  'subjects-missing': {
    ar: 'لا تغادر الشكوى التسجيل دون موضوع واحد على الأقل لعدم الرضا. أضف الموضوع أولاً.',
    en: 'A complaint cannot leave registration without at least one subject of dissatisfaction. Add it first.',
  },
  'named-users-missing': {
    ar: 'الطلب السري للغاية يتطلب تسمية من يجوز لهم فتحه. أضف اسماً واحداً على الأقل.',
    en: 'A strictly confidential case needs the names of those who may open it. Add at least one.',
  },
  'named-user-unknown': {
    ar: 'أحد المذكورين ({user}) ليس مستخدماً فعّالاً. اختر الأسماء من قائمة المستخدمين الفعّالين.',
    en: 'One of those named ({user}) is not an active user. Choose the names from the list of active users.',
  },
  'named-users-cannot-work': {
    ar: 'لا أحد ممن سُمّوا يستطيع متابعة الطلب، فيتعذّر الوصول إليه بعد ذلك. أضف نفسك أو من يملك صلاحية الفرز.',
    en: 'None of those named could take the case further, and it would be out of reach. Add yourself or someone who holds the right of triage.',
  },
  // triage
  'not-accepted': {
    ar: 'لم يُبتّ بعد في قبول الطلب واختصاص الجهة به. اقبله أولاً.',
    en: 'Remit and admissibility are not decided yet. Accept the case first.',
  },
  'not-classified': {
    ar: 'لم يُصنّف الطلب بعد. صنّفه أولاً.',
    en: 'The case is not classified yet. Classify it first.',
  },
  'remit-needs-transfer': {
    ar: 'لا يُنهى الطلب لمجرد أنه خارج الاختصاص. حوّله إلى الجهة المختصة وتابعه معها.',
    en: 'A case is never ended only because it is out of remit. Transfer it to the competent body and follow it up.',
  },
  'procedure-is-fcr': {
    ar: 'صُنّف الطلب للحل من أول اتصال، ولا يُحال. أعد تصنيفه على أنه يتطلب معالجة ثم أحله.',
    en: 'The case is classified for first-contact resolution and is not referred. Classify it as needing processing, then refer it.',
  },
  'importance-needs-reason': {
    ar: 'درجة الأهمية المرتفعة، وكل تغيير في درجة الأهمية، تتطلب ذكر السبب. اكتب السبب.',
    en: 'High importance, and any change of importance, needs a reason. Write it.',
  },
  'priority-needs-reason': {
    ar: 'تغيير الأولوية المحتسبة يتطلب ذكر السبب. اكتب السبب أو اترك الأولوية كما احتُسبت.',
    en: 'Overriding the computed priority needs a reason. Write it, or leave the priority as computed.',
  },
  'type-unchanged': {
    ar: 'الطلب من هذا النوع أصلاً. اختر نوعاً آخر.',
    en: 'The case is of this type already. Choose another one.',
  },
  'case-has-handler': {
    ar: 'أخذ زميل هذا الطلب قبل لحظات، فلم يُؤخذ منه. حدّث الصفحة لترى من يعالجه.',
    en: 'A colleague took this case a moment ago, so it was not taken from them. Refresh the page to see who has it.',
  },
  'handler-unsuitable': {
    ar: 'الموظف المختار لا يملك صلاحية معالجة الطلبات في هذا المكتب. اختر غيره.',
    en: 'The person chosen does not hold the right to handle cases in this office. Choose someone else.',
  },
  'move-unchanged': {
    ar: 'الطلب لدى هذه الجهة أصلاً، أو انتقل منذ فتحته. حدّث الصفحة واختر جهة أخرى.',
    en: 'The case is with this unit already, or has moved since you opened it. Refresh the page and choose another unit.',
  },
  'move-complained-about': {
    ar: 'الشكوى على موظف في هذه الجهة، فلا تُنقل إليها. اختر جهة أخرى.',
    en: 'The complaint is about an employee of this unit, so it does not go there. Choose another one.',
  },
  'move-out-of-line': {
    ar: 'لا يُنقل الطلب إلا إلى جهة أعلى أو أدنى في التسلسل نفسه. انقله إلى الجهة الأعلى لتوجّهه.',
    en: 'A case moves only to a unit above or below its own. Move it up, and the unit there will direct it.',
  },
  // the clock
  'extension-not-notified': {
    ar: 'يجب إبلاغ مقدم الطلب بالتمديد. أبلغه ثم سجّل التمديد.',
    en: 'The complainant must be told of the extension. Tell him, then record it.',
  },
  'pause-cap-not-reached': {
    ar: 'لم تنته بعد مهلة الرد على الاستيضاح. انتظر الرد أو استأنف احتساب الوقت.',
    en: 'The time allowed for the answer is not over. Wait for it, or let the clock go on.',
  },
} as const satisfies RefusalTable
