import type { Messages } from './messages.ts'

/** What is told before a referral goes to a department where nobody would see it on a machine. */
export const receiverMessages = {
  comma: { ar: '، ', en: ', ' },
  nobodySees: {
    ar: 'لن يرى أحد لدى \u2068{name}\u2069 هذه الإحالة على جهازه',
    en: 'Nobody at \u2068{name}\u2069 will see this referral on a machine',
  },
  nobody: {
    ar: 'ليس لها مستخدم فعّال يجيب عنها. يضيفه مدير الخادم ويدعو جهازاً لها.',
    en: 'It has no active user who answers for it. The server’s manager adds one and invites a machine.',
  },
  concerned: {
    ar: 'الطلب يخص هذه الدائرة أو من يجيب عنها، فلا يفتحونه.',
    en: 'The case is about this department or those who answer for it, so they may not open it.',
  },
  no_right: {
    ar: 'الطلب سري، ومن يجيبون عنها ({names}) ليس لهم حق «الاطلاع على الطلبات السرية». يمنحه مدير المستخدمين، أو يُجعل الطلب سرياً للغاية ويُسمّى أحدهم فيه.',
    en: 'The case is confidential, and those who answer for it ({names}) lack the right “See confidential cases”. Whoever manages users grants it; or make the case strictly confidential and name one of them.',
  },
  not_named: {
    ar: 'الطلب سري للغاية، وليس من يجيبون عنها ({names}) بين من سُمّوا للاطلاع عليه. سمّ أحدهم في خطوة «درجة السرية».',
    en: 'The case is strictly confidential, and those who answer for it ({names}) are not among those named. Name one of them in the step “Confidentiality”.',
  },
  onPaper: {
    ar: 'وإلا فأرسلها ورقياً وأدخل رد الدائرة هنا بنفسك؛ والمدة تسري في الحالين.',
    en: 'Otherwise send it on paper and enter the answer here yourself; the clock runs either way.',
  },
} as const satisfies Messages
