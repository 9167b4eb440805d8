import { z } from 'zod'

const days = z.int().min(1).max(1000)

/** How long something may take. Days are always working days; hours run inside working periods or on the clock. */
export const Limit = z.discriminatedUnion('unit', [
  z.object({ unit: z.literal('days'), amount: days, mode: z.literal('working') }),
  z.object({ unit: z.literal('hours'), amount: z.int().min(1).max(10_000), mode: z.enum(['working', 'elapsed']) }),
])
export type Limit = z.infer<typeof Limit>

/** Limits by case type and complexity; complexity `null` is "not classified yet, or any other". */
export const LimitTable = z.object({
  entries: z.array(z.object({ type: z.string(), complexity: z.string().nullable(), limit: Limit })),
  fallback: Limit,
})
export type LimitTable = z.infer<typeof LimitTable>

/** Limits of a referral by complexity of its case. */
export const ReferralLimits = z.object({
  entries: z.array(z.object({ complexity: z.string(), limit: Limit })),
  fallback: Limit,
})
export type ReferralLimits = z.infer<typeof ReferralLimits>

/** Every period an office promises or measures by (spec/kpis.md 5); day counts named `…Days` are working days unless said. */
export const ServiceTargets = z.object({
  cases: LimitTable,
  referrals: ReferralLimits,
  /** W4: a question to the complainant stops the clock no longer than this. */
  pauseCapDays: days,
  /** W6 */
  extensionsPerCycle: z.int().min(0).max(10),
  /** K9, from delivery of the answer. */
  reopenWindowDays: days,
  /** K1, calendar days. */
  fcrObservationDays: days,
  /** K1: first outgoing answer on asynchronous channels. */
  fcrAnswerDays: days,
  /** K4a, calendar days. */
  accuracyObservationDays: days,
  /** K11d, calendar days. */
  inquiryObservationDays: days,
  /** K16, calendar days. */
  repeatWindowDays: days,
  /** K7a, "due within". */
  dueSoonDays: days,
  /** K14 */
  receiptNoticeDays: days,
  /** K13 */
  progressNoticeDays: days,
  /** F-10 */
  staleDays: days,
  /** Z-03 */
  contactAttempts: z.object({
    count: z.int().min(1),
    days: z.int().min(1),
    timeBands: z.int().min(1),
    channels: z.int().min(1),
  }),
  /** K6c */
  responseWeights: z.object({ inTime: z.int(), late: z.int(), none: z.int() }),
})
export type ServiceTargets = z.infer<typeof ServiceTargets>

const workingDays = (amount: number): Limit => ({ unit: 'days', amount, mode: 'working' })
const workingHours = (amount: number): Limit => ({ unit: 'hours', amount, mode: 'working' })
const elapsedHours = (amount: number): Limit => ({ unit: 'hours', amount, mode: 'elapsed' })

/** What an office begins with; every value may be edited (L-05, D1). */
export const shippedTargets: ServiceTargets = {
  cases: {
    entries: [
      { type: 'complaint', complexity: 'routine', limit: workingDays(3) },
      { type: 'complaint', complexity: 'critical', limit: workingDays(1) },
      { type: 'complaint', complexity: 'complex', limit: workingDays(10) },
      { type: 'complaint', complexity: null, limit: workingDays(3) },
      { type: 'report', complexity: 'routine', limit: workingDays(3) },
      { type: 'report', complexity: 'critical', limit: workingDays(1) },
      { type: 'report', complexity: 'complex', limit: workingDays(10) },
      { type: 'report', complexity: null, limit: workingDays(3) },
      { type: 'inquiry', complexity: null, limit: elapsedHours(24) },
      { type: 'suggestion', complexity: null, limit: workingDays(10) },
      { type: 'praise', complexity: null, limit: workingDays(5) },
      { type: 'media', complexity: null, limit: workingDays(1) },
    ],
    fallback: workingDays(3),
  },
  referrals: {
    entries: [
      { complexity: 'routine', limit: workingDays(2) },
      { complexity: 'critical', limit: workingHours(4) },
      { complexity: 'complex', limit: workingDays(7) },
    ],
    fallback: workingDays(2),
  },
  pauseCapDays: 10,
  extensionsPerCycle: 1,
  reopenWindowDays: 15,
  fcrObservationDays: 14,
  fcrAnswerDays: 1,
  accuracyObservationDays: 30,
  inquiryObservationDays: 14,
  repeatWindowDays: 90,
  dueSoonDays: 2,
  receiptNoticeDays: 1,
  progressNoticeDays: 10,
  staleDays: 5,
  contactAttempts: { count: 3, days: 3, timeBands: 2, channels: 2 },
  responseWeights: { inTime: 100, late: 50, none: 0 },
}

/** In: type and complexity as classified (null: not yet). Out: the limit: exact entry, else that of the type, else the fallback. */
export function caseLimit(table: LimitTable, type: string, complexity: string | null): Limit {
  const ofType = table.entries.filter((entry) => entry.type === type)
  const entry = ofType.find((each) => each.complexity === complexity) ?? ofType.find((each) => each.complexity === null)
  return entry?.limit ?? table.fallback
}

/** In: complexity of the case (null: not yet). Out: the department's limit. */
export function referralLimit(limits: ReferralLimits, complexity: string | null): Limit {
  return limits.entries.find((entry) => entry.complexity === complexity)?.limit ?? limits.fallback
}
