/** Records of people that may be one human, at this office and at others (L-16). */
import type { Messages } from './messages.ts'

export const peopleLinkMessages = {
  title: { ar: 'سجلات أخرى لهذا الشخص', en: 'Other records of this person' },
  ask: { ar: 'سؤال المكاتب الأخرى', en: 'Ask the other offices' },
  notAsked: { ar: 'لم تُسأل المكاتب الأخرى', en: 'The other offices were not asked' },
  notAskedYet: {
    ar: 'لم تُسأل المكاتب الأخرى عن هذا الشخص. تُسأل من صفحته',
    en: 'The other offices were not asked of this person. Ask them on his page',
  },
  nothing: { ar: 'لا شيء لدى المكاتب الأخرى', en: 'The other offices have nothing' },
  elsewhere: { ar: 'طلباته لدى مكاتب أخرى', en: 'Cases at other offices' },
  proposed: { ar: 'الوثيقة نفسها', en: 'The same document' },
  joined: { ar: 'مرتبط', en: 'Joined' },
  parted: { ar: 'شخص آخر', en: 'Somebody else' },
  otherOffice: {
    ar: 'سجل لدى مكتب آخر، رقمه \u2068{number}\u2069',
    en: 'A record of another office, number \u2068{number}\u2069',
  },
  joinTitle: { ar: 'أهما سجلان لشخص واحد؟', en: 'Are both records one person?' },
  joinText: {
    ar: 'يُعدّ السجلان بعد ذلك لشخص واحد: تُعرض طلبات السجلين التي لهذا المكتب معاً، ويسري محو بياناته على ما كان منهما لهذا المكتب. لا يُنسخ شيء من سجل إلى آخر، ويبقى سجل كل مكتب لديه. يُسجَّل من ربط ومتى، ويمكن فك الربط.',
    en: 'The records count as one person from then on: cases of both at this office are shown together, and removing his details concerns those of this office. Nothing is copied from one to the other; each office keeps its own. Who joined them and when is recorded; they can be parted again.',
  },
  joinDo: { ar: 'ربط السجلين', en: 'Join the records' },
  joinDone: { ar: 'رُبط السجلان', en: 'The records are joined' },
  itsCases: { ar: 'طلبات السجل الآخر', en: 'Cases of the other record' },
  join: { ar: 'هو الشخص نفسه', en: 'The same person' },
  dismiss: { ar: 'شخص آخر', en: 'Somebody else' },
  part: { ar: 'فك الربط', en: 'Part' },
  open: { ar: 'مفتوح', en: 'Open' },
  answered: { ar: 'تم الرد', en: 'Answered' },
  closed: { ar: 'مغلق', en: 'Closed' },
  pairs: { ar: 'سجلات قد تكون لشخص واحد', en: 'Records that may be one person' },
  askPairs: { ar: 'سؤال الخادم', en: 'Ask the server' },
  pairsNote: {
    ar: 'سجلات تحمل الوثيقة نفسها، هنا أو في مكاتب أخرى، ولم يُقرَّر بعد هل هي لشخص واحد. يُسجَّل كل سؤال. افتح السجل لتقرر.',
    en: 'Records with the same document, here or at other offices, of which nobody has said whether they are one person. Every question is recorded. Open a record to say so.',
  },
  noPairs: { ar: 'لا سجلات تنتظر قراراً', en: 'No records wait for a decision' },
} as const satisfies Messages
