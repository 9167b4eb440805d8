/** The frame of the desktop program: menu, its own dialogs, what it says when the core fails. */
import type { Messages } from './messages.ts'

export const shellMessages = {
  product: { ar: 'إنصاف', en: 'Insaf' },
  practiceTitle: { ar: 'تدريب – {title}', en: 'Practice – {title}' },

  file: { ar: 'ملف', en: 'File' },
  newWindow: { ar: 'نافذة جديدة', en: 'New window' },
  print: { ar: 'طباعة…', en: 'Print…' },
  closeWindow: { ar: 'إغلاق النافذة', en: 'Close window' },
  quit: { ar: 'إنهاء البرنامج', en: 'Quit' },

  unsavedTitle: {
    ar: 'في هذه النافذة ما لم يُحفظ أو لم يكتمل',
    en: 'Something in this window is not saved or not complete',
  },
  unsavedText: { ar: 'إن أغلقتها الآن ضاع.', en: 'It is lost if you close it now.' },
  stayHere: { ar: 'البقاء هنا', en: 'Stay here' },
  closeUnsaved: { ar: 'الإغلاق بلا حفظ', en: 'Close without saving' },

  edit: { ar: 'تحرير', en: 'Edit' },
  undo: { ar: 'تراجع', en: 'Undo' },
  redo: { ar: 'إعادة', en: 'Redo' },
  cut: { ar: 'قص', en: 'Cut' },
  copy: { ar: 'نسخ', en: 'Copy' },
  paste: { ar: 'لصق', en: 'Paste' },
  pastePlain: { ar: 'لصق كنص فقط', en: 'Paste as plain text' },
  selectAll: { ar: 'تحديد الكل', en: 'Select all' },

  view: { ar: 'عرض', en: 'View' },
  zoomIn: { ar: 'تكبير', en: 'Zoom in' },
  zoomOut: { ar: 'تصغير', en: 'Zoom out' },
  actualSize: { ar: 'الحجم الأصلي', en: 'Actual size' },
  fullScreen: { ar: 'ملء الشاشة', en: 'Full screen' },
  reload: { ar: 'إعادة تحميل النافذة', en: 'Reload window' },
  developerTools: { ar: 'أدوات المطورين', en: 'Developer tools' },

  help: { ar: 'مساعدة', en: 'Help' },
  showData: { ar: 'إظهار مجلد البيانات', en: 'Show the data folder' },
  about: { ar: 'حول إنصاف', en: 'About Insaf' },
  aboutText: { ar: 'الإصدار {version}\nمجلد البيانات: {folder}', en: 'Version {version}\nData folder: {folder}' },

  choosePlace: { ar: 'اختيار المكان…', en: 'Choose the place…' },
  chooseFile: { ar: 'اختيار ملف…', en: 'Choose a file…' },
  pdf: { ar: 'ملف PDF', en: 'PDF file' },
  savePdf: { ar: 'حفظ بصيغة PDF', en: 'Save as PDF' },

  cannotOpen: { ar: 'تعذّر فتح إنصاف', en: 'Insaf cannot open' },
  coreGaveUp: {
    ar: 'توقفت نواة البرنامج مراراً ولم تعد تعمل. كل ما ظهر رقمه محفوظ على القرص. أعد المحاولة، فإن تكرر الأمر فاتصل بمدير النظام.',
    en: 'The core of the program kept stopping and is no longer running. Everything that was given a number is safe on disk. Try again; if it happens again, call your administrator.',
  },
  coreRestarted: {
    ar: 'توقفت نواة البرنامج ({code}) وأُعيد تشغيلها.',
    en: 'The core of the program stopped ({code}) and was started again.',
  },
  noNode: {
    ar: 'لا يوجد على هذا الجهاز إصدار Node يصلح لتشغيل نواة البرنامج.',
    en: 'There is no Node on this machine that can run the core of the program.',
  },
  portTaken: {
    ar: 'المنفذ {port} مشغول. اختر منفذاً آخر بالخيار --port أو اترك البرنامج يختار.',
    en: 'Port {port} is taken. Choose another with --port, or let the program choose.',
  },
  portInvalid: { ar: 'المنفذ غير صالح: {port}', en: 'Not a port: {port}' },
  openAtAddress: {
    ar: 'افتح البرنامج من العنوان الذي طُبع عند التشغيل.',
    en: 'Open the program at the address that was printed when it started.',
  },
  tryAgain: { ar: 'إعادة المحاولة', en: 'Try again' },
  ok: { ar: 'موافق', en: 'OK' },
} as const satisfies Messages
