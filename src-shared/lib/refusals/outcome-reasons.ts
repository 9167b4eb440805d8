/** Sentences for work that the server did not take, where those of the form that refuses at once would not fit. */
import type { RefusalTable } from './sentence.ts'

export const outcomeReasons: RefusalTable = {
  'case-status': {
    ar: 'كان الطلب قد تجاوز هذه الخطوة حين وصل العمل إلى الخادم. افتحه لترى ما جرى له، ثم اسحب هذا العمل أو أعد المحاولة متى عاد الطلب إلى حاله.',
    en: 'The case had moved on when this reached the server. Open it to see what happened, then withdraw this, or try again once the case is back where it was.',
  },
  'referral-status': {
    ar: 'كانت الإحالة قد تجاوزت هذه الخطوة حين وصل العمل إلى الخادم. افتح الطلب لترى ما جرى لها، ثم اسحب هذا العمل أو أعد المحاولة متى عادت إلى حالها.',
    en: 'The referral had moved on when this reached the server. Open the case to see what happened, then withdraw this, or try again once the referral is back where it was.',
  },
}
