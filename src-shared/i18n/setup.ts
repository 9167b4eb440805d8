/** First start: a new office, a backup restored, a locked store. */
import type { Messages } from './messages.ts'

export const setupMessages = {
  welcome: { ar: 'أهلاً بك في إنصاف', en: 'Welcome to Insaf' },
  welcomeText: {
    ar: 'لنجهّز هذا الجهاز لمكتب الشكاوى. تُحفظ البيانات على هذا الجهاز مشفّرة، ولا تحتاج إلى شبكة.',
    en: 'Let us prepare this machine for your complaint office. Data are kept on it, encrypted, and no network is needed.',
  },
  startNew: { ar: 'مكتب جديد', en: 'A new office' },
  startRestore: { ar: 'استعادة نسخة احتياطية', en: 'Restore a backup' },
  chooseStart: { ar: 'كيف تبدأ؟', en: 'How do you start?' },
  startNewHint: {
    ar: 'سجل فارغ وقوائم أولية يعدّلها المكتب',
    en: 'An empty register with first lists that the office edits',
  },
  startRestoreHint: {
    ar: 'من نسخة حُفظت من قبل على هذا الجهاز أو غيره',
    en: 'From a copy made before, on this machine or another',
  },
  stepOf: { ar: 'الخطوة {step} من {steps}', en: 'Step {step} of {steps}' },
  stepOffice: { ar: 'المكتب', en: 'Office' },
  stepAdmin: { ar: 'مدير النظام', en: 'Administrator' },
  stepRecovery: { ar: 'رمز الاسترداد', en: 'Recovery code' },
  steps: { ar: 'خطوات التجهيز', en: 'Steps of the set-up' },
  next: { ar: 'التالي', en: 'Next' },
  back: { ar: 'السابق', en: 'Back' },

  officeCode: { ar: 'رمز المكتب', en: 'Office code' },
  officeCodeHint: {
    ar: 'من خانتين إلى ست خانات: أحرف لاتينية وأرقام، أولها حرف. يتصدّر كل رقم مرجعي ولا يتغير بعد ذلك',
    en: 'Two to six Latin letters or digits, a letter first; it begins every reference number and never changes',
  },
  officeCodeExample: { ar: 'هكذا تظهر الأرقام: {example}', en: 'Numbers will look like {example}' },
  nameAr: { ar: 'اسم المكتب بالعربية', en: 'Name of the office in Arabic' },
  nameEn: { ar: 'اسم المكتب بالإنجليزية', en: 'Name of the office in English' },
  country: { ar: 'البلد', en: 'Country' },
  countryHint: {
    ar: 'تحدد التقويم وقواعد الهوية والهاتف',
    en: 'Decides the calendar and the rules of documents and phones',
  },
  practice: { ar: 'نسخة للتدريب', en: 'For practice only' },
  practiceHint: { ar: 'بيانات تجريبية لا تدخل في أي تقرير رسمي', en: 'Trial data, never part of an official report' },

  adminName: { ar: 'الاسم الكامل', en: 'Full name' },
  adminUsername: { ar: 'اسم الدخول', en: 'User name' },
  adminUsernameHint: {
    ar: 'حروف وأرقام ونقطة وشرطة، من حرفين إلى أربعين',
    en: 'Letters, digits, dot and dash, 2 to 40',
  },
  password: { ar: 'كلمة المرور', en: 'Password' },
  passwordAgain: { ar: 'كلمة المرور مرة أخرى', en: 'Password again' },
  passwordHint: {
    ar: 'ثمانية رموز على الأقل؛ جملة قصيرة خير من كلمة معقدة',
    en: 'At least eight characters; a short sentence is better than a twisted word',
  },
  showPassword: { ar: 'إظهار كلمة المرور', en: 'Show password' },
  strength: { ar: 'قوة كلمة المرور', en: 'Strength of the password' },
  strengthWeak: { ar: 'ضعيفة: أطِلها', en: 'Weak: make it longer' },
  strengthFair: { ar: 'مقبولة: كلمة أخرى تقوّيها', en: 'Fair: another word makes it stronger' },
  strengthGood: { ar: 'جيدة', en: 'Good' },
  strengthStrong: { ar: 'قوية', en: 'Strong' },
  create: { ar: 'إنشاء المكتب', en: 'Create the office' },

  needOfficeCode: {
    ar: 'اكتب رمز المكتب من خانتين إلى ست خانات: أحرف لاتينية وأرقام، أولها حرف',
    en: 'Enter an office code of two to six Latin letters or digits, a letter first',
  },
  needNameAr: { ar: 'اكتب اسم المكتب بالعربية', en: 'Enter the name of the office in Arabic' },
  needAdminName: { ar: 'اكتب الاسم الكامل', en: 'Enter the full name' },
  needUsername: {
    ar: 'اكتب اسم دخول من خانتين على الأقل، بلا مسافات',
    en: 'Enter a user name of at least two characters, without spaces',
  },
  needPassword: {
    ar: 'اكتب كلمة مرور من ثمانية رموز على الأقل',
    en: 'Enter a password of at least eight characters',
  },
  needSamePassword: { ar: 'كلمتا المرور غير متطابقتين', en: 'The two passwords differ' },

  recoveryTitle: { ar: 'احفظ رمز الاسترداد', en: 'Keep the recovery code' },
  recoveryText: {
    ar: 'بهذا الرمز يُفتح السجل أو نسخته الاحتياطية على جهاز آخر، وبه تُعيَّن كلمة مرور جديدة في شاشة الدخول إذا نُسيت. يظهر مرة واحدة فقط ولا يمكن إظهاره ثانية. اطبعه واحفظه في مكان آمن بعيداً عن هذا الجهاز.',
    en: 'This code opens the register or its backup on another machine, and sets a new password at sign-in when one is forgotten. It is shown once and never again. Print it and keep it safe, away from this machine.',
  },
  recoveryJoined: {
    ar: 'بهذا الرمز تُفتح النسخة الاحتياطية لهذا الجهاز على جهاز آخر، ومن دونه لا تُحفظ نسخة. يظهر مرة واحدة فقط ولا يمكن إظهاره ثانية. اطبعه واحفظه في مكان آمن بعيداً عن هذا الجهاز.',
    en: 'This code opens the backup of this machine on another one; without it no backup is made. It is shown once and never again. Print it and keep it safe, away from this machine.',
  },
  recoveryCode: { ar: 'رمز الاسترداد', en: 'Recovery code' },
  recoveryCopy: { ar: 'نسخ', en: 'Copy' },
  recoveryCopied: { ar: 'نُسخ الرمز', en: 'The code was copied' },
  recoveryCopyRefused: {
    ar: 'تعذّر النسخ. اكتب الرمز أو اطبعه.',
    en: 'It could not be copied. Write the code down or print it.',
  },
  recoveryPrint: { ar: 'طباعة', en: 'Print' },
  recoveryPaperTitle: { ar: 'رمز استرداد سجل الشكاوى', en: 'Recovery code of the complaint register' },
  recoveryPaperText: {
    ar: 'يُحفظ مغلقاً لدى المسؤول. لا يُصوَّر ولا يُرسل بالبريد الإلكتروني.',
    en: 'Kept sealed by the person in charge. Do not photograph it or send it by e-mail.',
  },
  recoveryOffice: { ar: '{code} – {name}', en: '{code} – {name}' },
  recoveryWritten: { ar: 'حفظته في مكان آمن', en: 'I have kept it safe' },
  recoveryConfirm: {
    ar: 'للتأكد من حفظه، اكتب من نسختك المجموعتين الآتيتين.',
    en: 'To be sure, type these two groups from your copy.',
  },
  recoveryGroup: { ar: 'المجموعة رقم {place}', en: 'Group number {place}' },
  recoveryWrong: { ar: 'المجموعة رقم {place} لا تطابق الرمز', en: 'Group number {place} does not match the code' },
  recoveryBack: { ar: 'العودة إلى الرمز', en: 'Back to the code' },
  recoveryFinish: { ar: 'ابدأ العمل', en: 'Start working' },

  restoreTitle: { ar: 'استعادة نسخة احتياطية', en: 'Restore a backup' },
  restoreText: {
    ar: 'يصبح هذا الجهاز جهازاً جديداً للمكتب نفسه، ويتابع الترقيم بعيداً عن كل رقم أُعطي، فلا يتكرر رقم. لا يُتابَع العمل على الجهاز السابق.',
    en: 'This machine becomes a new machine of the same office and goes on numbering far from every number given, so none repeats. Do not go on working on the earlier machine.',
  },
  restoreFound: { ar: 'نسخ وُجدت على هذا الجهاز', en: 'Backups found on this machine' },
  restoreFoundAt: { ar: 'حُفظت {at}، {size}', en: 'Saved {at}, {size}' },
  restorePath: { ar: 'مسار ملف النسخة', en: 'Path of the backup file' },
  restorePathHint: { ar: 'انسخ المسار كاملاً من مدير الملفات', en: 'Copy the whole path from the file manager' },
  restorePathTyped: {
    ar: 'المسار الكامل على الجهاز الذي يعمل عليه البرنامج، مثل \u2066E:\\office.insaf-backup\u2069 أو \u2066/media/usb/office.insaf-backup\u2069. النسخ التلقائية في المجلد backups من مجلد بيانات الجهاز السابق.',
    en: 'The whole path on the machine where the program runs, as E:\\office.insaf-backup or /media/usb/office.insaf-backup. The copies the program made are in the folder “backups” of the earlier machine’s data folder.',
  },
  restoreSecret: { ar: 'عبارة المرور أو رمز الاسترداد', en: 'Passphrase or recovery code' },
  restoreHighest: { ar: 'أعلى رقم مرجعي ظهر لأي أحد', en: 'Highest reference number that anybody has seen' },
  restoreHighestHint: {
    ar: 'اختياري: أعلى رقم في وصل أو خطاب أو رسالة، بعد النسخة أيضاً. يتابع المكتب بعده بأرقام قصيرة. إن تُرك فارغاً تابع بأرقام من تسع خانات.',
    en: 'Optional: the highest one on a receipt, letter or message, also after the backup. The office goes on beyond it with short numbers; left empty, with numbers of nine digits.',
  },
  restore: { ar: 'استعادة', en: 'Restore' },
  needPath: { ar: 'اكتب مسار ملف النسخة الاحتياطية', en: 'Enter the path of the backup file' },
  needSecret: { ar: 'اكتب عبارة المرور أو رمز الاسترداد', en: 'Enter the passphrase or the recovery code' },
  restored: {
    ar: {
      zero: 'استُعيدت النسخة، ولا طلبات فيها',
      one: 'استُعيدت النسخة وفيها طلب واحد',
      two: 'استُعيدت النسخة وفيها طلبان',
      few: 'استُعيدت النسخة وفيها {count} طلبات',
      many: 'استُعيدت النسخة وفيها {count} طلباً',
      other: 'استُعيدت النسخة وفيها {count} طلب',
    },
    en: { one: 'Restored: {count} case', other: 'Restored: {count} cases' },
  },

  restoring: { ar: 'تُسترجع النسخة', en: 'Restoring the backup' },
  restoreStop: { ar: 'إيقاف', en: 'Stop' },
  restoreStopped: {
    ar: 'أوقفتَ الاسترجاع. لم يتغير شيء، والمجلد كما كان.',
    en: 'You stopped it. Nothing has changed; the folder is as it was.',
  },
  restoredNumbers: {
    ar: 'ستقفز أرقام الطلبات الجديدة عن آخر رقم تعرفه. هذا مقصود، كي لا يُعطى رقم ظهر بعد أخذ النسخة مرة ثانية. لم يضِع بذلك طلب، وأرقام الطلبات المستعادة لم تتغير.',
    en: 'The numbers of new cases will jump ahead of the last one that you know. That is meant so: no number that was given after the backup was made is given again. No case is missing because of it, and the cases restored keep their numbers.',
  },
  restoredGoOn: { ar: 'متابعة إلى تسجيل الدخول', en: 'Go on to sign in' },

  lockedTitle: { ar: 'السجل مقفل', en: 'The register is locked' },
  lockedText: {
    ar: 'لم يُعثر على مفتاح هذا الجهاز. اكتب عبارة المرور أو رمز الاسترداد لفتح السجل.',
    en: 'The key of this machine was not found. Enter the passphrase or the recovery code to open the register.',
  },
  unlock: { ar: 'فتح السجل', en: 'Open the register' },
} as const satisfies Messages
