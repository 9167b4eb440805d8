import type { Messages } from './messages.ts'

/** What the parts of the window's kit say by themselves. */
export const kitMessages = {
  floats: { ar: 'النوافذ المنبثقة', en: 'Pop-ups' },
  loading: { ar: 'جارٍ التحميل', en: 'Loading' },
  retry: { ar: 'إعادة المحاولة', en: 'Try again' },
  cancel: { ar: 'إلغاء', en: 'Cancel' },
  close: { ar: 'إغلاق', en: 'Close' },
  confirm: { ar: 'تأكيد', en: 'Confirm' },
  clear: { ar: 'مسح', en: 'Clear' },
  optional: { ar: 'اختياري', en: 'optional' },
  errorSummary: { ar: 'يلزم تصحيح ما يلي', en: 'Please correct the following' },
  toErrors: { ar: 'ما يلزم تصحيحه', en: 'What to correct' },
  openCalendar: { ar: 'فتح التقويم', en: 'Open the calendar' },
  previousMonth: { ar: 'الشهر السابق', en: 'Previous month' },
  nextMonth: { ar: 'الشهر التالي', en: 'Next month' },
  dayFormat: { ar: 'يوم/شهر/سنة', en: 'dd/mm/yyyy' },
  dayInvalid: { ar: 'أدخل تاريخاً صحيحاً مثل 15/02/2026', en: 'Enter a real date, as 15/02/2026' },
  dayEarly: { ar: 'التاريخ أقدم من المسموح', en: 'The date is too early' },
  dayLate: { ar: 'التاريخ أبعد من المسموح', en: 'The date is too late' },
  time: { ar: 'الساعة', en: 'Time' },
  timeFormat: { ar: 'ساعة:دقيقة', en: 'hh:mm' },
  timeInvalid: { ar: 'أدخل وقتاً صحيحاً مثل 14:05', en: 'Enter a real time, as 14:05' },
  nothingFound: { ar: 'لا نتائج مطابقة', en: 'Nothing fits' },
  selectRow: { ar: 'تحديد', en: 'Select' },
  showTable: { ar: 'عرض كجدول', en: 'Show as a table' },
  showChart: { ar: 'عرض كرسم', en: 'Show as a chart' },
  chooseFiles: { ar: 'اختيار من الجهاز', en: 'Choose from this computer' },
  dropFiles: { ar: 'اسحب الملفات إلى هنا أو اخترها', en: 'Drag files here or choose them' },
  print: { ar: 'طباعة', en: 'Print' },
  resize: { ar: 'تغيير العرض', en: 'Resize' },
  currentStage: { ar: 'المرحلة الحالية', en: 'current stage' },
  doneStage: { ar: 'منجزة', en: 'done' },
  staleData: {
    ar: 'تعذّر تحديث ما يلي، وهذا آخر ما عُرف.',
    en: 'This could not be refreshed; it is what was last known.',
  },
  more: { ar: 'المزيد', en: 'More' },
} as const satisfies Messages

export const kitPhrases = {
  numberFrom: { ar: 'أدخل عدداً صحيحاً لا يقل عن {min}', en: 'Enter a whole number, {min} or more' },
  numberBetween: { ar: 'أدخل عدداً صحيحاً من {min} إلى {max}', en: 'Enter a whole number from {min} to {max}' },
  rowsSelected: {
    ar: {
      zero: 'لا شيء محدد',
      one: 'سطر واحد محدد',
      two: 'سطران محددان',
      few: '{count} أسطر محددة',
      many: '{count} سطراً محدداً',
      other: '{count} سطر محدد',
    },
    en: { one: '{count} row selected', other: '{count} rows selected' },
  },
  kept: { ar: 'لم يُفقد شيء مما حُفظ.', en: 'Nothing that was saved is lost.' },
  adviceRetry: {
    ar: 'أعد المحاولة بعد لحظات. إن تكرر ذلك فأبلغ مدير النظام.',
    en: 'Try again in a moment. If it keeps happening, tell your administrator.',
  },
} as const satisfies Messages
