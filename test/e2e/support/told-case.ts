import { departments } from './office.ts'
import type { Username } from './office.ts'

export interface Told {
  readonly event: string
  /** Days after the case came in, and the wall clock of the office in Riyadh. */
  readonly at: readonly [day: number, time: string]
  readonly by: Username
  readonly fields?: Readonly<Record<string, unknown>>
}

const person = { given: 'عبير', father: 'سعد', family: 'الغامدي', mobile: '0557654321' } as const

const dayMs = 86_400_000

/** The file of an old register for one case that came in so many days ago: `import history` reads it with its real times. */
export function toldCase(told: readonly Told[], daysAgo: number, name = 'told'): readonly object[] {
  const start = Date.now() - daysAgo * dayMs
  const dayOf = (day: number): string => new Date(start + day * dayMs).toISOString().slice(0, 10)
  return told.map(({ event, at: [day, time], by, fields }, index) => ({
    id: `${name}-${index}`,
    case: name,
    event,
    at: `${dayOf(day)}T${time}:00+03:00`,
    by,
    ...fields,
  }))
}

/** A complaint, accepted and classified by Salem and referred to both departments. */
export const referredCase: readonly Told[] = [
  { event: 'received', at: [0, '09:00'], by: 'desk', fields: { channel: 'phone' } },
  {
    event: 'registered',
    at: [0, '09:05'],
    by: 'desk',
    fields: {
      type: 'complaint',
      subjects: ['procedure'],
      subject: 'تأخر صرف مستحقات مالية',
      text: 'لم تُصرف المستحقات منذ أربعة أشهر.',
      person,
    },
  },
  { event: 'accepted', at: [0, '10:00'], by: 'salem' },
  {
    event: 'classified',
    at: [0, '10:05'],
    by: 'salem',
    fields: { service: 'special.payments', complexity: 'routine', importance: 'medium', procedure: 'processing' },
  },
  { event: 'assigned', at: [0, '10:06'], by: 'salem', fields: { user: 'salem' } },
  ...Object.keys(departments).map((department): Told => ({
    event: 'referred',
    at: [0, '10:30'],
    by: 'salem',
    fields: { referral: department, department, text: 'يرجى بيان سبب التأخير.' },
  })),
  {
    event: 'ref_replied',
    at: [1, '12:00'],
    by: 'salem',
    fields: { referral: 'permits', text: 'صدر أمر الصرف في موعده.' },
  },
]

/** The same, answered: written by Salem, approved by Huda. */
export const answeredCase: readonly Told[] = [
  ...referredCase,
  {
    event: 'ref_replied',
    at: [3, '12:00'],
    by: 'salem',
    fields: { referral: 'finance', text: 'تُصرف المستحقات هذا الأسبوع.' },
  },
  {
    event: 'draft_submitted',
    at: [4, '09:00'],
    by: 'salem',
    fields: { draft: 'first', text: 'ستُصرف مستحقاتكم هذا الأسبوع.' },
  },
  { event: 'approved', at: [4, '10:00'], by: 'huda', fields: { draft: 'first' } },
  { event: 'reply_sent', at: [4, '11:00'], by: 'salem', fields: { draft: 'first', delivery: 'read_by_phone' } },
  { event: 'resolved', at: [4, '11:00'], by: 'salem' },
]
