/** Sentences for work that the server did not take, where those of the form that refuses at once would not fit. */
import type { RefusalTable } from './sentence.ts'

export const outcomeReasons: RefusalTable = {
  'case-status': {
    ar: 'كان الطلب قد تجاوز هذه الخطوة حين وصل العمل إلى الخادم. افتحه لترى ما جرى له، ثم اسحب هذا العمل. فإن عاد الطلب إلى حاله ظهر معه في صفحة المزامنة زر «إعادة المحاولة».',
    en: 'The case had moved on when this reached the server. Open it to see what happened, then withdraw this. Should the case come back to where it was, “Try again” stands beside this on the page of synchronisation.',
  },
  'referral-status': {
    ar: 'كانت الإحالة قد تجاوزت هذه الخطوة حين وصل العمل إلى الخادم. افتح الطلب لترى ما جرى لها، ثم اسحب هذا العمل. فإن عادت الإحالة إلى حالها ظهر معه في صفحة المزامنة زر «إعادة المحاولة».',
    en: 'The referral had moved on when this reached the server. Open the case to see what happened, then withdraw this. Should the referral come back to where it was, “Try again” stands beside this on the page of synchronisation.',
  },
  'sync-bytes-differ': {
    ar: 'أخذت الوحدة المركزية نسخة من هذا العمل عرضها جهاز آخر، ومحتواها غير ما كُتب هنا. تُعرض تلك النسخة، ويبقى ما كُتب محفوظاً على هذا الجهاز كما هو. نُبّهت الوحدة المركزية: راجعها قبل إعادة كتابته.',
    en: 'The central unit took a copy of this work that another machine had offered, and it says other than what was written here. That copy is shown; what was written is kept on this machine as it is. The central unit was alarmed: ask it before writing this again.',
  },
}
