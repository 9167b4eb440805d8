import type { Label } from '#shared/domain/access/events.ts'
import { isRefusalCode, refusalSentence } from '#shared/lib/refusals/catalogue.ts'
import { outcomeReasons } from '#shared/lib/refusals/outcome-reasons.ts'
import type { OutcomeReason } from '#shared/sync/outcome.ts'
import type { ReferenceData } from './reference-data.ts'
import { unitLabel, userLabel } from './reference-data.ts'

interface InWords extends OutcomeReason {
  readonly ar: string
  readonly en: string
}

/** A newer server may give a reason that this program has no words for: its code is shown. */
export function inWords({ code, params }: OutcomeReason): InWords {
  if (!isRefusalCode(code)) return { code, params, ar: code, en: code }
  return { code, params, ar: refusalSentence(code, params, 'ar'), en: refusalSentence(code, params, 'en') }
}

const labels: Readonly<Record<string, (data: ReferenceData, id: string) => Label>> = {
  user: userLabel,
  unit: unitLabel,
}

/** Why the server did not take what was done: users and units, which it names by their ids, by their names. */
export function outcomeInWords(data: ReferenceData, reason: OutcomeReason): InWords {
  const own = Object.hasOwn(outcomeReasons, reason.code) ? outcomeReasons[reason.code] : undefined
  if (own !== undefined) return { ...reason, ...own }
  const named = (language: 'ar' | 'en'): OutcomeReason => ({
    ...reason,
    params: Object.fromEntries(
      Object.entries(reason.params).map(([key, value]) => [key, labels[key]?.(data, String(value))[language] ?? value]),
    ),
  })
  return { ...reason, ar: inWords(named('ar')).ar, en: inWords(named('en')).en }
}
