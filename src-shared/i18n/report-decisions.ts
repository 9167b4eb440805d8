import type { Messages } from './messages.ts'

/** Things for decision: each a proposal with its reason. */
export const reportDecisions = {
  overdue: {
    ar: {
      one: 'إنهاء الشكوى التي كانت متأخرة في آخر الفترة وما زالت كذلك، وتحديد مسؤول وموعد لها.',
      two: 'إنهاء الشكويين اللتين كانتا متأخرتين في آخر الفترة وما زالتا كذلك، وتحديد مسؤول وموعد لكل منهما.',
      few: 'إنهاء {count} شكاوى كانت متأخرة في آخر الفترة وما زالت كذلك، وتحديد مسؤول وموعد لكل منها.',
      many: 'إنهاء {count} شكوى كانت متأخرة في آخر الفترة وما زالت كذلك، وتحديد مسؤول وموعد لكل منها.',
      other: 'إنهاء {count} شكوى كانت متأخرة في آخر الفترة وما زالت كذلك، وتحديد مسؤول وموعد لكل منها.',
    },
    en: {
      one: 'End the one complaint that was overdue at the end of the period and still is; name who answers for it and by when.',
      other:
        'End the {count} complaints that were overdue at the end of the period and still are; name who answers for each and by when.',
    },
  },
  overdueNow: {
    ar: {
      one: 'إنهاء الشكوى المتأخرة المفتوحة، وتحديد مسؤول وموعد لها.',
      two: 'إنهاء الشكويين المتأخرتين المفتوحتين، وتحديد مسؤول وموعد لكل منهما.',
      few: 'إنهاء {count} شكاوى متأخرة ما زالت مفتوحة، وتحديد مسؤول وموعد لكل منها.',
      many: 'إنهاء {count} شكوى متأخرة ما زالت مفتوحة، وتحديد مسؤول وموعد لكل منها.',
      other: 'إنهاء {count} شكوى متأخرة ما زالت مفتوحة، وتحديد مسؤول وموعد لكل منها.',
    },
    en: {
      one: 'End the one complaint that is open and overdue; name who answers for it and by when.',
      other: 'End the {count} complaints that are open and overdue; name who answers for each and by when.',
    },
  },
  slowDepartment: {
    ar: 'مخاطبة «{department}» بشأن الرد في الموعد: {rate}.',
    en: 'Address “{department}” about replying in time: {rate}.',
  },
  timeliness: {
    ar: 'مراجعة أسباب عدم الالتزام بالتوقيت، فما حُل في موعده: {rate}.',
    en: 'Review why due dates were missed; resolved in time: {rate}.',
  },
  reopening: {
    ar: 'مراجعة جودة الردود التي أعيد فتح شكاواها: {rate}.',
    en: 'Review the quality of answers whose complaints were reopened: {rate}.',
  },
  satisfaction: {
    ar: 'بحث أسباب عدم الرضا، فالراضون: {rate}.',
    en: 'Look into the reasons of dissatisfaction; satisfied: {rate}.',
  },
  response: {
    ar: 'رفع معدل الاستجابة لقياس الرضا: {rate}.',
    en: 'Raise the response rate of the satisfaction survey: {rate}.',
  },
  unreached: {
    ar: 'تعيين مستلم للتصعيد في كل دائرة، فقد وقع تصعيد بلا مستلم.',
    en: 'Name a recipient of escalations in every department; some reached nobody.',
  },
  topService: {
    ar: 'دراسة خدمة «{service}» وهي الأكثر وروداً في الشكاوى ({share}).',
    en: 'Study the service “{service}”, which most complaints concern ({share}).',
  },
  none: { ar: 'لا أمور تستدعي قراراً خاصاً في هذه الفترة.', en: 'Nothing calls for a special decision in this period.' },
} as const satisfies Messages
