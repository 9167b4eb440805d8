/**
 * The words of the domain's fixed codes (spec/vocabulary.md part 4). Editable lists carry their own labels;
 * what stands here is only what the rulebook itself names.
 */
import type { Language, Messages } from './messages.ts'

export const typeLabels = {
  complaint: { ar: 'شكوى', en: 'Complaint' },
  report: { ar: 'بلاغ', en: 'Report' },
  inquiry: { ar: 'استفسار', en: 'Inquiry' },
  suggestion: { ar: 'اقتراح', en: 'Suggestion' },
  praise: { ar: 'ثناء', en: 'Praise' },
  media: { ar: 'شكوى تغطية إعلامية', en: 'Media-coverage complaint' },
} as const satisfies Messages

/** Who brought a case, by its kind; where a text is for all kinds he is «مقدم الطلب», the complainant. */
export const submitterLabels = {
  complaint: { ar: 'مقدم الشكوى', en: 'Complainant' },
  report: { ar: 'مقدم البلاغ', en: 'Reporter' },
  inquiry: { ar: 'مقدم الطلب', en: 'Applicant' },
  suggestion: { ar: 'مقدم الطلب', en: 'Applicant' },
  praise: { ar: 'مقدم الطلب', en: 'Applicant' },
  media: { ar: 'مقدم الشكوى', en: 'Complainant' },
} as const satisfies Messages

/** The one-line definition shown by the type picker (T-04). */
export const typeDefinitions = {
  complaint: {
    ar: 'تعبير عن عدم الرضا عن نتيجة خدمة أو منتج أو عملية أو إجراء أو سلوك موظف أو أسلوب تقديم الخدمة.',
    en: 'Dissatisfaction with a service result, product, operation, procedure, employee behaviour or manner of delivery.',
  },
  report: {
    ar: 'إخبار الجهة المختصة بضرر أو مشكلة للمصلحة العامة، ولا يشترط أن يكون مقدّمه متضرراً.',
    en: 'Information of harm or a problem, in the public interest; the reporter need not be harmed.',
  },
  inquiry: { ar: 'طلب معلومات عن خدمات الوزارة أو خدمات شركائها.', en: 'A request for information about services.' },
  suggestion: { ar: 'فكرة لتحسين خدمة.', en: 'An idea to improve a service.' },
  praise: { ar: 'شكر على خدمة أو قسم أو موظف.', en: 'Thanks for a service, section or employee.' },
  media: {
    ar: 'شكوى نُشرت في وسيلة إعلام أو عبرها، يرصدها الموظف ويسجلها.',
    en: 'A complaint published in the media, monitored and registered by staff.',
  },
} as const satisfies Messages

export const statusLabels = {
  draft: { ar: 'مسودة', en: 'Draft' },
  intake: { ar: 'بانتظار القبول', en: 'Awaiting intake' },
  registered: { ar: 'مسجّلة', en: 'Registered' },
  triage: { ar: 'قيد التصنيف والتدقيق', en: 'In triage' },
  awaiting_info: { ar: 'بانتظار استكمال البيانات', en: 'Awaiting complainant data' },
  accepted: { ar: 'مقبولة', en: 'Accepted' },
  rejected: { ar: 'مرفوضة', en: 'Rejected' },
  external: { ar: 'خارج الاختصاص – محوّلة', en: 'Out of remit – transferred' },
  referred: { ar: 'محالة', en: 'Referred' },
  ref_sent: { ar: 'بانتظار استلام ضابط الارتباط', en: 'Awaiting acknowledgement' },
  in_progress: { ar: 'قيد المعالجة', en: 'In processing' },
  returned: { ar: 'معادة من الدائرة', en: 'Returned by department' },
  clarify: { ar: 'بانتظار إيضاح', en: 'Clarification requested' },
  third_party: { ar: 'لدى طرف ثالث', en: 'With third party' },
  answered: { ar: 'وردت الردود', en: 'Replies received' },
  approval: { ar: 'بانتظار الاعتماد', en: 'Awaiting approval' },
  rework: { ar: 'معادة للتصحيح', en: 'Returned for correction' },
  approved: { ar: 'معتمدة', en: 'Approved' },
  resolved: { ar: 'تم الحل – بانتظار قياس الرضا', en: 'Resolved – awaiting satisfaction' },
  unreachable: { ar: 'تعذّر الوصول', en: 'Unreachable' },
  closed: { ar: 'مغلقة', en: 'Closed' },
  reopened: { ar: 'معاد فتحها', en: 'Reopened' },
  filed: { ar: 'محفوظة', en: 'Filed' },
  withdrawn: { ar: 'مسحوبة', en: 'Withdrawn' },
  follower: { ar: 'مكررة – مرتبطة', en: 'Duplicate – linked' },
  suspended: { ar: 'معلّقة', en: 'Suspended' },
} as const satisfies Messages

/** An answered case whose satisfaction was measured waits for something else. */
export const awaitsLabels = {
  close: { ar: 'تم الحل – بانتظار الإغلاق', en: 'Resolved – awaiting closing' },
  reopen: { ar: 'تم الحل – بانتظار إعادة الفتح', en: 'Resolved – awaiting reopening' },
} as const satisfies Messages

export const awaitsShortLabels = {
  close: { ar: 'بانتظار الإغلاق', en: 'Awaiting closing' },
  reopen: { ar: 'بانتظار إعادة الفتح', en: 'Awaiting reopening' },
} as const satisfies Messages

/** Where a row has little room; the full words stand in the title of the mark. */
export const statusShortLabels = {
  ...statusLabels,
  awaiting_info: { ar: 'بانتظار البيانات', en: 'Awaiting data' },
  external: { ar: 'محوّلة إلى جهة أخرى', en: 'Transferred out' },
  clarify: { ar: 'بانتظار إيضاح', en: 'To be clarified' },
  returned: { ar: 'معادة من الدائرة', en: 'Returned' },
  rework: { ar: 'معادة للتصحيح', en: 'To be corrected' },
  follower: { ar: 'مكررة – مرتبطة', en: 'Duplicate' },
  resolved: { ar: 'بانتظار قياس الرضا', en: 'Awaiting satisfaction' },
} as const satisfies Messages

export const referralStatusLabels = {
  ref_sent: statusLabels.ref_sent,
  in_progress: statusLabels.in_progress,
  returned: statusLabels.returned,
  clarify: statusLabels.clarify,
  answered: { ar: 'تم الرد', en: 'Answered' },
  cancelled: { ar: 'ملغاة', en: 'Cancelled' },
  waived: { ar: 'أُعفيت من الرد', en: 'Reply waived' },
} as const satisfies Messages

export const flagLabels = {
  overdue: { ar: 'متأخرة', en: 'Overdue' },
  escalated: { ar: 'مصعّدة', en: 'Escalated' },
  stale: { ar: 'راكدة', en: 'Stale' },
} as const satisfies Messages

export const stageLabels = {
  reception: { ar: 'الاستقبال', en: 'Reception' },
  registration: { ar: 'التسجيل', en: 'Registration' },
  classification: { ar: 'التصنيف', en: 'Classification' },
  processing: { ar: 'المعالجة', en: 'Processing' },
  closing: { ar: 'الإغلاق', en: 'Closing' },
} as const satisfies Messages

/** Ways of reaching the complainant. */
export const contactChannelLabels = {
  phone: { ar: 'الهاتف', en: 'Telephone' },
  sms: { ar: 'رسالة قصيرة', en: 'SMS' },
  email: { ar: 'البريد الإلكتروني', en: 'E-mail' },
  post: { ar: 'البريد العادي', en: 'Post' },
  counter: { ar: 'الحضور الشخصي', en: 'At the counter' },
  other: { ar: 'وسيلة أخرى', en: 'Other' },
} as const satisfies Messages

export const complexityLabels = {
  complex: { ar: 'معقدة', en: 'Complex' },
  critical: { ar: 'حرجة', en: 'Critical' },
  routine: { ar: 'روتينية', en: 'Routine' },
} as const satisfies Messages

export const importanceLabels = {
  high: { ar: 'مرتفعة', en: 'High' },
  medium: { ar: 'متوسطة', en: 'Medium' },
  low: { ar: 'منخفضة', en: 'Low' },
} as const satisfies Messages

export const priorityLabels = {
  urgent: { ar: 'عاجلة', en: 'Urgent' },
  high: { ar: 'مرتفعة', en: 'High' },
  normal: { ar: 'عادية', en: 'Normal' },
  low: { ar: 'منخفضة', en: 'Low' },
} as const satisfies Messages

export const procedureLabels = {
  fcr: { ar: 'الحل من أول اتصال', en: 'First-contact resolution' },
  processing: { ar: 'تتطلب معالجة', en: 'Needs processing' },
  third_party: { ar: 'تتطلب طرفاً آخر', en: 'Needs another party' },
} as const satisfies Messages

export const confidentialityLabels = {
  normal: { ar: 'عادية', en: 'Normal' },
  confidential: { ar: 'سرية', en: 'Confidential' },
  strict: { ar: 'سرية للغاية', en: 'Strictly confidential' },
} as const satisfies Messages

export const ratingLabels = {
  very_satisfied: { ar: 'راضٍ جداً', en: 'Very satisfied' },
  satisfied: { ar: 'راضٍ', en: 'Satisfied' },
  not_satisfied: { ar: 'غير راضٍ', en: 'Not satisfied' },
  declined: { ar: 'امتنع عن التقييم', en: 'Declined to rate' },
} as const satisfies Messages

export const verificationLabels = {
  not_verified: { ar: 'غير متحقق منها', en: 'Not verified' },
  by_document: { ar: 'تم التحقق بالوثيقة عند الشباك', en: 'Verified by document at the counter' },
  by_phone: { ar: 'تم التحقق بأسئلة هاتفية', en: 'Verified by phone questions' },
  by_database: { ar: 'تم التحقق من قاعدة بيانات مرتبطة', en: 'Verified by linked database' },
  failed: { ar: 'لم ينجح التحقق', en: 'Verification failed' },
  not_required: { ar: 'لا يلزم التحقق', en: 'Not required' },
} as const satisfies Messages

export const attemptResultLabels = {
  reached: { ar: 'تم الوصول إليه', en: 'Reached' },
  no_answer: { ar: 'لا يجيب', en: 'No answer' },
  busy: { ar: 'الخط مشغول', en: 'Busy' },
  wrong_number: { ar: 'رقم غير صحيح', en: 'Wrong number' },
  call_later: { ar: 'طلب الاتصال لاحقاً', en: 'Asked to be called later' },
} as const satisfies Messages

/** The same of what was written to somebody. */
export const writtenResultLabels = {
  reached: { ar: 'وصله وردّ', en: 'Received and answered' },
  no_answer: { ar: 'لم يردّ', en: 'No reply' },
  wrong_number: { ar: 'لم تصل إليه', en: 'Not delivered' },
} as const satisfies Messages

export const deliveryLabels = {
  handed_over: { ar: 'سُلّم باليد', en: 'Handed over' },
  posted: { ar: 'أُرسل بالبريد', en: 'Posted' },
  read_by_phone: { ar: 'قُرئ بالهاتف', en: 'Read by phone' },
  office_mailbox: { ar: 'أُرسل من بريد المكتب الإلكتروني', en: "Sent from the office's mailbox" },
  faxed: { ar: 'أُرسل بالفاكس', en: 'Faxed' },
  texted: { ar: 'أُرسل برسالة قصيرة من هاتف المكتب', en: "Texted from the office's telephone" },
} as const satisfies Messages

export const closeReasonLabels = {
  rated: { ar: 'أُخذ تقييم الرضا', en: 'Rated' },
  declined: { ar: 'امتنع عن التقييم', en: 'Declined to rate' },
  unreachable: { ar: 'تعذّر الوصول', en: 'Unreachable' },
  not_surveyable: { ar: 'لا وسيلة لقياس الرضا', en: 'Cannot be surveyed' },
  no_further_review: { ar: 'لا نظر آخر', en: 'No further review' },
  final: { ar: 'إغلاق نهائي', en: 'Final closure' },
} as const satisfies Messages

export const reopenCauseLabels = {
  dissatisfied: { ar: 'عدم رضا مقدم الطلب', en: 'Complainant not satisfied' },
  new_facts: { ar: 'وقائع جديدة', en: 'New facts' },
  not_implemented: { ar: 'لم يُنفّذ الحل', en: 'Solution not carried out' },
  wrong_answer: { ar: 'الرد غير صحيح', en: 'Wrong answer' },
  staff_error: { ar: 'خطأ من الموظف', en: 'Staff error' },
} as const satisfies Messages

export const outcomeLabels = {
  upheld: { ar: 'محقة', en: 'Upheld' },
  partly: { ar: 'محقة جزئياً', en: 'Partly upheld' },
  not_upheld: { ar: 'غير محقة', en: 'Not upheld' },
  not_established: { ar: 'تعذّر التحقق', en: 'Could not be established' },
} as const satisfies Messages

export const rightLabels = {
  register: { ar: 'تسجيل الطلبات', en: 'Register cases' },
  identify: { ar: 'الاطلاع على هوية مقدم الطلب وتعديلها', en: 'See and edit the complainant' },
  triage: { ar: 'التصنيف والقبول', en: 'Triage and classify' },
  set_importance: { ar: 'تحديد درجة الأهمية', en: 'Set importance' },
  retype: { ar: 'تغيير نوع الطلب', en: 'Change the type' },
  refer: { ar: 'الإحالة والمتابعة', en: 'Refer and follow up' },
  answer_for_department: { ar: 'إدخال رد الدائرة', en: 'Enter a department’s answer' },
  draft_reply: { ar: 'صياغة الرد', en: 'Draft replies' },
  approve_reply: { ar: 'اعتماد الرد', en: 'Approve replies' },
  send_reply: { ar: 'تسليم الرد', en: 'Deliver replies' },
  measure_satisfaction: { ar: 'قياس الرضا', en: 'Measure satisfaction' },
  close: { ar: 'إغلاق الطلب', en: 'Close cases' },
  reopen: { ar: 'إعادة الفتح', en: 'Reopen cases' },
  link: { ar: 'ربط المكرر وفكّه', en: 'Link and unlink duplicates' },
  transfer_external: { ar: 'التحويل إلى جهة خارجية', en: 'Transfer to another body' },
  pause_clock: { ar: 'إيقاف احتساب الوقت', en: 'Pause the clock' },
  extend: { ar: 'تمديد المدة', en: 'Extend due dates' },
  final_closure: { ar: 'الإغلاق النهائي والاستثناءات', en: 'Final closure and exceptions' },
  see_confidential: { ar: 'الاطلاع على الطلبات السرية', en: 'See confidential cases' },
  report: { ar: 'المؤشرات والتقارير', en: 'Figures and reports' },
  audit: { ar: 'سجل الاطلاع والتغييرات', en: 'Audit of reads and changes' },
  manage_lists: { ar: 'إدارة القوائم والتقويم والمدد', en: 'Manage lists, calendar and limits' },
  manage_users: { ar: 'إدارة المستخدمين', en: 'Manage users' },
  manage_store: { ar: 'النسخ الاحتياطي والفحص', en: 'Backup and checks' },
} as const satisfies Messages

/** In: a table of this file, a code, a language. Out: its label, or the code itself where the table lacks it. */
export function labelOf(
  table: Readonly<Record<string, { readonly ar: string; readonly en: string }>>,
  code: string,
  language: Language,
): string {
  return table[code]?.[language] ?? code
}

/** By which way an event came to be. */
export const viaLabels = {
  window: { ar: 'النافذة', en: 'window' },
  cli: { ar: 'سطر الأوامر', en: 'command line' },
  import: { ar: 'استيراد', en: 'import' },
  duty: { ar: 'تلقائي', en: 'automatic' },
}
