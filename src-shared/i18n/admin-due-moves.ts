import type { Messages } from './messages.ts'

/** Words of the sight of which open cases’ dates a change would move (L-05). */
export const adminDueMoveMessages = {
  review: { ar: 'معاينة الأثر ثم الحفظ', en: 'See the effect, then save' },
  reviewTitle: { ar: 'أثر التقويم الجديد', en: 'Effect of the new calendar' },
  movesNone: { ar: 'لا يتغير موعد أي طلب مفتوح.', en: 'No open case’s due date moves.' },
  moves: {
    ar: {
      zero: 'لا طلب يتغير موعده',
      one: 'طلب مفتوح واحد يتغير موعده',
      two: 'طلبان مفتوحان يتغير موعدهما',
      few: '{count} طلبات مفتوحة يتغير موعدها',
      many: '{count} طلباً مفتوحاً يتغير موعده',
      other: '{count} طلب مفتوح يتغير موعده',
    },
    en: { one: '{count} open case gets another due date', other: '{count} open cases get other due dates' },
  },
  movesHidden: {
    ar: {
      zero: '',
      one: 'منها طلب سري لا يُعرض عليك.',
      two: 'منها طلبان سريان لا يُعرضان عليك.',
      few: 'منها {count} طلبات سرية لا تُعرض عليك.',
      many: 'منها {count} طلباً سرياً لا تُعرض عليك.',
      other: 'منها {count} طلب سري لا تُعرض عليك.',
    },
    en: {
      one: 'One of them is confidential and not shown to you.',
      other: '{count} of them are confidential and not shown to you.',
    },
  },
  recounting: { ar: 'إعادة حساب مواعيد الطلبات المفتوحة', en: 'Counting open cases anew' },
  movesNote: {
    ar: 'ما انتهى حسابه لا يتغير: نتيجته ثابتة مع نسخة التقويم والمدد التي حُسبت بها.',
    en: 'Stopped clocks do not change: their result stands with the version they were counted by.',
  },
  reference: { ar: 'الرقم المرجعي', en: 'Reference' },
  before: { ar: 'الموعد الحالي', en: 'Due now' },
  after: { ar: 'الموعد الجديد', en: 'Due then' },
} as const satisfies Messages
