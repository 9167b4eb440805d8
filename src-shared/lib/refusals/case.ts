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
  // referral
  'department-unknown': {
    ar: 'الدائرة المختارة غير موجودة أو غير فعّالة. اختر دائرة أخرى.',
    en: 'The department chosen does not exist or is not active. Choose another one.',
  },
  'department-referred-already': {
    ar: 'للدائرة إحالة لم يُرد عليها بعد في هذا الطلب. ذكّرها أو ألغِ الإحالة السابقة أولاً.',
    en: 'This department already has a referral of this case that waits for an answer. Remind it, or cancel that referral first.',
  },
  'service-place': {
    ar: 'شجرة الخدمات مستويان: «تصنيفات عامة» و«تصنيفات خاصة»، وكل خدمة تحت إحداهما.',
    en: 'Services are a tree of two levels: general and special classifications, and every service below one of them.',
  },
  'text-tells-complainant': {
    ar: 'في النص ما يدل أو قد يدل على مقدم الطلب: {places}. احذفه، أو أكّد إرساله كما هو.',
    en: 'The text tells, or may tell, who complained: {places}. Remove it, or confirm that it is sent so.',
  },
  'remit-undecided': {
    ar: 'لم يُذكر هل الموضوع ضمن الاختصاص. حدّد ذلك قبل رفض الطلب أو حفظه.',
    en: 'It was not said whether the matter is within the remit. Say so before rejecting or filing the case.',
  },
  'verification-needed': {
    ar: '«لا يلزم التحقق» للبلاغات والتغطية الإعلامية ومن لم يذكر اسمه. سجّل كيف جرى التحقق من هوية مقدم الطلب.',
    en: '“Not required” is for reports, media coverage and cases without a name. Record how the identity was verified.',
  },
  'identity-not-verified': {
    ar: 'لا يُحال الطلب قبل التحقق من هوية مقدمه. سجّل التحقق أولاً.',
    en: 'The case is not referred before the identity is verified. Record the verification first.',
  },
  'referral-unknown': {
    ar: 'الإحالة ليست من الدورة الحالية للطلب. الدورات السابقة للاطلاع فقط.',
    en: 'The referral is not of the present cycle of this case. Earlier cycles can only be read.',
  },
  'referral-status': {
    ar: 'لا تسمح حالة الإحالة بهذا الإجراء. حدّث الصفحة لترى ما استجد عليها.',
    en: 'The referral cannot take this step in its present status. Refresh the page to see what happened to it.',
  },
  'referral-of-other-department': {
    ar: 'هذه الإحالة موجهة إلى دائرة أخرى. يرد عليها ضابط ارتباطها أو يدخل الفريق رده.',
    en: 'This referral went to another department. Its liaison answers it, or the team enters the answer.',
  },
  'period-beyond-limit': {
    ar: 'المدة المذكورة تتجاوز المهلة المحددة للرد. اذكر مدة أقصر أو اطلب موافقة الفريق.',
    en: 'The period stated runs past the time allowed. State a shorter one, or ask the team to approve it.',
  },
  'period-approval-of-team': {
    ar: 'تجاوز المهلة يوافق عليه فريق معالجة الشكاوى لا الدائرة. اطلب موافقة الفريق.',
    en: 'Only the complaint team approves a period beyond the limit, not the department. Ask the team.',
  },
  'unit-unknown': {
    ar: 'الوحدة المختارة غير موجودة أو غير عاملة. اختر وحدة الموظف من القائمة.',
    en: 'This unit does not exist or is not active. Choose the employee’s unit from the list.',
  },
  'department-complained-about': {
    ar: 'الشكوى على موظف في هذه الوحدة، فلا تُحال إليها. أحلها إلى جهة أعلى منها.',
    en: 'The complaint is about an employee of this unit, so it is not referred to it. Refer it to the unit above.',
  },
  'department-handles-itself': {
    ar: 'لا يعالج الشكوى موظف من الدائرة التي تجيب عنها. اختر موظفاً من غيرها.',
    en: 'Nobody of a department that answers for the matter handles the case. Choose someone of another unit.',
  },
  'handler-complained-about': {
    ar: 'لا يُسند الطلب إلى من تتعلق به الشكوى ولا إلى زملائه في وحدته. اختر غيره.',
    en: 'The case is not given to whom the complaint is about, nor to those of his unit. Choose someone else.',
  },
  'directorate-unknown': {
    ar: 'المديرية المختارة ليست من المديريات العاملة في الدائرة المحال إليها. اختر إحدى مديرياتها.',
    en: 'This is not an active directorate of the department that has the referral. Choose one of its own.',
  },
  'directorate-not-asked': {
    ar: 'لا يوجد طلب لهذه المديرية ينتظر الرد. حدّث الصفحة لترى ما ورد منها.',
    en: 'No request to this directorate waits for an answer. Refresh the page to see what it has sent.',
  },
  'disclosure-of-nobody': {
    ar: 'لا توجد هوية تُكشف: الطلب دون اسم.',
    en: 'There is no identity to disclose: the case names nobody.',
  },
  'disclosure-ended': {
    ar: 'الهوية غير مكشوفة لهذه الدائرة. حدّث الصفحة.',
    en: 'The identity is not disclosed to this department. Refresh the page.',
  },
  'referrals-open': {
    ar: 'لم تُستكمل {count} من الإحالات. يلزم أن يُرد على كل إحالة أو تُلغى بسبب أو يُعفى منها صراحة.',
    en: '{count} referrals are not settled. Each must be answered, cancelled with a reason, or expressly waived.',
  },
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
