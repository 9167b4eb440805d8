import type { Messages } from './messages.ts'

/** What each right lets a person do, in plain words (G-01). */
export const rightDescriptions = {
  register: { ar: 'يسجل الطلبات ويطبع إيصالاتها.', en: 'Takes in cases and prints receipts.' },
  identify: {
    ar: 'يرى من هو مقدم الطلب ويصحح بياناته ويبحث عنه.',
    en: 'Sees, corrects and looks up who the complainant is.',
  },
  triage: { ar: 'يقرر الاختصاص والقبول ويصنف.', en: 'Decides on remit and admissibility, and classifies.' },
  set_importance: { ar: 'يحدد درجة الأهمية.', en: 'Sets the degree of importance.' },
  retype: { ar: 'يغيّر نوع الطلب بعد تسجيله.', en: 'Changes the type after registration.' },
  refer: {
    ar: 'يحيل إلى الدوائر ويذكّرها ويلغي الإحالة.',
    en: 'Refers to departments, reminds them, cancels referrals.',
  },
  answer_for_department: {
    ar: 'يستلم الإحالة ويدخل رد الدائرة أو يعيدها.',
    en: 'Takes a referral, enters the department’s answer or returns it.',
  },
  draft_reply: { ar: 'يكتب مسودة الرد على مقدم الطلب.', en: 'Writes the reply to the complainant.' },
  approve_reply: {
    ar: 'يعتمد رداً كتبه غيره أو يعيده للتصحيح.',
    en: 'Approves a reply written by someone else, or returns it.',
  },
  send_reply: { ar: 'يثبت كيف سُلّم الرد المعتمد ومتى.', en: 'Records how and when an approved reply was delivered.' },
  measure_satisfaction: { ar: 'يتصل بمقدم الطلب ويثبت رضاه.', en: 'Calls the complainant and records the rating.' },
  close: { ar: 'يغلق الطلب بعد استكمال شروطه.', en: 'Closes a case when its conditions are met.' },
  reopen: { ar: 'يعيد فتح طلب مغلق بموظفين جدد.', en: 'Reopens a closed case with new staff.' },
  link: { ar: 'يربط الطلبات المكررة ويفكها.', en: 'Links and unlinks duplicates.' },
  transfer_external: { ar: 'يحوّل ما ليس من الاختصاص ويتابعه.', en: 'Transfers what is out of remit and follows it.' },
  pause_clock: {
    ar: 'يوقف الوقت بسؤال مقدم الطلب ويستأنفه.',
    en: 'Stops the clock with a question to the complainant, and goes on.',
  },
  extend: { ar: 'يمدد الموعد ويعلّق الطلب بسبب.', en: 'Extends a due date or suspends a case, with a reason.' },
  final_closure: {
    ar: 'ينهي الطلب نهائياً ويجيز الاستثناءات بسبب.',
    en: 'Ends a case for good, passes exceptions with a reason.',
  },
  see_confidential: {
    ar: 'يفتح الطلبات السرية، ويُسجل كل فتح.',
    en: 'Opens confidential cases; each opening is logged.',
  },
  report: { ar: 'يرى المؤشرات ويصدّر التقارير.', en: 'Sees figures and exports reports.' },
  audit: { ar: 'يقرأ سجل الاطلاع وتغييرات الإدارة.', en: 'Reads the log of reads and of administration.' },
  manage_lists: {
    ar: 'يعدّل الدوائر والقوائم والمدد والتقويم وإعدادات المكتب.',
    en: 'Edits departments, lists, limits, calendar and office settings.',
  },
  manage_users: { ar: 'يضيف المستخدمين ويمنح الصلاحيات ويوقفها.', en: 'Adds users, gives and takes rights.' },
  manage_store: {
    ar: 'ينسخ احتياطياً ويفحص ويجدد رمز الاسترداد.',
    en: 'Makes backups, runs checks, renews the recovery code.',
  },
} as const satisfies Messages
