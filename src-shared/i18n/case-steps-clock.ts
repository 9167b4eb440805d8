import type { Messages } from './messages.ts'

/** Words of the steps that stop the clock, let it go on, or move the due date. */
export const clockMessages = {
  requestInfo: { ar: 'طلب معلومات من مقدم الطلب', en: 'Ask the complainant for data' },
  requestInfoAbout: {
    ar: 'يتوقف احتساب الوقت حتى يصل الجواب أو تنقضي مهلته.',
    en: 'The clock stops until the answer comes or its time is over.',
  },
  requestInfoSubmit: { ar: 'تسجيل السؤال وإيقاف الوقت', en: 'Record the question and stop the clock' },
  question: { ar: 'السؤال', en: 'Question' },
  questionMissing: { ar: 'اكتب السؤال', en: 'Write the question' },
  askedBy: { ar: 'أُرسل عبر', en: 'Sent by' },
  preferred: { ar: '{channel} (المفضلة)', en: '{channel} (preferred)' },
  receiveInfo: { ar: 'وصلت المعلومات المطلوبة', en: 'Data received' },
  receiveInfoAbout: {
    ar: 'يُستأنف احتساب الوقت. أضف ما وصل من ملفات على حدة.',
    en: 'The clock goes on. Add files that came separately.',
  },
  receivedText: { ar: 'ما أفاد به مقدم الطلب', en: 'What the complainant answered' },
  receivedAnswerAt: { ar: 'وقت وصول الجواب', en: 'When the answer came' },
  receivedAnswerHint: {
    ar: 'يُحتسب الوقت من هذه اللحظة، لا من وقت كتابته.',
    en: 'The clock goes on from this moment, not from when it is typed.',
  },
  receiveInfoSubmit: { ar: 'تسجيل الجواب', en: 'Record the answer' },
  suspend: { ar: 'تعليق الطلب', en: 'Suspend' },
  suspendAbout: { ar: 'يتوقف احتساب الوقت حتى يُستأنف الطلب.', en: 'The clock stops until the case is resumed.' },
  suspendSubmit: { ar: 'تعليق الطلب', en: 'Suspend the case' },
  resume: { ar: 'استئناف الطلب', en: 'Resume' },
  resumeAbout: {
    ar: 'يُستأنف احتساب الوقت من الآن، ويُحتسب موعد جديد.',
    en: 'The clock goes on from now, and a new due date is computed.',
  },
  resumeSubmit: { ar: 'استئناف احتساب الوقت', en: 'Let the clock go on' },
  extend: { ar: 'تمديد المهلة', en: 'Extend' },
  extendAbout: {
    ar: 'الموعد الحالي: {due}. يبقى الموعد الأصلي مسجلاً.',
    en: 'Due now: {due}. The original date is kept.',
  },
  referralsStay: {
    ar: 'لا تتحرك معه مواعيد الدوائر: {each}.',
    en: 'The departments’ dates do not move with it: {each}.',
  },
  referralsExtended: {
    ar: 'موعد ما هو قيد المعالجة منها يُمدّد من قائمة إحالته.',
    en: 'Where it is in processing, its date is extended from the menu of the referral.',
  },
  referralStays: { ar: '{name} حتى {due}', en: '{name} until {due}' },
  extendUntil: { ar: 'الموعد الجديد', en: 'New due date' },
  clientNotified: { ar: 'أُبلغ مقدم الطلب بالتمديد وسببه', en: 'The complainant was told of the extension and why' },
  extendSubmit: { ar: 'تمديد المهلة', en: 'Extend the time' },
} as const satisfies Messages
