import type { Messages } from './messages.ts'

/** Words that the forms of a case’s steps share; each kind of step has its own table beside this one. */
export const stepMessages = {
  keysForm: { ar: 'في النموذج المفتوح', en: 'In the open form' },
  cancel: { ar: 'إلغاء', en: 'Cancel' },
  yes: { ar: 'نعم', en: 'Yes' },
  no: { ar: 'لا', en: 'No' },
  comma: { ar: '، ', en: ', ' },
  note: { ar: 'ملاحظة', en: 'Note' },
  noteMissing: { ar: 'اكتب السبب أو الملاحظة', en: 'Write the reason or note' },
  reason: { ar: 'السبب', en: 'Reason' },
  reasonMissing: { ar: 'اختر السبب', en: 'Choose the reason' },
  momentMissing: { ar: 'أدخل التاريخ والوقت', en: 'Enter date and time' },
  choiceMissing: { ar: 'اختر أحد الخيارات', en: 'Choose one of the options' },
  channelMissing: { ar: 'اختر وسيلة التواصل', en: 'Choose the channel' },
} as const satisfies Messages
