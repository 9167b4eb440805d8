import { departments } from './office.ts'
import type { Username } from './office.ts'

interface Told {
  readonly event: string
  /** Wall clock of the office in Riyadh, `YYYY-MM-DD HH:MM`. */
  readonly at: string
  readonly by: Username
  readonly fields?: Readonly<Record<string, unknown>>
}

const person = { given: 'عبير', father: 'سعد', family: 'الغامدي', mobile: '0557654321' } as const

/** The file of an old register for one case: `import history` reads it with its real times. */
export function toldCase(name: string, told: readonly Told[]): readonly object[] {
  return told.map(({ event, at, by, fields }, index) => ({ id: `${name}-${index}`, case: name, event, at: `${at.replace(' ', 'T')}:00+03:00`, by, ...fields }))
}

/** A complaint of March 2025, accepted and classified by Salem and referred to both departments. */
export const referredInMarch: readonly Told[] = [
  { event: 'received', at: '2025-03-02 09:00', by: 'desk', fields: { channel: 'phone' } },
  { event: 'registered', at: '2025-03-02 09:05', by: 'desk', fields: { type: 'complaint', subjects: ['procedure'], subject: 'تأخر صرف مستحقات مالية', text: 'لم تُصرف المستحقات منذ أربعة أشهر.', person } },
  { event: 'accepted', at: '2025-03-02 10:00', by: 'salem' },
  { event: 'classified', at: '2025-03-02 10:05', by: 'salem', fields: { service: 'special.payments', complexity: 'routine', importance: 'medium', procedure: 'processing' } },
  { event: 'assigned', at: '2025-03-02 10:06', by: 'salem', fields: { user: 'salem' } },
  ...Object.keys(departments).map((department): Told => ({ event: 'referred', at: '2025-03-02 10:30', by: 'salem', fields: { referral: department, department, text: 'يرجى بيان سبب التأخير.' } })),
  { event: 'ref_replied', at: '2025-03-03 12:00', by: 'salem', fields: { referral: 'permits', text: 'صدر أمر الصرف في موعده.' } },
]

/** The same, answered: written by Salem, approved by Huda. */
export const answeredInMarch: readonly Told[] = [
  ...referredInMarch,
  { event: 'ref_replied', at: '2025-03-05 12:00', by: 'salem', fields: { referral: 'finance', text: 'تُصرف المستحقات هذا الأسبوع.' } },
  { event: 'draft_submitted', at: '2025-03-06 09:00', by: 'salem', fields: { draft: 'first', text: 'ستُصرف مستحقاتكم هذا الأسبوع.' } },
  { event: 'approved', at: '2025-03-06 10:00', by: 'huda', fields: { draft: 'first' } },
  { event: 'reply_sent', at: '2025-03-06 11:00', by: 'salem', fields: { draft: 'first', delivery: 'read_by_phone' } },
  { event: 'resolved', at: '2025-03-06 11:00', by: 'salem' },
]
