import { parseInstant } from '#shared/domain/clock/instant.ts'
import type { Instant } from '#shared/domain/clock/instant.ts'
import { OfficeSettings } from '#shared/domain/lists/office-events.ts'
import { must } from '#shared/lib/assert.ts'
import type { LetterFacts } from '#core/letters/letter-facts.ts'

export const at = (text: string): Instant => must(parseInstant(text), text)

export const sampleOffice = OfficeSettings.parse({
  office: 'moh-riyadh',
  code: 'MOH',
  name: { ar: 'مكتب شكاوى المتعاملين', en: 'Customer Complaints Office' },
  country: 'SA',
  zone: 'Asia/Riyadh',
  digits: 'latin',
  hijri: true,
  letterhead: {
    ministry: { ar: 'وزارة الصحة', en: 'Ministry of Health' },
    address: 'طريق الملك فهد، حي العليا، الرياض 12211',
    phone: '+966 11 212 5555',
    email: 'complaints@moh.example.gov.sa',
  },
  practice: false,
  idleLockMinutes: 10,
  referBeforeVerification: true,
  closingAuthority: 'team',
  fourEyesForFcr: false,
  maxCycles: 3,
  attempts: { count: 3, days: 2, bands: 2, channels: 2 },
  extensionsPerCycle: 2,
})

export const sampleFacts: LetterFacts = {
  office: sampleOffice,
  madeAt: at('2026-02-15T08:20:00.000Z'),
  reference: 'MOH-26-000123-4',
  type: { ar: 'شكوى', en: 'Complaint' },
  channel: { ar: 'الحضور الشخصي', en: 'Personal attendance' },
  receivedAt: at('2026-02-15T08:05:00.000Z'),
  registeredAt: at('2026-02-15T08:12:00.000Z'),
  expectedAnswerBy: at('2026-03-08T12:00:00.000Z'),
  caseType: 'complaint',
  complainant: 'عبد الرحمن بن محمد الشهري',
  subject: 'تأخر صرف دواء السكري من صيدلية المركز الصحي ثلاثة أسابيع رغم تسجيله في بوابة Sehhaty',
  text: 'نص الشكوى كما ورد من المتعامل عبد الرحمن.',
  referral: {
    department: { ar: 'الإدارة العامة للرعاية الصيدلية', en: 'General Department of Pharmaceutical Care' },
    text: [
      'راجع مقدم الطلب صيدلية المركز الصحي بتاريخ 18/01/2026 ولم يُصرف له دواء Metformin 500 mg، وقيل له إن الصنف غير متوفر.',
      'عاود المراجعة مرتين، ولم تُسجَّل له وصفة بديلة في النظام (رقم الوصفة RX-99-1207).',
      'يطلب مقدم الطلب صرف الدواء أو تحويله إلى صيدلية خارجية، وبيان سبب التأخير.',
    ].join('\n'),
    tellsIdentity: false,
    sentAt: at('2026-02-15T10:30:00.000Z'),
    due: at('2026-02-22T12:00:00.000Z'),
  },
  rejection: {
    reason: { ar: 'منظورة أمام القضاء', en: 'Before a court' },
    text: 'الموضوع منظور أمام المحكمة الإدارية بالقضية رقم 45/2026، ولا يُنظر فيه هنا حتى يصدر حكمها.',
  },
  reply: {
    text: [
      'نعتذر لكم عما لحق بكم من تأخر في صرف دوائكم، ونقدّر صبركم وحرصكم على إبلاغنا.',
      'تبيّن لنا بعد الدراسة أن كمية دواء Metformin 500 mg في المركز نفدت في 12/01/2026، وأن طلب التعويض تأخر بسبب خطأ في إدخال رمز الصنف في النظام.',
      'عالجت الإدارة العامة للرعاية الصيدلية الخطأ، وتوفر الدواء في المركز منذ 19/02/2026، ويمكنكم استلامه بوصفتكم الحالية دون موعد. كما أُضيف تنبيه آلي عند انخفاض المخزون حتى لا يتكرر ذلك.',
      'وللاستفسار عن الصرف يمكنكم التواصل مع المركز على الرقم 011-212-5560 أو عبر البريد pharmacy@moh.example.gov.sa.',
    ].join('\n\n'),
    isDraft: false,
  },
  objection: { until: at('2026-03-15T12:00:00.000Z'), how: null },
  signatory: { name: 'نورة بنت سعد القحطاني', title: 'رئيسة فريق معالجة الشكاوى' },
  trackingCode: 'K7M2QP',
  verification: '8F3A21C0',
  followUp: null,
  language: 'ar',
}
