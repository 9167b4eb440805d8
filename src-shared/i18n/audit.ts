import type { Messages } from './messages.ts'

/** Kinds of lines in the audit, as they are said. */
export const auditKindLabels = {
  case_opened: { ar: 'فتح طلباً سرياً', en: 'Opened a confidential case' },
  file_opened: { ar: 'فتح مرفقاً', en: 'Opened a file' },
  person_opened: { ar: 'فتح سجل شخص', en: 'Opened a person’s record' },
  searched_identity: { ar: 'بحث برقم أو شخص', en: 'Looked up a number or person' },
  letter_seen: { ar: 'عاين ورقة قبل طباعتها', en: 'Looked at a paper' },
  printed: { ar: 'طبع', en: 'Printed' },
  exported: { ar: 'صدّر', en: 'Exported' },
  session_opened: { ar: 'سجّل الدخول', en: 'Signed in' },
  password_reset: { ar: 'أعاد تعيين كلمة مرور', en: 'Reset a password' },
  report_issued: { ar: 'أصدر تقريراً', en: 'Issued a report' },
  admin_changed: { ar: 'غيّر الإعدادات', en: 'Changed settings' },
  person_changed: { ar: 'عدّل بيانات شخص', en: 'Changed a person’s details' },
} as const

/** Whose password was set anew, and by what; lines of earlier programs do not say it. */
export const passwordResets = {
  recovery_code: { ar: '{user}، برمز الاسترداد', en: '{user}, by the recovery code' },
  passphrase: { ar: '{user}، بعبارة المرور', en: '{user}, by the passphrase' },
} as const satisfies Messages

/** What was done to a person's record, where he is not named any more. */
export const forgottenPerson = {
  request: { ar: 'محو بيانات شخص بطلب منه', en: 'Details of a person removed, at his request' },
  retention: { ar: 'محو بيانات شخص لانتهاء مدة حفظها', en: 'Details of a person removed, kept long enough' },
  mistake: { ar: 'محو بيانات شخص سُجّلت خطأً', en: 'Details of a person removed, recorded by mistake' },
} as const satisfies Messages

/** What was taken out. */
export const exportedThings = {
  edition: {
    ar: 'التقرير ربع السنوي: {period}، الإصدار {edition}',
    en: 'Quarterly report: {period}, edition {edition}',
  },
  report: { ar: 'التقرير ربع السنوي: {period}', en: 'Quarterly report: {period}' },
  audit: { ar: 'سجل الاطلاع', en: 'Audit of reads' },
  cases: { ar: 'قائمة «{queue}»: {count}', en: 'List “{queue}”: {count}' },
} as const satisfies Messages

/** The screen of the audit. */
export const auditMessages = {
  title: { ar: 'سجل الاطلاع', en: 'Audit of reads' },
  note: {
    ar: 'من فتح أو بحث أو طبع أو صدّر، ومتى، وعلى أي جهاز. لا يُعدَّل هذا السجل ولا يُحذف.',
    en: 'Who opened, looked up, printed or exported what, when and on which machine. Nothing here can be changed or deleted.',
  },
  filter: { ar: 'تصفية السجل', en: 'Filter the audit' },
  user: { ar: 'المستخدم', en: 'User' },
  kind: { ar: 'نوع الحدث', en: 'Kind' },
  allReads: { ar: 'كل اطلاع ودخول', en: 'Reads and sign-ins' },
  everyone: { ar: 'كل المستخدمين', en: 'Everyone' },
  case: { ar: 'رقم الطلب', en: 'Case number' },
  from: { ar: 'من يوم', en: 'From' },
  to: { ar: 'إلى يوم', en: 'To' },
  clear: { ar: 'إلغاء التصفية', en: 'Clear the filter' },
  at: { ar: 'الوقت', en: 'When' },
  by: { ar: 'من', en: 'Who' },
  subject: { ar: 'على ماذا', en: 'What' },
  device: { ar: 'الجهاز', en: 'Machine' },
  via: { ar: 'الوسيلة', en: 'By' },
  hiddenCase: { ar: 'طلب سري لا يُعرض عليك', en: 'A confidential case not shown to you' },
  hiddenPerson: { ar: 'شخص لا تُعرض عليك هويته', en: 'A person whose identity is not shown to you' },
  count: {
    ar: {
      zero: 'لا أسطر',
      one: 'سطر واحد',
      two: 'سطران',
      few: '{count} أسطر',
      many: '{count} سطراً',
      other: '{count} سطر',
    },
    en: { one: '{count} line', other: '{count} lines' },
  },
  none: { ar: 'لا شيء في السجل بهذه التصفية', en: 'Nothing in the audit passes this filter' },
  noneText: { ar: 'وسّع المدة أو ألغِ التصفية.', en: 'Widen the period or clear the filter.' },
  list: { ar: 'أسطر السجل، الأحدث أولاً', en: 'Lines of the audit, newest first' },
  print: { ar: 'طباعة', en: 'Print' },
  printTitle: { ar: 'طباعة سجل الاطلاع', en: 'Print the audit' },
  printMost: {
    ar: 'يُطبع أحدث {count} سطر. ضيّق المدة أو صدّر السجل لما هو أكثر.',
    en: 'The newest {count} lines are printed. Narrow the period, or export the audit, for more.',
  },
  export: { ar: 'تصدير إلى ملف', en: 'Export to a file' },
  exported: { ar: 'أُعدّ الملف {name}', en: 'The file {name} is ready' },
  exportedLines: {
    ar: {
      zero: 'الملف بلا أسطر.',
      one: 'فيه سطر واحد، وهو كل ما في السجل بهذه التصفية.',
      two: 'فيه سطران، وهما كل ما في السجل بهذه التصفية.',
      few: 'فيه {count} أسطر، وهي كل ما في السجل بهذه التصفية.',
      many: 'فيه {count} سطراً، وهي كل ما في السجل بهذه التصفية.',
      other: 'فيه {count} سطر، وهي كل ما في السجل بهذه التصفية.',
    },
    en: {
      one: 'It has {count} line: all that passes this filter.',
      other: 'It has {count} lines: all that pass this filter.',
    },
  },
  exportedMany: {
    ar: 'يفتح برنامج الجداول 1,048,575 سطراً منها على الأكثر. ضيّق المدة لتقرأها كلها فيه.',
    en: 'A spreadsheet opens at most 1,048,575 of them. Narrow the period to read them all in one.',
  },
  download: { ar: 'تنزيل {name}', en: 'Download {name}' },
} as const satisfies Messages
