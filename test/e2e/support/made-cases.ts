import type { RegisterInput } from '#shared/contract/desktop/intake.ts'
import type { Call } from './command-line.ts'

const caller = { given: 'فهد', father: 'محمد', family: 'الدوسري', mobile: '0551234567' } as const

/** A complaint of a named caller by phone, ready for `intake.register`. */
export function complaint(change: Partial<RegisterInput> = {}, save?: string): Call {
  const input: RegisterInput = {
    person: { kind: 'new', details: caller },
    type: 'complaint',
    channel: 'phone',
    subject: 'تأخر إصدار رخصة البناء',
    text: 'قدّمت طلب رخصة البناء قبل شهرين ولم يصلني جواب.',
    subjects: ['procedure'],
    ...change,
  }
  return { call: 'intake.register', input, ...(save === undefined ? {} : { save }) }
}
