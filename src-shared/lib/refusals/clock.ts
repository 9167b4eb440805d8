import type { RefusalTable } from './sentence.ts'

export const clockRefusals = {
  'calendar-unknown-zone': {
    ar: 'المنطقة الزمنية «{zone}» غير معروفة',
    en: 'The time zone “{zone}” is not known',
  },
  'calendar-period-reversed': {
    ar: 'فترة العمل من {from} إلى {to} تنتهي قبل بدايتها أو عندها',
    en: 'The working period from {from} to {to} does not end after it begins',
  },
  'calendar-periods-overlap': {
    ar: 'فترة العمل من {from} إلى {to} تسبق الفترة التي قبلها في القائمة أو تتداخل معها',
    en: 'The working period from {from} to {to} is out of order or overlaps the one before it',
  },
  'calendar-dates-reversed': {
    ar: 'تاريخ النهاية {to} يسبق تاريخ البداية {from}',
    en: 'The end date {to} is before the start date {from}',
  },
  'calendar-range-too-long': {
    ar: 'المدة من {from} إلى {to} تزيد على سنة، يُرجى إدخال كل سنة على حدة',
    en: 'The range from {from} to {to} is longer than a year; enter each year by itself',
  },
  'calendar-no-working-time': {
    ar: 'لا يتضمن أسبوع العمل أي فترة عمل',
    en: 'The working week has no working period',
  },
  'ladder-order': {
    ar: 'درجات التصعيد ليست مرتبة: لا تتكرر درجة، ولا يسبق موعد درجة أعلى موعد درجة أدنى. صحّح الأرقام أو المواعيد.',
    en: 'The rungs are out of order: no rung twice, and no higher rung earlier than a lower one. Correct the numbers or the delays.',
  },
  'clock-stopped': {
    ar: 'توقف احتساب المدة عند حل الحالة في {at}، ولا يمكن تعديله بعد ذلك',
    en: 'The clock stopped when the case was resolved at {at} and can no longer be changed',
  },
  'clock-already-paused': {
    ar: 'احتساب المدة موقوف للسبب نفسه منذ {from}',
    en: 'The clock has been paused for the same cause since {from}',
  },
  'clock-not-paused': {
    ar: 'احتساب المدة غير موقوف لهذا السبب',
    en: 'The clock is not paused for this cause',
  },
  'clock-times-reversed': {
    ar: 'الوقت {at} يسبق الوقت {after} الذي يجب أن يليه',
    en: 'The time {at} is before {after}, which it must follow',
  },
  'extension-used': {
    ar: 'استُنفد عدد مرات التمديد المسموح بها لهذه الدورة ({count})',
    en: 'The extensions allowed for this cycle ({count}) have been used',
  },
  'extension-too-late': {
    ar: 'يجب اعتماد التمديد قبل حلول تاريخ الاستحقاق {due}',
    en: 'An extension must be approved before the due date {due}',
  },
  'extension-not-later': {
    ar: 'يجب أن يكون تاريخ الاستحقاق الجديد بعد التاريخ الحالي {due}',
    en: 'The new due date must be after the present one, {due}',
  },
} as const satisfies RefusalTable
