import type { Limit, ServiceTargets } from '#shared/domain/clock/limits.ts'
import { adminLimitMessages } from '#shared/i18n/admin-limits.ts'
import { adminOfficeMessages } from '#shared/i18n/admin-office.ts'
import { adminTargetMessages } from '#shared/i18n/admin-targets.ts'
import { complexityLabels, importanceLabels, priorityLabels, typeLabels } from '#shared/i18n/codes.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { translate } from '#shared/i18n/messages.ts'
import { attemptFields } from './attempt-fields.ts'
import { asCode, asText, both, inWords, joined, same } from './field.ts'
import type { Field } from './field.ts'

/* Limits, periods, weights and priorities, value by value (L-05, L-09, G-06). */

const wordOf = (table: Readonly<Record<string, PlainMessage>>, code: string): PlainMessage => table[code] ?? same(code)

/** `3 working days`, `4 clock hours`. */
export const sayLimit = ({ unit, amount, mode }: Limit): PlainMessage =>
  both(
    unit === 'days'
      ? adminLimitMessages.days
      : mode === 'working'
        ? adminLimitMessages.hours
        : adminLimitMessages.clockHours,
    { count: amount },
  )

const complexityWord = (complexity: string | null): PlainMessage =>
  complexity === null ? adminLimitMessages.anyComplexity : wordOf(complexityLabels, complexity)

const limitField = (key: string, label: PlainMessage, limit: Limit): Field => ({
  key,
  label,
  value: inWords(sayLimit(limit)),
})

const periodLabels = {
  pauseCapDays: adminLimitMessages.pauseCapDays,
  extensionsPerCycle: adminOfficeMessages.extensionsPerCycle,
  reopenWindowDays: adminLimitMessages.reopenWindowDays,
  fcrObservationDays: adminLimitMessages.fcrObservationDays,
  fcrAnswerDays: adminLimitMessages.fcrAnswerDays,
  accuracyObservationDays: adminLimitMessages.accuracyObservationDays,
  inquiryObservationDays: adminLimitMessages.inquiryObservationDays,
  repeatWindowDays: adminLimitMessages.repeatWindowDays,
  dueSoonDays: adminLimitMessages.dueSoonDays,
  receiptNoticeDays: adminLimitMessages.receiptNoticeDays,
  progressNoticeDays: adminLimitMessages.progressNoticeDays,
  staleDays: adminLimitMessages.staleDays,
} as const satisfies Partial<Record<keyof ServiceTargets, PlainMessage>>

export function targetsFields(targets: ServiceTargets): readonly Field[] {
  const { cases, referrals, contactAttempts: attempts, responseWeights: weights } = targets
  const periods = Object.entries(periodLabels) as [keyof typeof periodLabels, PlainMessage][]
  return [
    ...cases.entries.map(({ type, complexity, limit }) =>
      limitField(
        `case ${type} ${String(complexity)}`,
        joined(wordOf(typeLabels, type), complexityWord(complexity)),
        limit,
      ),
    ),
    limitField('case', joined(adminLimitMessages.caseLimits, adminLimitMessages.fallback), cases.fallback),
    ...referrals.entries.map(({ complexity, limit }) =>
      limitField(
        `referral ${complexity}`,
        joined(adminLimitMessages.referralLimits, wordOf(complexityLabels, complexity)),
        limit,
      ),
    ),
    limitField('referral', joined(adminLimitMessages.referralLimits, adminLimitMessages.fallback), referrals.fallback),
    ...periods.map(([key, label]) => ({ key, label, value: asText(targets[key]) })),
    ...attemptFields({ ...attempts, bands: attempts.timeBands }),
    {
      key: 'weight.inTime',
      label: joined(adminLimitMessages.weights, adminLimitMessages.weightInTime),
      value: asText(weights.inTime),
    },
    {
      key: 'weight.late',
      label: joined(adminLimitMessages.weights, adminLimitMessages.weightLate),
      value: asText(weights.late),
    },
    {
      key: 'weight.none',
      label: joined(adminLimitMessages.weights, adminLimitMessages.weightNone),
      value: asText(weights.none),
    },
  ]
}

/** In: importance → complexity → priority. */
export const priorityFields = (matrix: Readonly<Record<string, Readonly<Record<string, string>>>>): readonly Field[] =>
  Object.entries(matrix).flatMap(([importance, row]) =>
    Object.entries(row).map(([complexity, priority]) => ({
      key: `${importance} ${complexity}`,
      label: placeLabel(wordOf(importanceLabels, importance), wordOf(complexityLabels, complexity)),
      value: asCode(priorityLabels, priority),
    })),
  )

const placeLabel = (importance: PlainMessage, complexity: PlainMessage): PlainMessage => ({
  ar: translate(adminTargetMessages.priorityOf, 'ar', { importance: importance.ar, complexity: complexity.ar }),
  en: translate(adminTargetMessages.priorityOf, 'en', { importance: importance.en, complexity: complexity.en }),
})
