import type { RefusalTable } from './sentence.ts'

/** What the window itself meets between it and the core. */
export const windowRefusals = {
  'connection-lost': {
    ar: 'انقطع الاتصال بنواة البرنامج على هذا الجهاز، وتجري إعادة المحاولة. ما حُفظ قبل ذلك محفوظ.',
    en: 'The window lost the program’s core on this machine and is trying again. What was saved before is safe.',
  },
  'upload-failed': {
    ar: 'لم يكتمل رفع الملف «{name}» ولم يُضف. أعد المحاولة.',
    en: 'The file “{name}” was not uploaded completely and was not added. Try again.',
  },
  'upload-cancelled': {
    ar: 'أُلغي رفع الملف «{name}».',
    en: 'The upload of “{name}” was cancelled.',
  },
} as const satisfies RefusalTable
