import type { RefusalTable } from './sentence.ts'

export const intakeRefusals = {
  'message-taken': {
    ar: 'هذه الرسالة نفسها في الطلب {reference} من قبل، ولم تُضف مرة أخرى',
    en: 'This very message is in case {reference} already; it was not added again',
  },
  'attachment-too-large': {
    ar: 'الملف «{name}» أكبر من الحد المسموح ({limitMb} ميغابايت)، فلم يُحفظ منه شيء. أرفق ملفاً أصغر أو قسّمه إلى أجزاء.',
    en: 'The file “{name}” is larger than the limit ({limitMb} MB), so nothing of it was saved. Attach a smaller file or split it.',
  },
  'attachment-empty': {
    ar: 'الملف «{name}» فارغ لا محتوى فيه، فلم يُحفظ. تأكد من الملف عند صاحبه ثم أرفقه من جديد.',
    en: 'The file “{name}” is empty, so it was not saved. Look at the file where it came from and attach it again.',
  },
  'attachment-program': {
    ar: 'الملف «{name}» برنامج يمكن تشغيله، والبرامج لا تُرفق بالطلبات، فلم يُحفظ منه شيء. أرفق مستنداً أو صورة أو تسجيلاً.',
    en: 'The file “{name}” is a program, and programs are not attached to cases; nothing of it was saved. Attach a document, a picture or a recording.',
  },
  'draft-gone': {
    ar: 'سُجّلت هذه المسودة أو حُذفت من نافذة أخرى، فلم تُسجَّل مرة ثانية. ابحث عن الطلب أولاً؛ فإن لم تجده فاضغط «تسجيل» من جديد.',
    en: 'This draft was registered or deleted in another window, so it was not registered again. Look for the case first; if there is none, press “Register” again.',
  },
  'clock-doubtful': {
    ar: 'ساعة هذا الجهاز تقول إن اليوم {date}، وآخر وقت معروف له {known}. اكتب تاريخ اليوم؛ فإن خالف ساعة الجهاز فاضبطها أولاً',
    en: 'The clock of this machine says that today is {date}; the last time it knew was {known}. Write today’s date; if it differs, set the clock first',
  },
  'attachment-disk-full': {
    ar: 'لا توجد مساحة كافية على القرص لحفظ الملف «{name}»، ولم يُحفظ منه شيء. أفرغ مساحة ثم أعد المحاولة.',
    en: 'There is not enough space on the disk for the file “{name}”, and nothing of it was saved. Free some space and try again.',
  },
  'attachment-not-received': {
    ar: 'انقطعت قراءة الملف «{name}» قبل اكتمالها، ولم يُحفظ منه شيء. أعد إرفاقه.',
    en: 'Reading the file “{name}” stopped before its end, and nothing of it was saved. Attach it again.',
  },
  'attachment-cancelled': {
    ar: 'أُلغي إرفاق الملف «{name}» ولم يُحفظ منه شيء.',
    en: 'Attaching the file “{name}” was cancelled and nothing of it was saved.',
  },
  'attachment-missing': {
    ar: 'الملف المرفق غير موجود على هذا الجهاز.',
    en: 'The attached file is not on this machine.',
  },
  'attachment-damaged': {
    ar: 'الملف المرفق تالف أو ناقص على هذا الجهاز، ولا يمكن فتحه. استعده من نسخة احتياطية.',
    en: 'The attached file is damaged or cut short on this machine and cannot be opened. Restore it from a backup.',
  },
  'attachment-disk-fault': {
    ar: 'تعذّرت على هذا الجهاز قراءة ملف مرفق أو كتابته ({detail}). يُعاد هذا الملف وحده بعد حين، وتمضي الملفات الأخرى. تحقّق من القرص ومن صلاحيات مجلد البيانات.',
    en: 'This machine could not read or write an attached file ({detail}). That file alone is tried again later, and the others go on. Check the disk and the rights of the data folder.',
  },
  'file-no-message': {
    ar: 'الملف «{name}» ليس رسالة بريد، فلم يُسجَّل ولم يُحفظ منه شيء. خذ ملف الرسالة نفسها (.eml أو .msg)، أو أرفق المستند بالطلب من نافذة البرنامج.',
    en: 'The file “{name}” is no e-mail message, so nothing of it was registered or kept. Take the file of the message itself (.eml or .msg), or attach the document to a case in the window.',
  },
  'file-no-scan': {
    ar: 'الملف «{name}» ليس صورة ولا ملف PDF، فلم يُسجَّل ولم يُحفظ منه شيء. خذ ملف الصفحات الممسوحة، أو أرفق المستند بالطلب من نافذة البرنامج.',
    en: 'The file “{name}” is neither a picture nor a PDF, so nothing of it was registered or kept. Take the file of the scanned pages, or attach the document to a case in the window.',
  },
  'email-too-large': {
    ar: 'رسالة البريد أكبر من الحد المسموح ({limitMb} ميغابايت). حُفظ الملف الأصلي مرفقاً ويمكن تسجيل الشكوى يدوياً.',
    en: 'The e-mail message is larger than the limit ({limitMb} MB). The original file is kept as an attachment; register the complaint by hand.',
  },
  'email-too-many-parts': {
    ar: 'تحتوي رسالة البريد على أجزاء أكثر من الحد المسموح ({limit}). حُفظ الملف الأصلي مرفقاً ويمكن تسجيل الشكوى يدوياً.',
    en: 'The e-mail message has more parts than allowed ({limit}). The original file is kept as an attachment; register the complaint by hand.',
  },
  'email-not-readable': {
    ar: 'تعذّرت قراءة هذا الملف بوصفه رسالة بريد. حُفظ الملف الأصلي مرفقاً ويمكن فتحه أو تسجيل الشكوى يدوياً.',
    en: 'This file could not be read as an e-mail message. The original file is kept as an attachment; open it or register the complaint by hand.',
  },
  'page-cannot-be-shown': {
    ar: 'تعذّر عرض الصفحة {page}. الملف محفوظ كما ورد.',
    en: 'Page {page} cannot be shown. The file is kept as it arrived.',
  },
  'scan-not-readable': {
    ar: 'تعذّرت قراءة صفحات هذا الملف. الملف محفوظ كما ورد.',
    en: 'The pages of this file cannot be read. The file is kept as it arrived.',
  },
  'scan-locked': {
    ar: 'هذا الملف محمي بكلمة مرور ولا يمكن عرض صفحاته. الملف محفوظ كما ورد، ويمكن طلب نسخة غير محمية من مقدم الشكوى.',
    en: 'This file is protected by a password and its pages cannot be shown. The file is kept as it arrived; ask the sender for an unprotected copy.',
  },
  'scan-too-large': {
    ar: 'الملف أكبر من أن تُعرض صفحاته (الحد {limitMb} ميغابايت). الملف محفوظ كما ورد.',
    en: 'The file is too large for its pages to be shown (limit {limitMb} MB). The file is kept as it arrived.',
  },
} as const satisfies RefusalTable
