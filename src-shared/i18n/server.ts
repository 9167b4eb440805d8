/** What the server and its administrator's commands say on the way. */
import type { Messages } from './messages.ts'

export const serverMessages = {
  folderAwaited: {
    ar: 'مجلد البيانات مفتوح في عملية أخرى (رقمها {pid}). ينتظر الأمر أن تتركه أو تجيب، حتى {seconds} ثانية',
    en: 'The data folder is open in another process ({pid}). Waiting until it is free or answers, for up to {seconds} s',
  },
  invitedDirectorate: {
    ar: '{name} مديرية فنية: لا يصل إلى جهازها إلا ما يحيله إليها مكتب مباشرة. أما ما تسألها عنه دائرتها فيصلها بكتاب، وتُدخل الدائرة ردها',
    en: '{name} is a technical directorate: only what an office refers to it directly comes to its machine. What its department asks of it goes by letter, and the department enters its answer',
  },
} as const satisfies Messages
