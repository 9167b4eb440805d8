import type { RefusalTable } from './sentence.ts'

/** Refusals of the rulebook about replies, approval, separation of duties and ratings. Each says what to do next. */
export const replyRefusals = {
  // reply
  'draft-unknown': {
    ar: 'مسودة الرد ليست من الدورة الحالية للطلب. الدورات السابقة للاطلاع فقط.',
    en: 'The draft is not of the present cycle of this case. Earlier cycles can only be read.',
  },
  'draft-not-latest': {
    ar: 'قُدمت مسودة أحدث من هذه. راجع المسودة الأخيرة.',
    en: 'A newer draft was submitted. Look at the latest one.',
  },
  'draft-was-returned': {
    ar: 'أُعيدت هذه المسودة للتصحيح ولا تُعتمد. يلزم تقديم مسودة مصححة.',
    en: 'This draft was returned for correction and cannot be approved. A corrected draft must be submitted.',
  },
  'draft-not-approved': {
    ar: 'لا يُرسل الرد قبل اعتماده. اطلب اعتماد المسودة أولاً.',
    en: 'A reply does not leave before it is approved. Have the draft approved first.',
  },
  'department-approves-itself': {
    ar: 'لا يعتمد الردَّ ولا يقيس الرضا عنه من ينتمي إلى الدائرة المعنية بالطلب. يتولى ذلك الفريق.',
    en: 'Someone of the department concerned may neither approve the reply nor measure satisfaction. The team does that.',
  },
  'reply-needs-contact': {
    ar: 'لمقدم الطلب وسيلة تواصل ولم تُستنفد محاولات الوصول إليه. أرسل الرد أو سجّل المحاولات.',
    en: 'The complainant can be reached and the attempts are not exhausted. Send the reply, or record the attempts.',
  },
  // separation of duties
  'separation-author-approver': {
    ar: 'لا يعتمد الردَّ من كتبه أو كتب صيغة سابقة له، وفي المكتب غيره ممن يملك صلاحية الاعتماد. اطلب منه الاعتماد.',
    en: 'A reply is not approved by whoever wrote it or an earlier version of it, and someone else in the office may approve. Ask that person.',
  },
  'separation-recorder-handler': {
    ar: 'لا يسجل الرضا من عالج الطلب، وفي المكتب غيره ممن يملك صلاحية قياس الرضا. اطلب منه ذلك.',
    en: 'Satisfaction is not recorded by whoever handled the case, and someone else in the office may measure it. Ask that person.',
  },
  'separation-new-staff': {
    ar: 'يتولى الطلبَ المعاد فتحه موظفون جدد: من عالجه أو اعتمد رده في دورة سابقة لا يتولاه، وفي المكتب غيره. اختر موظفاً آخر.',
    en: 'A reopened case goes to new staff: whoever handled or approved it in an earlier cycle does not take it, and there are others. Choose someone else.',
  },
  'separation-new-liaison': {
    ar: 'أُعيد فتح الطلب، وأنت من أجاب عن إدارتك في دورة سابقة. يجيب عنها هذه المرة ضابط اتصال آخر في إدارتك.',
    en: 'This case was reopened, and you answered it for your department before. Another liaison of your department answers this time.',
  },
  'separation-unit-above': {
    ar: 'لا يوجد في المكتب غيرك من يملك صلاحية هذه الخطوة، فتقوم بها الوحدة الأعلى. ارفعها إليها.',
    en: 'Nobody else in the office holds the right, so the unit above takes this step. Pass it on to them.',
  },
  'separation-head-only': {
    ar: 'لا يوجد في المكتب غيرك من يملك صلاحية هذه الخطوة، ولا يتجاوز قاعدة الفصل إلا رئيس المكتب. اطلب منه ذلك.',
    en: 'Nobody else in the office holds the right, and only the head may pass this rule. Ask the head.',
  },
  'separation-needs-reason': {
    ar: 'لا يوجد في المكتب غيرك من يملك صلاحية هذه الخطوة. اكتب سبب تجاوز قاعدة الفصل ليُثبت على الطلب.',
    en: 'Nobody else in the office holds the right. Write the reason for passing the rule; it is marked on the case.',
  },
  // satisfaction
  'rating-exists': {
    ar: 'سُجل تقييم لهذه الدورة. لا يُستبدل التقييم، ويمكن تصحيحه بتقييم جديد مع ذكر السبب.',
    en: 'This cycle has a rating. A rating is never replaced; correct it by a new one with a reason.',
  },
  'rating-declined-already': {
    ar: 'سُجل في هذه الدورة أن المتعامل لا يرغب في التقييم. إن قيّم بعد ذلك فسجّل تقييمه.',
    en: 'It is recorded in this cycle that the client declined to rate. If he rates later, record his rating.',
  },
  'rating-unknown': {
    ar: 'التقييم المراد تصحيحه ليس التقييم الساري لهذه الدورة. حدّث الصفحة.',
    en: 'The rating to be corrected is not the valid one of this cycle. Refresh the page.',
  },
  'not-surveyable': {
    ar: 'لا يُقاس الرضا عن هذا الطلب لعدم وجود وسيلة تواصل أو لأنه تغطية إعلامية. أغلقه بهذا السبب.',
    en: 'Satisfaction is not measured here: there is no contact, or it is media coverage. Close it for that reason.',
  },
  'protocol-not-met': {
    ar: 'لم تُستكمل محاولات الوصول: تمّ منها {made} من {count}. والمطلوب على الأقل: أيام عمل مختلفة ({days})، وفترات من اليوم ({bands})، وقنوات تواصل ({channels}). أكمل المحاولات.',
    en: 'The attempts are not complete: {made} of {count} made, on at least {days} different working days, in {bands} parts of the day, over {channels} channels. Make the rest.',
  },
  'client-was-reached': {
    ar: 'تم الوصول إلى مقدم الطلب في إحدى المحاولات. سجّل تقييمه أو امتناعه عن التقييم.',
    en: 'The complainant was reached in one of the attempts. Record the rating, or that rating was declined.',
  },
} as const satisfies RefusalTable
