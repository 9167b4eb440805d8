import type { RefusalTable } from './sentence.ts'

export const generalRefusals = {
  'bad-input': {
    ar: 'البيانات المدخلة غير صالحة: {detail}',
    en: 'The input is not valid: {detail}',
  },
  'not-found': {
    ar: 'العنصر المطلوب غير موجود: {what}',
    en: 'Not found: {what}',
  },
  'not-allowed': {
    ar: 'ليست لديك صلاحية تنفيذ هذا الإجراء',
    en: 'You do not have the right to do this',
  },
  'not-signed-in': {
    ar: 'يلزم تسجيل الدخول أولاً',
    en: 'Sign in first',
  },
  'internal-fault': {
    ar: 'حدث خلل غير متوقع ولم يُحفظ شيء. رقم الخلل: {id}',
    en: 'An unexpected fault happened and nothing was saved. Fault number: {id}',
  },
} as const satisfies RefusalTable
