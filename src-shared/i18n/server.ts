/** What the server and its administrator's commands say on the way. */
import type { Messages } from './messages.ts'

export const serverMessages = {
  folderAwaited: {
    ar: 'مجلد البيانات مفتوح في عملية أخرى (رقمها {pid}). ينتظر الأمر أن تتركه أو تجيب، حتى {seconds} ثانية',
    en: 'The data folder is open in another process ({pid}). Waiting until it is free or answers, for up to {seconds} s',
  },
} as const satisfies Messages
