import type { Limit } from '#shared/domain/clock/limits.ts'
import { adminLimitMessages as words } from '#shared/i18n/admin-limits.ts'
import { complexityLabels, typeLabels } from '#shared/i18n/codes.ts'
import { useSpeech } from '#renderer/parts/speech.tsx'
import type { LimitPlace } from './limit-table.ts'

/** How limits and their places are said. */
export function useLimitWords() {
  const { t, label } = useSpeech()
  const sayLimit = ({ unit, amount, mode }: Limit): string => {
    if (unit === 'days') return t(words.days, { count: amount })
    return t(mode === 'working' ? words.hours : words.clockHours, { count: amount })
  }
  const sayPlace = (place: LimitPlace): string => {
    switch (place.kind) {
      case 'case':
        return `${label(typeLabels, place.type)} – ${place.complexity === null ? t(words.anyComplexity) : label(complexityLabels, place.complexity)}`
      case 'referral':
        return `${t(words.referralLimits)} – ${label(complexityLabels, place.complexity)}`
      case 'case-fallback':
        return `${t(words.caseLimits)} – ${t(words.fallback)}`
      case 'referral-fallback':
        return `${t(words.referralLimits)} – ${t(words.fallback)}`
    }
  }
  return { sayLimit, sayPlace }
}
