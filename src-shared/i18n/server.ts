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
  machineCopied: {
    ar: 'نُسخ مجلد هذا الجهاز والنسختان تعملان. أبقِ واحدة، واربط الأخرى من مجلد فارغ برمز جديد',
    en: 'This machine’s folder was copied, and both copies are at work. Keep one, and join the other from an empty folder with a new code',
  },
  heldUnreadable: {
    ar: 'لا يُقرأ محتوى قيد موقوف لهذا الجهاز في قاعدة بيانات الخادم. راجع قرصها ونسخها',
    en: 'The content of a held entry of this machine cannot be read in the server’s database. Look at its disk and its copies',
  },
} as const satisfies Messages
