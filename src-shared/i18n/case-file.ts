import type { Messages } from './messages.ts'

/** What the case file says by itself (UI-12); most of its words are those of the case page. */
export const caseFileMessages = {
  title: { ar: 'ملف الطلب', en: 'Case file' },
  madeBy: {
    ar: 'إعداد: {name}، في {at}. يضم من الطلب ما تتيحه صلاحيات هذا الحساب.',
    en: 'Prepared by {name} on {at}. It holds what this user may see of the case.',
  },
  // The name comes last: a number behind a Latin name would be drawn to it by some programs.
  onBy: { ar: '{at}، \u2068{name}\u2069', en: '{at}, \u2068{name}\u2069' },
  written: { ar: 'كُتب في {at}: \u2068{name}\u2069.', en: 'Written on {at}: \u2068{name}\u2069.' },
  approved: { ar: 'اعتُمد في {at}: \u2068{name}\u2069.', en: 'Approved on {at}: \u2068{name}\u2069.' },
  status: { ar: 'الحالة', en: 'Status' },
  cycle: { ar: 'الدورة', en: 'Cycle' },
  identity: { ar: 'الهوية', en: 'Identity' },
  name: { ar: 'الاسم', en: 'Name' },
  contactableBy: { ar: 'وسائل التواصل', en: 'Can be reached by' },
  clocks: { ar: 'المواعيد', en: 'Dates and time limits' },
  result: { ar: 'النتيجة', en: 'Result' },
  outcomeOfCycle: { ar: 'نتيجة الدورة {cycle}', en: 'Outcome of cycle {cycle}' },
  correspondence: { ar: 'المراسلات مع الدوائر', en: 'Correspondence with departments' },
  noCorrespondence: { ar: 'لم يُحَل الطلب إلى أي دائرة.', en: 'The case was not referred to any department.' },
  sentOn: { ar: 'أُحيل في {date}، والموعد {due}.', en: 'Referred on {date}, due {due}.' },
  messageOf: { ar: '{what}، {at}: \u2068{name}\u2069', en: '{what}, {at}: \u2068{name}\u2069' },
  answers: { ar: 'الردود على مقدم الطلب', en: 'Replies to the complainant' },
  noAnswers: { ar: 'لم يُكتب رد بعد.', en: 'No reply has been written yet.' },
  returnNote: { ar: 'ملاحظة الإعادة', en: 'Why it was returned' },
  machine: { ar: 'جهاز {device}', en: 'machine {device}' },
  machineVia: { ar: '{via}، جهاز {device}', en: '{via}, machine {device}' },
  fileName: { ar: 'اسم الملف', en: 'File' },
  fileAbout: { ar: 'وصفه', en: 'About it' },
  fileAdded: { ar: 'الإضافة', en: 'Added' },
} as const satisfies Messages
