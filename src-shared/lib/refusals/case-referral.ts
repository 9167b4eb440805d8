import type { RefusalTable } from './sentence.ts'

/** Refusals of the rulebook about referrals, departments and disclosures. Each says what to do next. */
export const referralRefusals = {
  // referral
  'not-of-department': {
    ar: 'الملاحظات والملفات المنفردة تخص المكتب. أرفق ما لديك بردكم على الإحالة.',
    en: 'Notes and files by themselves are the office’s. Send what you have with your reply to the referral.',
  },
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
} as const satisfies RefusalTable
