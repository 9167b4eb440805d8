import type { RefusalTable } from './sentence.ts'

/** What a data folder, its keys and its backups can refuse. */
export const storeRefusals = {
  'folder-in-use': {
    ar: 'مجلد البيانات مفتوح في نسخة أخرى من البرنامج (رقم العملية {pid}). أغلق تلك النسخة ثم أعد المحاولة',
    en: 'The data folder is open in another running copy of the program (process {pid}). Close it and try again',
  },
  'store-missing': {
    ar: 'لا توجد بيانات في هذا المجلد: {folder}',
    en: 'There are no data in this folder: {folder}',
  },
  'store-exists': {
    ar: 'في هذا المجلد بيانات من قبل: {folder}. اختر مجلدًا فارغًا',
    en: 'This folder already holds data: {folder}. Choose an empty folder',
  },
  'folder-half': {
    ar: 'في هذا المجلد بيانات مكتب ينقصها الملف {missing}، فلم تُفتح ولم يُغيَّر فيها شيء: {folder}. انسخ المجلد كله من جديد، أو استرجع نسخة احتياطية في مجلد فارغ',
    en: 'This folder holds the data of an office without the file {missing}, so it was not opened and nothing in it was changed: {folder}. Copy the whole folder again, or restore a backup into an empty folder',
  },
  'store-newer': {
    ar: 'كُتبت هذه البيانات بإصدار أحدث من البرنامج (صيغة {found}، والمعروف هنا {known}). حدّث البرنامج ثم افتحها',
    en: 'These data were written by a newer version of the program (format {found}, known here {known}). Update the program, then open them',
  },
  'tables-building': {
    ar: 'تُعَدّ القوائم والبحث من جديد بعد تحديث البرنامج. يمكن التسجيل الآن؛ أعد المحاولة بعد قليل',
    en: 'Lists and search are being built anew after an update. Registration is open; try again in a moment',
  },
  'wrong-key': {
    ar: 'مفتاح التشفير لا يفتح ملف البيانات {file}. تحقّق من أن ملف المفاتيح وملف البيانات من المجلد نفسه',
    en: 'The encryption key does not open the data file {file}. Check that the key file and the data file come from the same folder',
  },
  'store-damaged': {
    ar: 'ملف البيانات {file} تالف: {detail}. لم يُغيَّر فيه شيء. انسخ المجلد كما هو إلى مكان آمن، ثم استعد آخر نسخة احتياطية',
    en: 'The data file {file} is damaged: {detail}. Nothing in it was changed. Copy the folder to a safe place as it is, then restore the latest backup',
  },
  'too-large-to-save': {
    ar: 'هذا أكبر مما يُحفظ دفعة واحدة ({kilobytes} كيلوبايت). لم يُحفظ شيء. اختصره، أو أدخله على دفعات.',
    en: 'This is larger than what can be saved at once ({kilobytes} KB). Nothing was saved. Shorten it, or enter it in parts.',
  },
  'too-many-to-save': {
    ar: 'في هذا قيود أكثر مما يُحفظ دفعة واحدة ({most}). لم يُحفظ شيء. أدخله على دفعات.',
    en: 'This makes more entries than can be saved at once ({most}). Nothing was saved. Enter it in parts.',
  },
  'disk-full': {
    ar: 'لا توجد مساحة كافية على القرص: {what}. ما حُفظ من قبل سليم. أفرغ مساحة ثم أعد المحاولة',
    en: 'The disk is full: {what}. What was saved before is safe. Free some space and try again',
  },
  'keys-damaged': {
    ar: 'ملف المفاتيح {file} تالف أو ناقص. استعد نسخة احتياطية بعبارة المرور أو برمز الاسترداد',
    en: 'The key file {file} is damaged or incomplete. Restore a backup with the passphrase or the recovery code',
  },
  'no-key-slot': {
    ar: 'لا توجد طريقة متاحة لفتح البيانات على هذا الجهاز. استعمل عبارة المرور أو رمز الاسترداد',
    en: 'No way to open these data is available on this machine. Use the passphrase or the recovery code',
  },
  'wrong-passphrase': {
    ar: 'عبارة المرور غير صحيحة',
    en: 'The passphrase is wrong',
  },
  'wrong-recovery-code': {
    ar: 'رمز الاسترداد لا يخص هذه البيانات',
    en: 'The recovery code does not belong to these data',
  },
  'recovery-code-mistyped': {
    ar: 'في رمز الاسترداد خطأ في الكتابة في المجموعة رقم {group}. راجعها على الورقة المطبوعة',
    en: 'The recovery code is mistyped in group {group}. Check it against the printed sheet',
  },
  'password-too-short': {
    ar: 'كلمة المرور قصيرة: أقل طول مسموح {min} أحرف',
    en: 'The password is too short: at least {min} characters',
  },
  'password-too-long': {
    ar: 'كلمة المرور طويلة: أكبر طول مسموح {max} حرفًا',
    en: 'The password is too long: at most {max} characters',
  },
  'backup-inside-data': {
    ar: 'لا تُحفظ النسخة الاحتياطية داخل مجلد البيانات {folder}. اختر مكاناً آخر، والأفضل على قرص آخر',
    en: 'A backup is not saved inside the data folder {folder}. Choose another place, best on another disk',
  },
  'backup-path-relative': {
    ar: 'المسار {path} غير كامل، فلا يُعرف أين تُحفظ النسخة. اكتبه كاملاً من أول القرص',
    en: 'The path {path} is not whole, so it does not say where the copy goes. Write it from the disk on',
  },
  'backup-file-exists': {
    ar: 'الملف {file} موجود من قبل ولن يُكتب فوقه. اختر اسماً آخر',
    en: 'The file {file} is there already and is not written over. Choose another name',
  },
  'folder-locked': {
    ar: 'هذا المجلد مقفل. أدخل عبارة المرور أو رمز الاسترداد',
    en: 'This folder is locked. Enter the passphrase or the recovery code',
  },
  'backup-not-one': {
    ar: 'الملف {file} ليس نسخة احتياطية من إنصاف',
    en: 'The file {file} is not a backup of Insaf',
  },
  'backup-damaged': {
    ar: 'النسخة الاحتياطية {file} تالفة أو ناقصة. استعمل نسخة أخرى',
    en: 'The backup {file} is damaged or incomplete. Use another one',
  },
  'backup-newer': {
    ar: 'أُنشئت هذه النسخة الاحتياطية بإصدار أحدث من البرنامج (صيغة {found}). حدّث البرنامج ثم استعدها',
    en: 'This backup was made by a newer version of the program (format {found}). Update the program, then restore it',
  },
  'backup-without-way-back': {
    ar: 'لا يمكن فتح هذه النسخة على جهاز آخر لأنه لم تُحدَّد عبارة مرور ولا رمز استرداد. حدّد أحدهما أولًا',
    en: 'This backup could not be opened on another machine, because neither a passphrase nor a recovery code is set. Set one first',
  },
  'restore-under-way': {
    ar: 'تُسترجع الآن نسخة احتياطية في هذا المجلد. انتظر انتهاءها أو أوقفها',
    en: 'A backup is being restored into this folder just now. Wait for it to end, or stop it',
  },
  'restore-folder-not-empty': {
    ar: 'المجلد {folder} ليس فارغًا. الاستعادة لا تكتب فوق بيانات موجودة؛ اختر مجلدًا فارغًا',
    en: 'The folder {folder} is not empty. Restoring never writes over data; choose an empty folder',
  },
  cancelled: {
    ar: 'أُلغيت العملية بطلب المستخدم',
    en: 'The work was cancelled as asked',
  },
} as const satisfies RefusalTable
