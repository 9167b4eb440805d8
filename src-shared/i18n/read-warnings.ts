import type { PlainMessage } from './messages.ts'

/** What a person should know of a message or scan whose fields were read (C-05, C-06). */
export const readWarningMessages = {
  'no-sender': { ar: 'ليس فيها اسم المرسل ولا بريده', en: 'it names no sender' },
  'no-subject': { ar: 'لا موضوع لها', en: 'it has no subject' },
  'no-text': { ar: 'لا نص فيها', en: 'it has no text' },
  'no-date': { ar: 'لا تاريخ فيها', en: 'it bears no date' },
  'date-doubtful': { ar: 'تاريخها مشكوك فيه', en: 'its date is doubtful' },
  'charset-guessed': {
    ar: 'قُدِّر ترميز حروفها تقديراً. راجع النص',
    en: 'its letters were decoded by a guess; look at the text',
  },
  'characters-lost': { ar: 'ضاعت منها حروف لم يمكن قراءتها', en: 'some of its letters could not be read' },
  'text-cut': {
    ar: 'نصها طويل فاقتُطع هنا، وهو كامل في الملف الأصلي',
    en: 'its text is long and was cut here; all of it is in the original file',
  },
  'outlook-container': {
    ar: 'بعض مرفقاتها داخل غلاف من Outlook لم يُفتح، وهو محفوظ مع الأصل',
    en: 'some attachments are inside an Outlook wrapping that was not opened; it is kept with the original',
  },
  'no-headers': { ar: 'ليس لها رأس رسالة، فأُخذ النص وحده', en: 'it has no message head; only its text was taken' },
  'body-not-readable': {
    ar: 'تعذّرت قراءة نصها. افتح الملف الأصلي',
    en: 'its text could not be read; open the original file',
  },
  'pages-cannot-be-shown': {
    ar: 'تعذّر عرض صفحاته، وهو محفوظ كما ورد',
    en: 'its pages cannot be shown; it is kept as it arrived',
  },
  'attachment-empty': {
    ar: 'فيها مرفق فارغ لم يُؤخذ وحده',
    en: 'an attachment in it is empty and was not taken by itself',
  },
  'attachment-program': {
    ar: 'فيها برنامج قابل للتشغيل لم يُؤخذ وحده، وهو داخل الرسالة الأصلية فقط',
    en: 'a program in it was not taken by itself; it is inside the original message only',
  },
} as const satisfies Readonly<Record<string, PlainMessage>>
