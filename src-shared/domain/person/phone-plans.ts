// The numbering plans of four countries as facts: which national numbers exist, by their first digits and length.
// Two digits deep on purpose: operators are given new ranges every year, and a complainant with a new number must not
// be refused.

export type PlannedCountry = 'SA' | 'JO' | 'EG' | 'PS'
export type PhoneKind = 'mobile' | 'landline' | 'other'

export interface PhoneRange {
  readonly kind: PhoneKind
  /** First digits of the national number, without the trunk 0. */
  readonly starts: readonly string[]
  readonly lengths: readonly number[]
  /** Sizes of the groups in which it is read. */
  readonly groups: readonly number[]
  /** Short and free numbers are dialled without the trunk 0. */
  readonly hasTrunk: boolean
}

export interface PhonePlan {
  readonly callingCode: string
  readonly ranges: readonly PhoneRange[]
}

const list = (starts: string): readonly string[] => starts.split(' ')

const range = (kind: PhoneKind, starts: string, groups: readonly number[]): PhoneRange => ({
  kind,
  starts: list(starts),
  groups,
  lengths: [groups.reduce((sum, size) => sum + size, 0)],
  hasTrunk: true,
})

/** The same with lengths that its groups do not add up to. */
const ofLengths = (lengths: readonly number[], whole: PhoneRange): PhoneRange => ({ ...whole, lengths })

const untrunked = (starts: string, groups: readonly number[]): PhoneRange => ({
  ...range('other', starts, groups),
  hasTrunk: false,
})

export const phonePlans: Readonly<Record<PlannedCountry, PhonePlan>> = {
  SA: {
    callingCode: '966',
    ranges: [
      range('mobile', '50 51 53 54 55 56 57 58 59', [2, 3, 4]),
      range('landline', '11 12 13 14 16 17', [2, 3, 4]),
      untrunked('800', [3, 3, 4]),
      untrunked('920 925', [4, 5]),
    ],
  },
  JO: {
    callingCode: '962',
    ranges: [
      range('mobile', '77 78 79 427', [1, 4, 4]),
      range('landline', '26 27 32 53 62 63 64 65 87', [1, 3, 4]),
      range('other', '74', [1, 4, 4]),
      range('other', '70', [2, 7]),
      range('other', '80 85 88 9', [3, 5]),
    ],
  },
  EG: {
    callingCode: '20',
    ranges: [
      range('mobile', '10 11 12 15', [2, 4, 4]),
      range('landline', '2', [1, 4, 4]),
      range('landline', '3', [1, 3, 4]),
      range('landline', '40 45 46 47 48 50 55 62 64 66 68 69 82 84 86 88 92 93 95 96 97', [2, 3, 4]),
      range('landline', '132 133', [2, 6]),
      ofLengths([8, 9], range('landline', '15 57', [2, 3, 4])),
      range('other', '800 900', [3, 3, 4]),
    ],
  },
  PS: {
    callingCode: '970',
    ranges: [
      range('mobile', '56 59', [3, 3, 3]),
      range('landline', '22 42 82 92', [1, 3, 4]),
      untrunked('1700 1800', [4, 3, 3]),
    ],
  },
}

/** The range a national number lies in, or null when the plan has no such number. */
export function rangeOf(plan: PhonePlan, national: string): PhoneRange | null {
  const isIn = (part: PhoneRange): boolean =>
    part.lengths.includes(national.length) && part.starts.some((start) => national.startsWith(start))
  return plan.ranges.find(isIn) ?? null
}
