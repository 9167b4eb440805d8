import type { RefusalTable } from './sentence.ts'

/** Refusals of the rulebook about closing, reopening, links and ways out. Each says what to do next. */
export const endRefusals = {
  // closing and reopening
  'close-needs-satisfaction': {
    ar: 'لا يُغلق الطلب بهذا السبب قبل استيفاء قياس الرضا. سجّل التقييم أو الامتناع عنه أو تعذّر الوصول.',
    en: 'The case cannot be closed for this reason before satisfaction is settled. Record the rating, a refusal to rate, or that the client cannot be reached.',
  },
  'close-not-satisfied': {
    ar: 'مقدم الطلب غير راضٍ. أعد فتح الطلب، أو أغلقه بأنه لا يرغب في مراجعة أخرى.',
    en: 'The complainant is not satisfied. Reopen the case, or close it because no further review is wanted.',
  },
  'close-not-final-yet': {
    ar: 'الإغلاق النهائي لا يكون إلا بعد بلوغ الحد الأقصى من الدورات ({max}). أعد فتح الطلب، أو أغلقه بأن مقدمه لا يرغب في مراجعة أخرى.',
    en: 'Final closure comes only when all cycles ({max}) are used. Reopen the case, or close it because no further review is wanted.',
  },
  'close-incomplete': {
    ar: 'لم تُستكمل قائمة الإغلاق: نتيجة الطلب وتحليله، والسبب الجذري للشكوى المحقة. أكمل ما ينقص منها.',
    en: 'The closing list is not complete: the outcome, the analysis, and the root cause of an upheld complaint. Complete what is missing.',
  },
  'reopen-not-resolved': {
    ar: 'لا يُعاد فتح طلب لم يُرد عليه بعد. تابع معالجته في دورته الحالية.',
    en: 'A case that was not answered is not reopened. Go on with it in its present cycle.',
  },
  'reopen-outcome-missing': {
    ar: 'لم تُحدد نتيجة الدورة التي تنتهي بإعادة الفتح، ومن دونها لا يُعرف هل غيّرتها إعادة النظر. اخترها.',
    en: 'What the cycle that ends by reopening had found is not said, so nobody could tell whether the review changes it. Choose its outcome.',
  },
  'reopen-window-over': {
    ar: 'انقضت مهلة إعادة الفتح في {until}. سجّل طلباً جديداً واربطه بهذا الطلب.',
    en: 'The time for reopening ended on {until}. Register a new case and link it to this one.',
  },
  'reopen-cycles-used': {
    ar: 'بلغ الطلب الحد الأقصى من الدورات ({max}). يغلقه رئيس المكتب إغلاقاً نهائياً مسبباً.',
    en: 'The case has used its {max} cycles. The head ends it by a reasoned final closure.',
  },
  // linking and other bodies
  'link-to-self': {
    ar: 'لا يُربط الطلب بنفسه. اختر طلباً آخر.',
    en: 'A case is not linked to itself. Choose another one.',
  },
  'link-exists': {
    ar: 'الطلب مرتبط بطلب آخر. فك الربط السابق أولاً.',
    en: 'The case is linked to another one already. Unlink it first.',
  },
  'link-missing': {
    ar: 'الطلب غير مرتبط بطلب آخر، فلا ربط يُفك.',
    en: 'The case is not linked, so there is nothing to unlink.',
  },
  'link-to-follower': {
    ar: 'الطلب المختار يتبع طلباً آخر. اربط بالطلب الرئيسي مباشرة.',
    en: 'The case chosen follows another one. Link to the lead case itself.',
  },
  'link-would-circle': {
    ar: 'يتبع هذا الطلبَ طلبٌ آخر، فلا يكون تابعاً. اجعل الربط في الاتجاه المعاكس.',
    en: 'Another case follows this one, so it cannot become a follower. Link in the other direction.',
  },
  'retype-too-late': {
    ar: 'رُدّ على هذا الطلب واحتُسب الرد بنوعه، فلا يتغير نوعه. سجّل طلباً جديداً بالنوع الصحيح واربطه بهذا الطلب.',
    en: 'This case was answered and the answer counts under its type, so the type stays. Register a new case of the right type and link it to this one.',
  },
  'file-too-late': {
    ar: 'رُدّ على هذا الطلب، فلم يُسجَّل خطأً. احفظه بسبب آخر أو أغلقه.',
    en: 'This case was answered, so it was not registered in error. File it for another reason, or close it.',
  },
  'link-too-late': {
    ar: 'رُدّ على هذا الطلب، فلا يكون مكرراً تابعاً. اربطه على أنه شكوى متكررة.',
    en: 'This case was answered, so it cannot become a duplicate that follows. Link it as a repeat.',
  },
  'rejection-notified': {
    ar: 'سُجّل تبليغ مقدم الطلب بالرفض من قبل.',
    en: 'That the complainant was told of the rejection is recorded already.',
  },
  'external-confirmed': {
    ar: 'سُجل تأكيد الجهة الخارجية لهذا الطلب من قبل.',
    en: 'The confirmation of the other body is recorded already.',
  },
} as const satisfies RefusalTable
