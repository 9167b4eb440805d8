import type { Limit, ServiceTargets } from '#shared/domain/clock/limits.ts'
import { adminMessages as words } from '#shared/i18n/admin.ts'
import { complexityLabels, importanceLabels, priorityLabels, typeLabels } from '#shared/i18n/codes.ts'
import type { PlainMessage } from '#shared/i18n/messages.ts'
import { translate } from '#shared/i18n/messages.ts'
import { asCode, asText, both, inWords, joined, same } from './field.ts'
import type { Field } from './field.ts'

/* Limits, periods, weights and priorities, value by value (L-05, L-09, G-06). */

const wordOf = (table: Readonly<Record<string, PlainMessage>>, code: string): PlainMessage => table[code] ?? same(code)

/** `3 working days`, `4 clock hours`. */
export const sayLimit = ({ unit, amount, mode }: Limit): PlainMessage =>
  both(unit === 'days' ? words.days : mode === 'working' ? words.hours : words.clockHours, { count: amount })

const complexityWord = (complexity: string | null): PlainMessage =>
  complexity === null ? words.anyComplexity : wordOf(complexityLabels, complexity)

const limitField = (key: string, label: PlainMessage, limit: Limit): Field => ({
  key,
  label,
  value: inWords(sayLimit(limit)),
})

const periodLabels = {
  pauseCapDays: words.pauseCapDays,
  extensionsPerCycle: words.extensionsPerCycle,
  reopenWindowDays: words.reopenWindowDays,
  fcrObservationDays: words.fcrObservationDays,
  fcrAnswerDays: words.fcrAnswerDays,
  accuracyObservationDays: words.accuracyObservationDays,
  inquiryObservationDays: words.inquiryObservationDays,
  repeatWindowDays: words.repeatWindowDays,
  dueSoonDays: words.dueSoonDays,
  receiptNoticeDays: words.receiptNoticeDays,
  progressNoticeDays: words.progressNoticeDays,
  staleDays: words.staleDays,
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
    limitField('case', joined(words.caseLimits, words.fallback), cases.fallback),
    ...referrals.entries.map(({ complexity, limit }) =>
      limitField(`referral ${complexity}`, joined(words.referralLimits, wordOf(complexityLabels, complexity)), limit),
    ),
    limitField('referral', joined(words.referralLimits, words.fallback), referrals.fallback),
    ...periods.map(([key, label]) => ({ key, label, value: asText(targets[key]) })),
    { key: 'attempts.count', label: joined(words.attempts, words.attemptsCount), value: asText(attempts.count) },
    { key: 'attempts.days', label: joined(words.attempts, words.attemptsDays), value: asText(attempts.days) },
    { key: 'attempts.bands', label: joined(words.attempts, words.attemptsBands), value: asText(attempts.timeBands) },
    {
      key: 'attempts.channels',
      label: joined(words.attempts, words.attemptsChannels),
      value: asText(attempts.channels),
    },
    { key: 'weight.inTime', label: joined(words.weights, words.weightInTime), value: asText(weights.inTime) },
    { key: 'weight.late', label: joined(words.weights, words.weightLate), value: asText(weights.late) },
    { key: 'weight.none', label: joined(words.weights, words.weightNone), value: asText(weights.none) },
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
  ar: translate(words.priorityOf, 'ar', { importance: importance.ar, complexity: complexity.ar }),
  en: translate(words.priorityOf, 'en', { importance: importance.en, complexity: complexity.en }),
})
